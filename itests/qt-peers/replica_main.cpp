// Qt peers for interoperability tests: a node with typed and dynamic replicas
// and model replicas. See README.md.
#include "peer_common.h"
#include "rep_gps_merged.h"
#include "rep_interop_merged.h"
#ifdef PEER_QT6_REP
#include "rep_interop6_merged.h"
#endif

using peer::say;
using peer::toText;

static QString stateName(int s)
{
    static const char *names[] = {"Uninitialized", "Default", "Valid", "Suspect", "SignatureMismatch"};
    return s >= 0 && s < 5 ? QLatin1String(names[s]) : QString::number(s);
}

class Client : public QObject
{
    Q_OBJECT
public:
    QRemoteObjectNode *node = nullptr;
    QMap<QString, QRemoteObjectReplica *> replicas;
    QMap<QString, QAbstractItemModelReplica *> models;
    QString current;
    int calls = 0;

    void watch(const QString &name, QRemoteObjectReplica *rep, bool dynamic)
    {
        replicas.insert(name, rep);
        if (current.isEmpty()) current = name;
        connect(rep, &QRemoteObjectReplica::stateChanged, this, [name](QRemoteObjectReplica::State now, QRemoteObjectReplica::State was) {
            say(QStringLiteral("state %1 %2 %3").arg(name, stateName(now), stateName(was)));
        });
        connect(rep, &QRemoteObjectReplica::notified, this, [name] { say(QStringLiteral("notified ") + name); });
        auto spied = std::make_shared<bool>(false);
        auto onInit = [=] {
            if (!*spied && dynamic) { *spied = true; new peer::SignalSpy(rep, name, rep); }
            say(QStringLiteral("initialized ") + name);
            dump(name, rep);
        };
        if (!dynamic) new peer::SignalSpy(rep, name, rep);
        connect(rep, &QRemoteObjectReplica::initialized, this, onInit);
        say(QStringLiteral("acquired %1 %2").arg(name, stateName(rep->state())));
        if (rep->isInitialized()) onInit();
    }

    // Dynamic replicas hold lists and maps of PODs as containers private to
    // QtRemoteObjects; this program also has the real types, so it keeps off them.
    static QString propText(QObject *o, const QByteArray &name)
    {
        const QMetaObject *meta = o->metaObject();
        const QMetaProperty p = meta->property(meta->indexOfProperty(name.constData()));
        if (QByteArray(p.typeName()).startsWith("QtRO"))
            return QLatin1Char('"') + QLatin1String(p.typeName()) + QLatin1Char('"');
        return toText(p.isValid() ? p.read(o) : o->property(name.constData()));
    }

    void dump(const QString &name, QObject *o)
    {
        const QMetaObject *meta = o->metaObject();
        for (int i = QRemoteObjectReplica::staticMetaObject.propertyCount(); i < meta->propertyCount(); ++i)
            say(QStringLiteral("prop %1 %2 %3").arg(name, QLatin1String(meta->property(i).name()), propText(o, meta->property(i).name())));
    }

    void acquire(const QString &spec)
    {
        const QString type = spec.section(QLatin1Char(':'), 0, 0);
        QString name = spec.section(QLatin1Char(':'), 1);
        QRemoteObjectReplica *rep = nullptr;
        if (type == QLatin1String("Gps")) rep = node->acquire<GpsReplica>(name);
        else if (type == QLatin1String("GpsReceiver")) rep = node->acquire<GpsReceiverReplica>(name);
        else if (type == QLatin1String("Printer")) rep = node->acquire<PrinterReplica>(name);
        else if (type == QLatin1String("AllTypes")) rep = node->acquire<AllTypesReplica>(name);
        else if (type == QLatin1String("Station")) rep = node->acquire<StationReplica>(name);
#ifdef PEER_QT6_REP
        else if (type == QLatin1String("Modern")) rep = node->acquire<ModernReplica>(name);
#endif
        if (!rep) { say(QStringLiteral("error unknown type ") + type); return; }
        watch(name.isEmpty() ? type : name, rep, false);
    }

    void acquireDynamic(const QString &name) { watch(name, node->acquireDynamic(name), true); }

