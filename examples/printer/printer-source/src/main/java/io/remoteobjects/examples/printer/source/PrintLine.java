package io.remoteobjects.examples.printer.source;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

import io.remoteobjects.examples.printer.PrintException;

/** Hands documents to the printer, one after the other in the order of arrival. Any thread. */
final class PrintLine {

    /** How many documents of the largest size may wait. */
    private static final int LARGEST_WAITING = 4;

    private final PrinterSettings settings;
    private final Device device;
    private final Gate gate;
    private final Monitor monitor;
    private final ExecutorService executor;
    private final Semaphore room;

    /** @param executor has one thread */
    PrintLine(PrinterSettings settings, Device device, Gate gate, Monitor monitor, ExecutorService executor) {
        this.settings = settings;
        this.device = device;
        this.gate = gate;
        this.monitor = monitor;
        this.executor = executor;
        this.room = new Semaphore((int) Math.min(Integer.MAX_VALUE, (long) LARGEST_WAITING * settings.documentMaxBytes()));
    }

    /**
     * Prints a document when its turn has come.
     *
     * @param leaves run before the document leaves; what it throws fails this with nothing printed
     * @return the number of the job; fails with a PrintException, whose cause is an {@link UnconfirmedException} if the document may have
     *     been printed nevertheless
     */
    Promise<Integer> add(Document document, Runnable leaves) {
        if (!room.tryAcquire(document.bytes().length)) {
            return Promises.failed(failure(document, "too many documents wait already", "Print it later; nothing was printed.", null));
        }
        Entry entry = new Entry(document, leaves);
        try {
            executor.execute(entry);
        } catch (RejectedExecutionException stopped) {
            entry.stopped();
        }
        return entry.job.getPromise();
    }

    /** Ends at once: what waits fails. */
    void stop() {
        executor.shutdownNow().forEach(waiting -> ((Entry) waiting).stopped());
    }

    private PrintException failure(Document document, String why, String remedy, Exception cause) {
        return new PrintException("Cannot print '" + document.title() + "' on " + device + ": " + why + ". " + remedy, cause);
    }

    /** A document in the line. */
    private final class Entry implements Runnable {

        private final Document document;
        private final Runnable leaves;
        private final Deferred<Integer> job = new Deferred<>();
        private final AtomicBoolean ended = new AtomicBoolean();
        private final long deadline = System.nanoTime() + settings.patience().toNanos();
        private boolean left;

        Entry(Document document, Runnable leaves) {
            this.document = document;
            this.leaves = leaves;
        }

        @Override
        public void run() {
            try {
                int number = send();
                // What printing did to the printer's state reaches the replicas before they are told the number.
                monitor.watch(number).onResolve(() -> end(() -> job.resolve(number)));
            } catch (PrintException failed) {
                end(() -> job.fail(failed));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                stopped();
            } catch (RuntimeException unexpected) {
                end(() -> job.fail(failure(document, "the answer cannot be read: " + unexpected,
                        "It may have been printed.", new UnconfirmedException(new IOException(unexpected)))));
            }
        }

        private int send() throws InterruptedException {
            while (true) {
                if (!gate.awaitOpen(Math.max(0, deadline - System.nanoTime()))) {
                    throw failure(document, "it is paused", "Resume it, then print again; nothing was printed.", null);
                }
                try {
                    leaves.run();
                    left = true;
                    return device.print(document);
                } catch (RefusedException refused) {
                    left = false;
                    if (!refused.isBusy() || deadline - System.nanoTime() <= 0) {
                        throw failure(document, "it refuses with " + refused.getMessage(), refused.isBusy()
                                ? "Print it later; nothing was printed." : "Give it what it can print; nothing was printed.", refused);
                    }
                    TimeUnit.NANOSECONDS.sleep(Math.min(settings.pollBusy().toNanos(), Math.max(0, deadline - System.nanoTime())));
                } catch (UnconfirmedException broken) {
                    throw failure(document, "the connection broke (" + Device.why(broken) + ")",
                            "It may have been printed: look before you print it again.", broken);
                } catch (IOException unreachable) {
                    throw failure(document, "it cannot be reached (" + Device.why(unreachable) + ")",
                            "Check that it is on; nothing was printed.", unreachable);
                }
            }
        }

        /** On the thread that runs this, if it has begun. */
        void stopped() {
            end(() -> job.fail(left
                    ? failure(document, "its Source is stopping", "It may have been printed: look before you print it again.",
                            new UnconfirmedException(new IOException("interrupted")))
                    : failure(document, "its Source is stopping", "Print it when the Source is back; nothing was printed.", null)));
        }

        private void end(Runnable outcome) {
            if (ended.compareAndSet(false, true)) {
                room.release(document.bytes().length);
                outcome.run();
            }
        }
    }
}
