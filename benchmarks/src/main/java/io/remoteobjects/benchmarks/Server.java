package io.remoteobjects.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

import io.remoteobjects.MutableProperty;
import io.remoteobjects.NonBlocking;
import io.remoteobjects.Property;
import io.remoteobjects.PushProperty;
import io.remoteobjects.Signal;
import io.remoteobjects.node.Node;

/** Hosts the Sources of the benchmarks: {@code Server ADDRESS}. */
public final class Server {

    /** Every value must arrive, as from Qt; what is on its way is bounded by the clients' acknowledgements. */
    private static final long NEVER_CONFLATE = 1L << 30;

    private Server() {
    }

    /** Prints READY when it listens, and runs until it is killed. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Node node = Node.create().listen(args[0]).outboundLimits(NEVER_CONFLATE, NEVER_CONFLATE).start();
        BenchSource bench = new BenchSource();
        node.enableRemoting("Bench", bench);
        node.enableRemoting("Ctl", new CtlSource(bench));
        System.out.println("READY");
        Thread.currentThread().join();
    }

    /** Holds the values. */
    @NonBlocking
    static final class BenchSource implements Bench {
        final MutableProperty<Integer> i = Property.of(0);
        final MutableProperty<Double> d = Property.of(0.0);
        final MutableProperty<Gps> g = Property.of(new Gps(0, 0, 0, 0, 0));
        final MutableProperty<String> s = Property.of("");
        final MutableProperty<byte[]> blob = Property.of(new byte[0]);
        final Signal.Emitter<Tick> tick = Signal.emitter();
        final AtomicInteger fired = new AtomicInteger();

        @Override
        public PushProperty<Integer> i() {
            return i;
        }

        @Override
        public PushProperty<Double> d() {
            return d;
        }

        @Override
        public PushProperty<Gps> g() {
            return g;
        }

        @Override
        public PushProperty<String> s() {
            return s;
        }

        @Override
        public PushProperty<byte[]> blob() {
            return blob;
        }

        @Override
        public Signal<Tick> tick() {
            return tick;
        }

        @Override
        public Promise<Integer> echo(int x) {
            return Promises.resolved(x + 1);
        }

        @Override
        public void fire(int x) {
            fired.incrementAndGet();
        }

        @Override
        public int fired() {
            return fired.get();
        }
    }

    /** Changes the values, as fast as the replicas acknowledge or at a rate. */
    @NonBlocking
    static final class CtlSource implements Ctl {

        private static final char[] PADDING = "x".repeat(1000).toCharArray();

        private final BenchSource bench;
        private volatile Thread pump;
        private volatile int acknowledged;
        private double cpuBefore;

        CtlSource(BenchSource bench) {
            this.bench = bench;
        }

        @Override
        public int start(String what, String words) {
            Params params = Params.of(words.split(";"));
            cpuBefore = cpuSeconds();
            acknowledged = 0;
            char type = params.text("type", "int").charAt(0);
            switch (what) {
                case "tput" -> run(() -> pump(type, params.number("window", 1024), params.number("burst", 1)));
                case "lat" -> run(() -> tick(type, params.number("rate", 1000)));
                default -> throw new IllegalArgumentException("Unknown workload " + what + ". Known are tput and lat.");
            }
            return 0;
        }

        private void run(Runnable work) {
            Thread thread = new Thread(work, "pump");
            thread.setDaemon(true);
            pump = thread;
            thread.start();
        }

        private void pump(char type, int window, int burst) {
            Thread self = Thread.currentThread();
            int sent = 0;
            while (pump == self) {
                int credit = Math.min(burst, window - (sent - acknowledged));
                if (credit <= 0) {
                    LockSupport.park(this);
                }
                for (int k = 0; k < credit; k++) {
                    change(type, ++sent);
                }
            }
        }

        private void tick(char type, int rate) {
            Thread self = Thread.currentThread();
            long start = System.nanoTime();
            long period = 1_000_000_000L / rate;
            try {
                SendTimes times = new SendTimes();
                int sent = 0;
                while (pump == self) {
                    long due = (System.nanoTime() - start) / period;
                    while (sent < due) {
                        times.sent(++sent);
                        change(type, sent);
                    }
                    LockSupport.parkNanos(100_000);
                }
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private void change(char type, int n) {
            switch (type) {
                case 'i' -> bench.i.set(n);
                case 'd' -> bench.d.set((double) n);
                case 'g' -> bench.g.set(new Bench.Gps(48.1 + n * 1e-7, 11.5, 500.0, n, n & 15));
                case 's' -> bench.s.set(text(n));
                default -> bench.tick.emit(new Bench.Tick(n, n * 0.5));
            }
        }

        private static String text(int n) {
            char[] text = PADDING.clone();
            for (int k = 7, rest = n; k >= 0; k--, rest /= 10) {
                text[k] = (char) ('0' + rest % 10);
            }
            return new String(text);
        }

        @Override
        public void ack(int n) {
            acknowledged = n;
            LockSupport.unpark(pump);
        }

        @Override
        public int stop() {
            Thread stopped = pump;
            pump = null;
            LockSupport.unpark(stopped);
            return (int) ((cpuSeconds() - cpuBefore) * 1e6);
        }

        private static double cpuSeconds() {
            return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
        }
    }
}
