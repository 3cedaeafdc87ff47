// Qt peers for interoperability tests: prints a document through the Printer of the example and tells what becomes of it.
// A program of its own, as interop.rep has another class Printer. See README.md.
#include <QtCore>
#include <QtRemoteObjects>
#include "rep_Printer_replica.h"

static void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

static void watch(PrinterReplica *printer)
{
    QObject::connect(printer, &PrinterReplica::stateChanged, [](PrinterReplica::State state) {
        say(QStringLiteral("printer %1").arg(QLatin1String(QMetaEnum::fromType<PrinterReplica::State>().valueToKey(state))));
    });
    QObject::connect(printer, &PrinterReplica::inksChanged, [](const QList<Ink> &inks) {
        for (const Ink &ink : inks)
            say(QStringLiteral("ink %1 %2 %3").arg(ink.name()).arg(ink.colour()).arg(ink.level()));
    });
    QObject::connect(printer, &PrinterReplica::jobDone, [](int job, bool ok, const QString &detail) {
        say(QStringLiteral("done %1 %2 %3").arg(job).arg(ok ? QStringLiteral("ok") : QStringLiteral("failed"), detail));
    });
}

static void print(PrinterReplica *printer, const QByteArray &document, const QString &type, const QString &title)
{
    auto *job = new QRemoteObjectPendingCallWatcher(
        printer->printOnce(QUuid::createUuid().toString(), document, type, title), printer);
    QObject::connect(job, &QRemoteObjectPendingCallWatcher::finished, [](QRemoteObjectPendingCallWatcher *self) {
        say(self->error() == QRemoteObjectPendingCall::NoError && self->returnValue().isValid()
            ? QStringLiteral("job %1").arg(self->returnValue().toInt()) : QStringLiteral("refused"));
        self->deleteLater();
    });
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList args = app.arguments();
    if (args.size() != 5) {
        qCritical("usage: qtro-printer-qt6 URL NAME FILE MIMETYPE");
        return 2;
    }
    QFile file(args.at(3));
    if (!file.open(QIODevice::ReadOnly)) {
        qCritical() << "Cannot read" << args.at(3) << file.errorString();
        return 2;
    }
    const QByteArray document = file.readAll();

    QRemoteObjectNode node;
    node.connectToNode(QUrl(args.at(1)));
    QScopedPointer<PrinterReplica> printer(node.acquire<PrinterReplica>(args.at(2)));
    watch(printer.data());
    // Of the base class: the property "state" hides it.
    QObject::connect(printer.data(), &QRemoteObjectReplica::initialized, [&] {
        say(QStringLiteral("name %1").arg(printer->name()));
        say(QStringLiteral("printer %1").arg(QLatin1String(QMetaEnum::fromType<PrinterReplica::State>().valueToKey(printer->state()))));
        print(printer.data(), document, args.at(4), QFileInfo(file).fileName());
    });

    QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, [&] {
        char some[64];
        if (QFile in; !in.open(0, QIODevice::ReadOnly | QIODevice::Unbuffered) || in.read(some, sizeof some) <= 0 || !qstrncmp(some, "quit", 4))
            app.quit();
    });
    return app.exec();
}
