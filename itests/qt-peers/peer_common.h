// Qt peers for interoperability tests: code shared by source and replica.
#pragma once
#include <QtCore>
#include <QtRemoteObjects>
#include <functional>

namespace peer {

// One line to stdout, flushed at once.
void say(const QString &line);

// Any QVariant (PODs, enums, lists, maps included) as compact JSON.
QJsonValue toJson(const QVariant &value);
QString toText(const QVariant &value);

// JSON to a value of the given type (gadgets take an object or an array).
QVariant fromJson(const QJsonValue &json, int typeId);

// A value of the given type: default constructed, or a copy.
QVariant makeVariant(int typeId, const void *copy = nullptr);

// Splits "a 1 \"x y\" {\"k\":1}" into JSON values; bare words become strings.
QList<QJsonValue> parseArguments(const QString &text);

// Command reader on stdin: calls the handler for each line, quits at EOF
// unless told otherwise.
class StdinReader : public QObject
{
    Q_OBJECT
public:
    explicit StdinReader(std::function<void(const QString &)> handler, bool quitAtEof = true,
                         QObject *parent = nullptr);
private:
    void readMore();
    std::function<void(const QString &)> m_handler;
    QByteArray m_buffer;
    QSocketNotifier m_notifier;
    bool m_quitAtEof;
};

// Reports every signal of an object, whatever its class (works for typed and
// for dynamic replicas): "signal <label> <name> <json array of arguments>".
class SignalSpy : public QObject
{
public:
    SignalSpy(QObject *target, const QString &label, QObject *parent = nullptr);
    int qt_metacall(QMetaObject::Call call, int id, void **args) override;
private:
    QObject *m_target;
    QString m_label;
    QVector<int> m_signals;
};

// Finds a method by name and argument count; -1 when there is none.
QMetaMethod findMethod(const QMetaObject *meta, const QString &name, int argc, bool wantSignal);

// Calls a method (or emits a signal) by name; returns false when not found.
// *result receives the return value, or a QRemoteObjectPendingCall.
bool callByName(QObject *object, const QString &name, const QList<QJsonValue> &args,
                bool wantSignal, QVariant *result);

} // namespace peer