    void acquireModel(const QString &name, bool prefetch, const QVector<int> &roles = {})
    {
        QAbstractItemModelReplica *m = node->acquireModel(name, prefetch ? QtRemoteObjects::PrefetchData : QtRemoteObjects::FetchRootSize, roles);
        models.insert(name, m);
        connect(m, &QAbstractItemModelReplica::initialized, this, [=] {
            say(QStringLiteral("initialized %1 rows=%2 columns=%3").arg(name).arg(m->rowCount()).arg(m->columnCount()));
        });
        connect(m, &QAbstractItemModel::dataChanged, this, [=](const QModelIndex &a, const QModelIndex &b, const QVector<int> &roles) {
            QStringList r; for (int x : roles) r << QString::number(x);
            say(QStringLiteral("model %1 dataChanged %2,%3 %4,%5 roles=%6").arg(name).arg(a.row()).arg(a.column()).arg(b.row()).arg(b.column()).arg(r.join(QLatin1Char(','))));
        });
        connect(m, &QAbstractItemModel::rowsInserted, this, [=](const QModelIndex &, int a, int b) { say(QStringLiteral("model %1 rowsInserted %2 %3").arg(name).arg(a).arg(b)); });
        connect(m, &QAbstractItemModel::rowsRemoved, this, [=](const QModelIndex &, int a, int b) { say(QStringLiteral("model %1 rowsRemoved %2 %3").arg(name).arg(a).arg(b)); });
        connect(m, &QAbstractItemModel::rowsMoved, this, [=](const QModelIndex &, int a, int b, const QModelIndex &, int to) { say(QStringLiteral("model %1 rowsMoved %2 %3 %4").arg(name).arg(a).arg(b).arg(to)); });
        connect(m, &QAbstractItemModel::modelReset, this, [=] { say(QStringLiteral("model %1 modelReset rows=%2").arg(name).arg(m->rowCount())); });
        connect(m, &QAbstractItemModel::layoutChanged, this, [=] { say(QStringLiteral("model %1 layoutChanged").arg(name)); });
        connect(m, &QAbstractItemModel::headerDataChanged, this, [=](Qt::Orientation o, int a, int b) { say(QStringLiteral("model %1 headerDataChanged %2 %3 %4").arg(name).arg(int(o)).arg(a).arg(b)); });
        connect(m->selectionModel(), &QItemSelectionModel::currentChanged, this, [=](const QModelIndex &c, const QModelIndex &) { say(QStringLiteral("model %1 currentChanged %2,%3").arg(name).arg(c.row()).arg(c.column())); });
        say(QStringLiteral("acquired %1 model").arg(name));
    }

    void report(const QString &label, const QVariant &ret)
    {
        const QByteArray type = ret.typeName();
        if (!type.startsWith("QRemoteObjectPending")) { say(QStringLiteral("ok ") + label); return; }
        const auto *pending = static_cast<const QRemoteObjectPendingCall *>(ret.constData());
        const int id = ++calls;
        say(QStringLiteral("pending %1 %2").arg(id).arg(label));
        auto *w = new QRemoteObjectPendingCallWatcher(*pending, this);
        connect(w, &QRemoteObjectPendingCallWatcher::finished, this, [=](QRemoteObjectPendingCallWatcher *self) {
            say(QStringLiteral("reply %1 %2 error=%3 %4").arg(id).arg(label).arg(int(self->error())).arg(toText(self->returnValue())));
            self->deleteLater();
        });
    }

