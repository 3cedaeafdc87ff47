#include "peer_common.h"
#include <cstdio>
#include <unistd.h>

namespace peer {

void say(const QString &line)
{
    const QByteArray utf8 = line.toUtf8();
    std::fwrite(utf8.constData(), 1, size_t(utf8.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

StdinReader::StdinReader(std::function<void(const QString &)> handler, bool quitAtEof, QObject *parent)
    : QObject(parent), m_handler(std::move(handler)), m_notifier(0, QSocketNotifier::Read), m_quitAtEof(quitAtEof)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] { readMore(); });
}

void StdinReader::readMore()
{
    char chunk[4096];
    const ssize_t got = ::read(0, chunk, sizeof chunk);
    if (got <= 0) {
        m_notifier.setEnabled(false);
        if (m_quitAtEof)
            QCoreApplication::quit();
        return;
    }
    m_buffer.append(chunk, int(got));
    int eol;
    while ((eol = int(m_buffer.indexOf('\n'))) >= 0) {
        const QString line = QString::fromUtf8(m_buffer.left(eol)).trimmed();
        m_buffer.remove(0, eol + 1);
        if (!line.isEmpty())
            m_handler(line);
    }
}

SignalSpy::SignalSpy(QObject *target, const QString &label, QObject *parent)
    : QObject(parent), m_target(target), m_label(label)
{
    const QMetaObject *meta = target->metaObject();
    // What every replica emits about itself (initialized, stateChanged, notified) is not the object's own.
    const QMetaObject *base = qobject_cast<QRemoteObjectReplica *>(target) ? &QRemoteObjectReplica::staticMetaObject
                                                                            : &QObject::staticMetaObject;
    const int first = base->methodCount();
    const int own = QObject::staticMetaObject.methodCount();
    for (int i = first; i < meta->methodCount(); ++i) {
        if (meta->method(i).methodType() != QMetaMethod::Signal)
            continue;
        QMetaObject::connect(target, i, this, own + int(m_signals.size()), Qt::DirectConnection, nullptr);
        m_signals << i;
    }
}

int SignalSpy::qt_metacall(QMetaObject::Call call, int id, void **args)
{
    id = QObject::qt_metacall(call, id, args);
    if (id < 0 || call != QMetaObject::InvokeMetaMethod || id >= m_signals.size())
        return id;
    const QMetaMethod method = m_target->metaObject()->method(m_signals.at(id));
    QString text = QLatin1String("[");
    for (int i = 0; i < method.parameterCount(); ++i) {
        const int type = method.parameterType(i);
        if (i) text += QLatin1Char(',');
        if (type == QMetaType::QVariant)
            text += toText(*static_cast<QVariant *>(args[i + 1]));
        else if (type == QMetaType::UnknownType || QByteArray(QMetaType(type).name()).startsWith("QtRO"))
            text += QLatin1String("\"unknown\"");
        else
            text += toText(makeVariant(type, args[i + 1]));
    }
    say(QStringLiteral("signal %1 %2 %3]").arg(m_label, QString::fromLatin1(method.name()), text));
    return -1;
}

QMetaMethod findMethod(const QMetaObject *meta, const QString &name, int argc, bool wantSignal)
{
    const QByteArray wanted = name.toLatin1();
    for (int i = meta->methodCount() - 1; i >= 0; --i) {
        const QMetaMethod m = meta->method(i);
        if (m.name() == wanted && m.parameterCount() == argc
                && (m.methodType() == QMetaMethod::Signal) == wantSignal)
            return m;
    }
    return QMetaMethod();
}

bool callByName(QObject *object, const QString &name, const QList<QJsonValue> &args,
                bool wantSignal, QVariant *result)
{
    const QMetaMethod method = findMethod(object->metaObject(), name, int(args.size()), wantSignal);
    if (!method.isValid())
        return false;
    QVariantList values;
    for (int i = 0; i < args.size(); ++i)
        values << fromJson(args.at(i), method.parameterType(i));
    QVarLengthArray<void *, 10> raw(args.size() + 1);
    QVariant ret;
    raw[0] = nullptr;
    if (method.returnType() != QMetaType::Void && method.returnType() != QMetaType::UnknownType) {
        if (method.returnType() == QMetaType::QVariant) {
            raw[0] = &ret;
        } else {
            ret = makeVariant(method.returnType());
            raw[0] = ret.data();
        }
    }
    for (int i = 0; i < args.size(); ++i)
        raw[i + 1] = method.parameterType(i) == QMetaType::QVariant ? static_cast<void *>(&values[i])
                                                                    : values[i].data();
    object->qt_metacall(QMetaObject::InvokeMetaMethod, method.methodIndex(), raw.data());
    if (result)
        *result = ret;
    return true;
}

} // namespace peer
