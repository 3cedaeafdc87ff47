package io.remoteobjects.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import io.remoteobjects.Replica;
import io.remoteobjects.node.Node;

/**
 * Runs one workload against a server and prints one line of JSON: {@code Client ADDRESS WORKLOAD [key=value ...]}. All callbacks run
 * on the one event loop of the replicas, as in a Qt client.
 */
public final class Client {

    private static final int MIN_SEQUENTIAL_CALLS = 30_000;

    private final String address;
    private final Params params;
    private final String workload;
    private final List<Node> nodes = new ArrayList<>();

    private Client(String address, String workload, Params params) {
        this.address = address;
        this.workload = workload;
        this.params = params;
    }

    /** Prints the result and ends. */
    public static void main(String[] args) throws Exception {
        int word = args.length > 1 && args[1].matches("w\\d.*") ? 1 : 2;
        String workload = args[word];
        String[] words = Arrays.copyOfRange(args, word + 1, args.length);
        Client client = new Client(args[0], workload, Params.of(words));
        String metrics = switch (workload) {
            case "w1.seq", "w1.pipe" -> client.calls();
            case "w1.void" -> client.oneWayCalls();
            case "w2.tput", "w2.lat", "w3.tput", "w3.lat" -> client.updates();
            default -> throw new IllegalArgumentException("Unknown workload " + workload + ". Known are w1.seq, w1.pipe, w1.void, w2.tput, "
                    + "w2.lat, w3.tput and w3.lat.");
        };
        System.out.println("{\"peer\":\"product\",\"workload\":\"" + workload + "\",\"params\":\"" + String.join(" ", words)
                + "\",\"metrics\":{" + metrics + "}}");
        System.exit(0);
    }

    private long warmNanos() {
        return params.number("warm_ms", 4000) * 1_000_000L;
    }

    private long runNanos() {
        return params.number("ms", 2500) * 1_000_000L;
    }

    private Node node() throws IOException {
        var builder = Node.create().connect(address).directCallbacks();
        if (!nodes.isEmpty()) {
            builder.threadsOf(nodes.get(0));
        }
        Node node = builder.start();
        nodes.add(node);
        return node;
    }

    private static <T> T valid(T replica) throws Exception {
        Replica.of(replica).whenValid().getValue();
        return replica;
    }

    private String calls() throws Exception {
        boolean sequential = workload.equals("w1.seq");
        Bench bench = valid(node().acquire(Bench.class, "Bench"));
        Caller caller = new Caller(bench, sequential);
        for (int k = 0; k < (sequential ? 1 : params.number("inflight", 1)); k++) {
            caller.call();
        }
        caller.finished.await();
        return caller.result;
    }

    /** Keeps calls under way: each answer makes the next call. Runs on the event loop but for its start. */
    private final class Caller {
        private final Bench bench;
        private final boolean sequential;
        private final Latencies latencies = new Latencies();
        private final long started = System.nanoTime();
        private final CountDownLatch finished = new CountDownLatch(1);
        private boolean measuring;
        private boolean done;
        private long from;
        private long countFrom;
        private long count;
        private long last;
        private String result;

        Caller(Bench bench, boolean sequential) {
            this.bench = bench;
            this.sequential = sequential;
        }

        void call() {
            if (sequential) {
                last = System.nanoTime();
            }
            bench.echo((int) count & 0xFFFFFF).onSuccess(this::answered).onFailure(Throwable::printStackTrace);
        }

        private void answered(int reply) {
            if (reply <= 0) {
                System.exit(4);
            }
            count++;
            if (sequential || (count & 63) == 0) {
                note(System.nanoTime());
            }
            if (!done) {
                call();
            }
        }

        private void note(long now) {
            if (measuring) {
                if (sequential) {
                    latencies.add(now - last);
                }
                if (now - from > runNanos()) {
                    result = (sequential ? latencies.percentiles() + "," : "")
                            + String.format(Locale.ROOT, "\"calls_s\":%.0f", (count - countFrom) * 1e9 / (now - from));
                    done = true;
                    finished.countDown();
                }
            } else if (now - started > warmNanos() && (!sequential || count > MIN_SEQUENTIAL_CALLS)) {
                measuring = true;
                from = now;
                countFrom = count;
            }
        }
    }