    void command(const QString &line)
    {
        const QString verb = line.section(QLatin1Char(' '), 0, 0);
        const QString rest = line.section(QLatin1Char(' '), 1).trimmed();
        QString target = rest.section(QLatin1Char(' '), 0, 0);
        const QList<QJsonValue> args = peer::parseArguments(rest.section(QLatin1Char(' '), 1));
        if (verb == QLatin1String("quit")) { QCoreApplication::quit(); return; }
        if (verb == QLatin1String("use")) { current = rest; say(QStringLiteral("ok use ") + rest); return; }
        if (verb == QLatin1String("acquire")) { acquire(rest); return; }
        if (verb == QLatin1String("dynamic")) { acquireDynamic(rest); return; }
        if (verb == QLatin1String("acquire-model")) { acquireModel(target, args.value(0).toString() == QLatin1String("prefetch")); return; }
        if (verb == QLatin1String("connect")) { say(QStringLiteral("ok connect %1").arg(node->connectToNode(QUrl(rest)))); return; }
        if (verb == QLatin1String("heartbeat")) { node->setHeartbeatInterval(rest.toInt()); say(QStringLiteral("ok heartbeat")); return; }
        if (verb == QLatin1String("instances")) { say(QStringLiteral("instances %1 %2").arg(rest, node->instances(rest).join(QLatin1Char(',')))); return; }
        if (verb == QLatin1String("registry")) {
            if (!node->registry()) { say(QStringLiteral("error no registry")); return; }
            const auto locations = node->registry()->sourceLocations();
            for (auto it = locations.begin(); it != locations.end(); ++it)
                say(QStringLiteral("location %1 %2 %3").arg(it.key(), it.value().typeName, it.value().hostUrl.toString()));
            say(QStringLiteral("ok registry %1 entries %2").arg(stateName(node->registry()->state())).arg(locations.size()));
            return;
        }
        if (verb == QLatin1String("release")) {
            delete replicas.take(rest);
            say(QStringLiteral("ok release ") + rest);
            return;
        }
        if (models.contains(target) && modelCommand(verb, target, args))
            return;
        QString object = current;
        const QStringList wholeObject{QStringLiteral("state"), QStringLiteral("dump"), QStringLiteral("methods")};
        if (wholeObject.contains(verb)) {
            if (!rest.isEmpty())
                object = rest;
        } else if (target.contains(QLatin1Char('.'))) {
            object = target.section(QLatin1Char('.'), 0, -2);
            target = target.section(QLatin1Char('.'), -1);
        }
        // "Station.gps.latitude" walks into sub-object replicas.
        QObject *o = replicas.value(object.section(QLatin1Char('.'), 0, 0));
        const QStringList path = object.split(QLatin1Char('.'));
        for (int i = 1; o && i < path.size(); ++i)
            o = o->property(path.at(i).toLatin1().constData()).value<QObject *>();
        if (!o) { say(QStringLiteral("error no object ") + object); return; }
        if (verb == QLatin1String("get")) {
            say(QStringLiteral("value %1 %2 %3").arg(object, target, propText(o, target.toLatin1())));
        } else if (verb == QLatin1String("state")) {
            auto *r = qobject_cast<QRemoteObjectReplica *>(o);
            say(QStringLiteral("state %1 %2").arg(object, r ? stateName(r->state()) : QStringLiteral("none")));
        } else if (verb == QLatin1String("dump")) {
            dump(object, o);
            say(QStringLiteral("ok dump"));
        } else if (verb == QLatin1String("methods")) {
            const QMetaObject *meta = o->metaObject();
            for (int i = QRemoteObjectReplica::staticMetaObject.methodCount(); i < meta->methodCount(); ++i)
                say(QStringLiteral("method %1 %2 %3").arg(object, QLatin1String(meta->method(i).typeName()), QLatin1String(meta->method(i).methodSignature())));
            say(QStringLiteral("ok methods"));
        } else if (verb == QLatin1String("set")) {
            // The write is asynchronous, so QMetaProperty::write may well say "false".
            const QMetaObject *meta = o->metaObject();
            const QMetaProperty p = meta->property(meta->indexOfProperty(target.toLatin1().constData()));
            if (!p.isValid()) { say(QStringLiteral("error no property ") + target); return; }
            p.write(o, peer::fromJson(args.value(0), p.userType()));
            say(QStringLiteral("ok set %1.%2").arg(object, target));
        } else if (verb == QLatin1String("push") || verb == QLatin1String("call")) {
            QString name = target;
            if (verb == QLatin1String("push"))
                name = QLatin1String("push") + target.left(1).toUpper() + target.mid(1);
            QVariant ret;
            if (!peer::callByName(o, name, args, false, &ret)) {
                say(QStringLiteral("error no method %1/%2").arg(name).arg(args.size()));
                return;
            }
            report(object + QLatin1Char('.') + name, ret);
        } else {
            say(QStringLiteral("error unknown command ") + verb);
        }
    }

