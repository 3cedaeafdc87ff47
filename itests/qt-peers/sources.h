// The objects the source shares: implementations of the .rep classes, and one plain QObject.
#pragma once
#include "peer_common.h"
#include "rep_gps_merged.h"
#include "rep_interop_merged.h"
#ifdef PEER_QT6_REP
#include "rep_interop6_merged.h"
#endif

inline void called(const QObject *object, const char *slot, const QVariantList &args = {})
{
    QStringList parts;
    for (const QVariant &v : args) parts << peer::toText(v);
    peer::say(QStringLiteral("called %1 %2 [%3]").arg(object->objectName(), QLatin1String(slot), parts.join(QLatin1Char(','))));
}

// Setters of READONLY properties are not reachable through the meta object.
struct ReadOnlySetters
{
    virtual ~ReadOnlySetters() = default;
    virtual bool force(const QString &, const QJsonValue &) { return false; }
};

class Position : public GpsSimpleSource, public ReadOnlySetters
{
    Q_OBJECT
public:
    using GpsSimpleSource::GpsSimpleSource;
    bool force(const QString &name, const QJsonValue &v) override
    {
        if (name != QLatin1String("fix")) return false;
        setFix(peer::fromJson(v, qMetaTypeId<Fix>()).value<Fix>());
        return true;
    }
    void reset() override { called(this, "reset"); setFix(Fix()); }
    int satellites(bool used) override
    {
        called(this, "satellites", {used});
        return used ? fix().satellites() : fix().satellites() + 4;
    }
};

class Receiver : public GpsReceiverSimpleSource, public ReadOnlySetters
{
    Q_OBJECT
public:
    using GpsReceiverSimpleSource::GpsReceiverSimpleSource;
    bool force(const QString &name, const QJsonValue &v) override
    {
        if (name == QLatin1String("altitude")) setAltitude(float(v.toDouble()));
        else if (name == QLatin1String("position"))
            setPosition(peer::fromJson(v, qMetaTypeId<GeoPoint>()).value<GeoPoint>());
        else return false;
        return true;
    }
    void reset() override
    {
        called(this, "reset");
        setLatitude(0); setLongitude(0); setAltitude(0); setSatellites(0);
    }
    bool configure(int rateHz, const QString &mode) override
    {
        called(this, "configure", {rateHz, mode});
        return rateHz > 0 && rateHz <= 10;
    }
    double distanceTo(GeoPoint other) override
    {
        called(this, "distanceTo", {QVariant::fromValue(other)});
        return std::hypot(other.latitude() - latitude(), other.longitude() - longitude());
    }
    FixQuality currentQuality() override { called(this, "currentQuality"); return quality(); }
    void setQualityHint(FixQuality q) override { called(this, "setQualityHint", {int(q)}); setQuality(q); }
    GeoPoint midpoint(const GeoPoint &a, const GeoPoint &b) override
    {
        called(this, "midpoint", {QVariant::fromValue(a), QVariant::fromValue(b)});
        return GeoPoint((a.latitude() + b.latitude()) / 2, (a.longitude() + b.longitude()) / 2,
                        (a.altitude() + b.altitude()) / 2);
    }
};

class Laser : public PrinterSimpleSource, public ReadOnlySetters
{
    Q_OBJECT
public:
    using PrinterSimpleSource::PrinterSimpleSource;
    bool force(const QString &name, const QJsonValue &v) override
    {
        if (name == QLatin1String("status"))
            setStatus(peer::fromJson(v, qMetaTypeId<PrinterSource::Status>()).value<PrinterSource::Status>());
        else if (name == QLatin1String("queueLength")) setQueueLength(v.toInt());
        else if (name == QLatin1String("trays")) setTrays(v.toVariant().toStringList());
        else return false;
        return true;
    }
    int submit(PrintJob job) override
    {
        called(this, "submit", {QVariant::fromValue(job)});
        if (job.id() == 0) job.setId(++m_next);
        m_jobs << job;
        setQueueLength(int(m_jobs.size()));
        emit jobStarted(job.id());
        return job.id();
    }
    bool cancel(int id) override
    {
        called(this, "cancel", {id});
        for (int i = 0; i < m_jobs.size(); ++i)
            if (m_jobs.at(i).id() == id) {
                const PrintJob job = m_jobs.takeAt(i);
                setQueueLength(int(m_jobs.size()));
                emit jobFinished(job, false);
                return true;
            }
        emit error(404, QStringLiteral("no such job"));
        return false;
    }
    void reset() override { called(this, "reset"); m_jobs.clear(); setQueueLength(0); }
    QVariantMap report() override
    {
        called(this, "report");
        return {{QStringLiteral("name"), name()}, {QStringLiteral("queue"), queueLength()},
                {QStringLiteral("nested"), QVariantList{1, QStringLiteral("two"), 3.0}}};
    }
    QStringList jobs() override
    {
        called(this, "jobs");
        QStringList out;
        for (const PrintJob &j : m_jobs) out << j.title();
        return out;
    }
private:
    QList<PrintJob> m_jobs;
    int m_next = 100;
};

