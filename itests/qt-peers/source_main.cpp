// Qt peers for interoperability tests: a host that shares objects of every kind. See README.md.
#include "models.h"
#include "sources.h"

using peer::say;
using peer::toText;

// The generated API class, with the name the object carries instead of the class name.
#define NAMED_API(Type) \
    template <class T> struct Named##Type : Type##SourceAPI<T> \
    { Named##Type(T *object) : Type##SourceAPI<T>(object, object->objectName()) {} };
NAMED_API(Gps)
NAMED_API(GpsReceiver)
NAMED_API(Printer)
NAMED_API(AllTypes)
NAMED_API(Station)
#ifdef PEER_QT6_REP
NAMED_API(Modern)
#endif

class Host : public QObject
{
    Q_OBJECT
public:
    QRemoteObjectHostBase *node = nullptr;
    bool untemplated = false;

    void share(const QString &spec)
    {
        const QString type = spec.section(QLatin1Char(':'), 0, 0);
        const QString name = spec.contains(QLatin1Char(':')) ? spec.section(QLatin1Char(':'), 1) : type;
        if (!create(type, name)) { say(QStringLiteral("error unknown type ") + type); return; }
        if (m_current.isEmpty()) m_current = name;
        enable(name);
    }

    void command(const QString &line)
    {
        const QString verb = line.section(QLatin1Char(' '), 0, 0);
        const QString rest = line.section(QLatin1Char(' '), 1).trimmed();
        if (verb == QLatin1String("quit")) QCoreApplication::quit();
        else if (verb == QLatin1String("use")) { m_current = rest; say(QStringLiteral("ok use ") + rest); }
        else if (verb == QLatin1String("list")) say(QStringLiteral("objects ") + m_objects.keys().join(QLatin1Char(' ')));
        else if (verb == QLatin1String("share")) share(rest);
        else if (verb == QLatin1String("enable")) enable(rest);
        else if (verb == QLatin1String("disable"))
            say(QStringLiteral("disabled %1 %2").arg(rest, yes(node->disableRemoting(m_objects.value(rest)))));
        else if (verb == QLatin1String("attach")) { m_station->setSpare(m_spare); say(QStringLiteral("ok attach")); }
        else if (verb == QLatin1String("detach")) { m_station->setSpare(nullptr); say(QStringLiteral("ok detach")); }
        else if (verb == QLatin1String("model")) modelCommand(peer::parseArguments(rest));
        else memberCommand(verb, rest);
    }

private:
    static QString yes(bool value) { return value ? QStringLiteral("true") : QStringLiteral("false"); }

    template <template <class> class Api, class T>
    T *add(const QString &name, T *object)
    {
        m_enablers.insert(name, [this, name, object] {
            return untemplated ? node->enableRemoting(object, name) : node->template enableRemoting<Api>(object);
        });
        return watched(name, object);
    }

    template <class T>
    T *watched(const QString &name, T *object)
    {
        object->setParent(this);
        object->setObjectName(name);
        m_objects.insert(name, object);
        new peer::SignalSpy(object, name, this);
        return object;
    }

    bool create(const QString &type, const QString &name)
    {
        if (type == QLatin1String("Gps")) add<NamedGps>(name, new Position);
        else if (type == QLatin1String("GpsReceiver")) add<NamedGpsReceiver>(name, new Receiver(QStringLiteral("demo-1")));
        else if (type == QLatin1String("Printer")) add<NamedPrinter>(name, new Laser);
        else if (type == QLatin1String("AllTypes")) add<NamedAllTypes>(name, new Everything);
        else if (type == QLatin1String("Station")) createStation(name);
        else if (type == QLatin1String("Plain")) {
            Plain *plain = watched(name, new Plain);
            m_enablers.insert(name, [=] { return node->enableRemoting(plain, name); });
        } else if (type == QLatin1String("Inventory")) {
            Sensors *table = sensors();
            m_selection = new QItemSelectionModel(table, this);
            m_objects.insert(name, table);
            m_enablers.insert(name, [=] {
                return node->enableRemoting(table, name, QVector<int>{Qt::DisplayRole, Sensors::NameRole, Sensors::ValueRole}, m_selection);
            });
        } else if (type == QLatin1String("Tree")) {
            m_tree = new Tree;
            m_tree->setParent(this);
            m_objects.insert(name, m_tree);
            m_enablers.insert(name, [=] { return node->enableRemoting(m_tree, name, QVector<int>{Qt::DisplayRole}); });
        }
#ifdef PEER_QT6_REP
        else if (type == QLatin1String("Modern")) add<NamedModern>(name, new ModernOne);
#endif
        else return false;
        return true;
    }

    void createStation(const QString &name)
    {
        m_station = add<NamedStation>(name, new Base);
        m_station->setGps(watched(name + QLatin1String(".gps"), new Receiver(QStringLiteral("demo-1"))));
        m_station->setSensors(sensors());
        m_spare = watched(name + QLatin1String(".spare"), new Laser);
    }

    // One table for all: Station.sensors and the inventory show the same rows.
    Sensors *sensors()
    {
        if (!m_sensors) {
            m_sensors = new Sensors;
            m_sensors->setParent(this);
        }
        return m_sensors;
    }

    void enable(const QString &name)
    {
        say(QStringLiteral("enabled %1 %2").arg(name, yes(m_enablers.contains(name) && m_enablers.value(name)())));
    }

    void memberCommand(const QString &verb, const QString &rest)
    {
        QString member = rest.section(QLatin1Char(' '), 0, 0);
        const QList<QJsonValue> args = peer::parseArguments(rest.section(QLatin1Char(' '), 1));
        QString name = m_current;
        if (member.contains(QLatin1Char('.'))) {
            name = member.section(QLatin1Char('.'), 0, -2);
            member = member.section(QLatin1Char('.'), -1);
        }
        QObject *o = m_objects.value(name);
        if (!o) { say(QStringLiteral("error no object ") + name); return; }
        if (verb == QLatin1String("get")) {
            say(QStringLiteral("value %1 %2 %3").arg(name, member, toText(o->property(member.toLatin1().constData()))));
        } else if (verb == QLatin1String("set")) {
            say(QStringLiteral("%1 set %2.%3").arg(write(o, member, args.value(0)) ? QStringLiteral("ok") : QStringLiteral("error"), name, member));
        } else if (verb == QLatin1String("emit") || verb == QLatin1String("call")) {
            QVariant ret;
            const bool ok = peer::callByName(o, member, args, verb == QLatin1String("emit"), &ret);
            say(QStringLiteral("%1 %2 %3.%4 %5").arg(ok ? QStringLiteral("ok") : QStringLiteral("error"), verb, name, member, toText(ret)));
        } else {
            say(QStringLiteral("error unknown command ") + verb);
        }
    }

    static bool write(QObject *o, const QString &member, const QJsonValue &value)
    {
        auto *readOnly = dynamic_cast<ReadOnlySetters *>(o);
        if (readOnly && readOnly->force(member, value))
            return true;
        const QMetaProperty p = o->metaObject()->property(o->metaObject()->indexOfProperty(member.toLatin1().constData()));
        return p.isWritable() && p.write(o, peer::fromJson(value, p.userType()));
    }

    void modelCommand(const QList<QJsonValue> &a)
    {
        const QString what = a.value(0).toString();
        if (what.startsWith(QLatin1String("tree-")) ? !m_tree : !m_sensors) { say(QStringLiteral("error no such model")); return; }
        if (what == QLatin1String("insert")) m_sensors->insert(a.value(1).toInt(), {a.value(2).toString(), a.value(3).toDouble()});
        else if (what == QLatin1String("remove")) m_sensors->remove(a.value(1).toInt());
        else if (what == QLatin1String("move")) m_sensors->move(a.value(1).toInt(), a.value(2).toInt());
        else if (what == QLatin1String("set")) m_sensors->setData(m_sensors->index(a.value(1).toInt(), a.value(2).toInt()), a.value(3).toVariant(), Qt::DisplayRole);
        else if (what == QLatin1String("reset")) m_sensors->reset({{QStringLiteral("only"), 1}});
        else if (what == QLatin1String("sort")) m_sensors->sortByName();
        else if (what == QLatin1String("header")) m_sensors->headerTouched();
        else if (what == QLatin1String("select") && m_selection) m_selection->setCurrentIndex(m_sensors->index(a.value(1).toInt(), 0), QItemSelectionModel::ClearAndSelect);
        else if (what == QLatin1String("tree-insert")) m_tree->insertChild(a.value(1).toInt(), a.value(2).toString());
        else if (what == QLatin1String("tree-remove")) m_tree->removeChild(a.value(1).toInt(), a.value(2).toInt());
        else { say(QStringLiteral("error unknown model command")); return; }
        say(QStringLiteral("ok model ") + what);
    }

    QMap<QString, QObject *> m_objects;
    QMap<QString, std::function<bool()>> m_enablers;
    Sensors *m_sensors = nullptr;
    Tree *m_tree = nullptr;
    QItemSelectionModel *m_selection = nullptr;
    Base *m_station = nullptr;
    Laser *m_spare = nullptr;
    QString m_current;
};

static QRemoteObjectHostBase *createNode(const QCommandLineParser &p, const QUrl &address, QObject *parent)
{
    if (p.isSet("host-registry"))
        return new QRemoteObjectRegistryHost(address, parent);
    if (p.isSet("registry"))
        return new QRemoteObjectHost(address, QUrl(p.value("registry")), QRemoteObjectHostBase::BuiltInSchemasOnly, parent);
    return new QRemoteObjectHost(address, parent);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser p;
    p.addHelpOption();
    p.addOptions({{"address", "where to listen: tcp://127.0.0.1:PORT or local:NAME", "url", "tcp://127.0.0.1:0"},
                  {"registry", "announce at this registry", "url"},
                  {"host-registry", "be a registry host at --address"},
                  {"share", "share an object, TYPE:NAME (may be repeated)", "spec"},
                  {"untemplated", "share repc sources without their generated API class"},
                  {"keep-running", "do not stop when stdin ends"}});
    p.process(app);

    auto *node = createNode(p, QUrl(p.value("address")), &app);
    QObject::connect(node, &QRemoteObjectNode::error, [](QRemoteObjectNode::ErrorCode c) {
        say(QStringLiteral("error node %1").arg(int(c)));
    });
    Host host;
    host.node = node;
    host.untemplated = p.isSet("untemplated");
    const QStringList specs = p.values("share");
    for (const QString &spec : specs)
        host.share(spec);

    peer::StdinReader in([&host](const QString &line) { host.command(line); }, !p.isSet("keep-running"));
    say(QStringLiteral("qt %1").arg(QLatin1String(qVersion())));
    say(QStringLiteral("listening %1").arg((p.isSet("host-registry") ? node->registryUrl()
            : static_cast<QRemoteObjectHost *>(node)->hostUrl()).toString()));
    return app.exec();
}
#include "source_main.moc"