    bool modelCommand(const QString &verb, const QString &name, const QList<QJsonValue> &a)
    {
        QAbstractItemModelReplica *m = models.value(name);
        if (verb == QLatin1String("rows")) say(QStringLiteral("rows %1 %2 %3").arg(name).arg(m->rowCount()).arg(m->columnCount()));
        else if (verb == QLatin1String("data")) {
            const QModelIndex i = m->index(a.value(0).toInt(), a.value(1).toInt());
            const int role = a.value(2).toInt();
            const bool had = m->hasData(i, role);
            say(QStringLiteral("data %1 %2,%3 role=%4 cached=%5 %6").arg(name).arg(i.row()).arg(i.column()).arg(role).arg(had).arg(toText(m->data(i, role))));
        } else if (verb == QLatin1String("setdata")) {
            const QModelIndex i = m->index(a.value(0).toInt(), a.value(1).toInt());
            say(QStringLiteral("ok setdata %1").arg(m->setData(i, a.value(3).toVariant(), a.value(2).toInt())));
        } else if (verb == QLatin1String("child")) {
            // child MODEL ROW CHILDROW ROLE: a cell one level down
            const QModelIndex parent = m->index(a.value(0).toInt(), 0);
            const int rows = m->rowCount(parent);
            const QModelIndex i = m->index(a.value(1).toInt(), 0, parent);
            say(QStringLiteral("child %1 rows=%2 %3").arg(name).arg(rows).arg(i.isValid() ? toText(m->data(i, a.value(2).toInt())) : QStringLiteral("null")));
        } else if (verb == QLatin1String("header"))
            say(QStringLiteral("header %1 %2").arg(name, toText(m->headerData(a.value(0).toInt(), a.value(1).toInt() == 2 ? Qt::Vertical : Qt::Horizontal, a.value(2).toInt()))));
        else if (verb == QLatin1String("select")) {
            m->selectionModel()->setCurrentIndex(m->index(a.value(0).toInt(), 0), QItemSelectionModel::ClearAndSelect);
            say(QStringLiteral("ok select"));
        } else if (verb == QLatin1String("roles")) {
            QStringList r; const auto names = m->roleNames();
            for (int role : m->availableRoles()) r << QStringLiteral("%1=%2").arg(role).arg(QString::fromLatin1(names.value(role)));
            say(QStringLiteral("roles %1 %2").arg(name, r.join(QLatin1Char(','))));
        } else return false;
        return true;
    }
};

template <class T>
static void registerContainer(const char *name)
{
    qRegisterMetaType<T>(name);
#if QT_VERSION < QT_VERSION_CHECK(6, 0, 0)
    qRegisterMetaTypeStreamOperators<T>(name);
#endif
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    qRegisterMetaType<QRemoteObjectPendingCall>();
    // A dynamic replica cannot read a container its process does not know: the rest of the stream would be lost.
    registerContainer<QList<int>>("QList<int>");
    registerContainer<QList<double>>("QList<double>");
    registerContainer<QMap<QString, int>>("QMap<QString,int>");
    QCommandLineParser p;
    p.addHelpOption();
    p.addOptions({{"connect", "connect to this host node", "url"},
                  {"registry", "find sources at this registry", "url"},
                  {"acquire", "typed replica, TYPE:NAME (Gps, GpsReceiver, Printer, AllTypes, Station, Modern)", "spec"},
                  {"dynamic", "dynamic replica by NAME", "name"},
                  {"model", "model replica by NAME", "name"},
                  {"prefetch", "acquire models with prefetch"},
                  {"heartbeat", "heartbeat interval", "ms"},
                  {"keep-running", "do not stop when stdin ends"}});
    p.process(app);

    Client client;
    client.node = p.isSet("registry") ? new QRemoteObjectNode(QUrl(p.value("registry")), &app)
                                      : new QRemoteObjectNode(&app);
    QObject::connect(client.node, &QRemoteObjectNode::error, [](QRemoteObjectNode::ErrorCode c) {
        say(QStringLiteral("error node %1").arg(int(c)));
    });
    QObject::connect(client.node, &QRemoteObjectNode::remoteObjectAdded, [](const QRemoteObjectSourceLocation &l) {
        say(QStringLiteral("added %1 %2 %3").arg(l.first, l.second.typeName, l.second.hostUrl.toString()));
    });
    QObject::connect(client.node, &QRemoteObjectNode::remoteObjectRemoved, [](const QRemoteObjectSourceLocation &l) {
        say(QStringLiteral("removed %1 %2 %3").arg(l.first, l.second.typeName, l.second.hostUrl.toString()));
    });
    if (p.isSet("heartbeat"))
        client.node->setHeartbeatInterval(p.value("heartbeat").toInt());
    say(QStringLiteral("qt %1").arg(QLatin1String(qVersion())));
    if (p.isSet("connect"))
        client.node->connectToNode(QUrl(p.value("connect")));
    for (const QString &s : p.values("acquire")) client.acquire(s);
    for (const QString &s : p.values("dynamic")) client.acquireDynamic(s);
    for (const QString &s : p.values("model")) client.acquireModel(s, p.isSet("prefetch"));

    peer::StdinReader in([&client](const QString &line) { client.command(line); }, !p.isSet("keep-running"));
    return app.exec();
}
#include "replica_main.moc"