class Everything : public AllTypesSimpleSource
{
    Q_OBJECT
public:
    using AllTypesSimpleSource::AllTypesSimpleSource;
    QVariant echo(QVariant value) override { called(this, "echo", {value}); return value; }
    QVariantList echoList(QVariantList values) override { called(this, "echoList", {QVariant(values)}); return values; }
    QList<GeoPoint> echoPods(QList<GeoPoint> pods) override { called(this, "echoPods", {QVariant::fromValue(pods)}); return pods; }
    Nested echoNested(Nested value) override { called(this, "echoNested", {QVariant::fromValue(value)}); return value; }
};

class Base : public StationSimpleSource
{
    Q_OBJECT
public:
    using StationSimpleSource::StationSimpleSource;
    int add(int a, int b) override { called(this, "add", {a, b}); return a + b; }
};

// Not from a .rep file: shared by its own meta object, replicas are dynamic.
class Plain : public QObject
{
    Q_OBJECT
    Q_PROPERTY(int counter READ counter WRITE setCounter NOTIFY counterChanged)
    Q_PROPERTY(QString label READ label WRITE setLabel NOTIFY labelChanged)
    Q_PROPERTY(QString fixed READ fixed CONSTANT)
    Q_PROPERTY(Colour colour READ colour WRITE setColour NOTIFY colourChanged)
    Q_PROPERTY(QVariant any READ any WRITE setAny NOTIFY anyChanged)
public:
    enum Colour { Red = 1, Green = 2, Blue = 4 };
    Q_ENUM(Colour)
    int counter() const { return m_counter; }
    void setCounter(int v) { if (v != m_counter) { m_counter = v; emit counterChanged(v); } }
    QString label() const { return m_label; }
    void setLabel(const QString &v) { if (v != m_label) { m_label = v; emit labelChanged(); } }
    QString fixed() const { return QStringLiteral("constant"); }
    Colour colour() const { return m_colour; }
    void setColour(Colour c) { if (c != m_colour) { m_colour = c; emit colourChanged(c); } }
    QVariant any() const { return m_any; }
    void setAny(const QVariant &v) { m_any = v; emit anyChanged(); }
    Q_INVOKABLE int twice(int n) { called(this, "twice", {n}); return 2 * n; }
    Q_INVOKABLE QVariant mirror(const QVariant &v) { called(this, "mirror", {v}); return v; }
public Q_SLOTS:
    void bump(int by = 1) { called(this, "bump", {by}); setCounter(m_counter + by); }
    void paint(Plain::Colour c) { called(this, "paint", {int(c)}); setColour(c); }
Q_SIGNALS:
    void note(const QString &text, int level);
    void counterChanged(int value);
    void labelChanged();
    void anyChanged();
    void colourChanged(Plain::Colour colour);
private:
    int m_counter = 0;
    QString m_label;
    QVariant m_any;
    Colour m_colour = Red;
};

#ifdef PEER_QT6_REP
class ModernOne : public ModernSimpleSource
{
    Q_OBJECT
public:
    using ModernSimpleSource::ModernSimpleSource;
    Level nextLevel(Level l) override { called(this, "nextLevel", {int(l)}); return l == Level::Low ? Level::Mid : Level::High; }
    void setCodeHint(Code c) override { called(this, "setCodeHint", {int(c)}); setCode(c); }
    Options combine(Options a, Options b) override { called(this, "combine", {int(a), int(b)}); return a | b; }
    QList<Track> filter(QList<Track> tracks, Track::Kind kind) override
    {
        called(this, "filter", {QVariant::fromValue(tracks), int(kind)});
        QList<Track> out;
        for (const Track &t : tracks) if (t.kind() == kind) out << t;
        return out;
    }
    Track::Kind kindOf(Track track) override { called(this, "kindOf", {QVariant::fromValue(track)}); return track.kind(); }
};
#endif