    private String oneWayCalls() throws Exception {
        Bench bench = valid(node().acquire(Bench.class, "Bench"));
        int base = bench.fired();
        long sent = 0;
        long started = System.nanoTime();
        long from = 0;
        long sentFrom = 0;
        while (true) {
            for (int k = 0; k < 16_384; k++) {
                bench.fire(k);
            }
            sent += 16_384;
            if (bench.fired() != base + (int) sent) {
                System.exit(4);
            }
            long now = System.nanoTime();
            if (from == 0 && now - started > warmNanos()) {
                from = now;
                sentFrom = sent;
            } else if (from != 0 && now - from > runNanos()) {
                return String.format(Locale.ROOT, "\"calls_s\":%.0f", (sent - sentFrom) * 1e9 / (now - from));
            }
        }
    }

    private String updates() throws Exception {
        int connections = params.number("conns", 1);
        boolean latency = workload.endsWith("lat");
        String type = workload.startsWith("w3") ? "tick" : params.text("type", "int");
        int window = params.number("window", Math.min(16_384, Math.max(128, 65_536 / connections)));
        Ctl ctl = valid(node().acquire(Ctl.class, "Ctl"));
        Receiver receiver = new Receiver(connections, window, latency, ctl);
        List<Bench> replicas = new ArrayList<>();
        for (int k = 0; k < connections; k++) {
            replicas.add(node().acquire(Bench.class, "Bench"));
        }
        for (int k = 0; k < connections; k++) {
            receiver.follow(valid(replicas.get(k)), k, type.charAt(0));
        }
        ctl.start(latency ? "lat" : "tput", "type=" + type + ";window=" + window + ";burst=" + params.number("burst", 100) + ";rate="
                + params.number("rate", 1000));
        String result = receiver.measure();
        ctl.stop();
        return result;
    }

    /** Takes updates on the event loop, checks that none is missing, and acknowledges those that all replicas have. */
    private final class Receiver {
        private final int[] counts;
        private final int[] levels = new int[64];
        private final int step;
        private final boolean latency;
        private final Ctl ctl;
        private final Latencies latencies = new Latencies();
        private final SendTimes times;
        private final AtomicBoolean measuring = new AtomicBoolean();
        private volatile long total;
        private int acknowledged;

        Receiver(int connections, int window, boolean latency, Ctl ctl) throws IOException {
            this.counts = new int[connections];
            this.step = window / 4;
            this.latency = latency;
            this.ctl = ctl;
            this.times = latency ? new SendTimes() : null;
        }

        void follow(Bench bench, int replica, char type) {
            switch (type) {
                case 'i' -> bench.i().onChange(value -> took(replica, value));
                case 'd' -> bench.d().onChange(value -> took(replica, value.intValue()));
                case 'g' -> bench.g().onChange(value -> took(replica, (int) value.t()));
                case 's' -> bench.s().onChange(value -> took(replica, Integer.parseInt(value, 0, 8, 10)));
                default -> bench.tick().connect(value -> took(replica, value.a()));
            }
        }

        private void took(int replica, int sequence) {
            total++;
            if (latency) {
                if (measuring.get()) {
                    latencies.add(times.age(sequence));
                }
                return;
            }
            int count = ++counts[replica];
            if (sequence != count) {
                System.err.println("lost update: " + sequence + " instead of " + count);
                System.exit(5);
            }
            if (count % step == 0 && ++levels[count / step & 63] == counts.length) {
                levels[count / step & 63] = 0;
                acknowledged += step;
                ctl.ack(acknowledged);
            }
        }

        String measure() throws InterruptedException {
            Thread.sleep(warmNanos() / 1_000_000);
            measuring.set(true);
            long from = System.nanoTime();
            long countFrom = total;
            Thread.sleep(runNanos() / 1_000_000);
            measuring.set(false);
            double seconds = (System.nanoTime() - from) / 1e9;
            double deliveries = (total - countFrom) / seconds;
            return (latency ? latencies.percentiles() + "," : "")
                    + String.format(Locale.ROOT, "\"deliv_s\":%.0f,\"upd_s\":%.0f", deliveries,
                    deliveries / counts.length);
        }
    }
}
