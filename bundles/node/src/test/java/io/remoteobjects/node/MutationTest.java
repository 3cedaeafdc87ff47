package io.remoteobjects.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.remoteobjects.Replica;
import io.remoteobjects.Replica.State;
import io.remoteobjects.node.gps.DemoGps;
import io.remoteobjects.node.gps.Fix;
import io.remoteobjects.node.gps.FixLost;
import io.remoteobjects.node.gps.Gps;
import io.remoteobjects.node.harness.Await;
import io.remoteobjects.node.harness.LogLines;
import io.remoteobjects.node.harness.RawPeer;
import io.remoteobjects.node.harness.Recorder;
import io.remoteobjects.node.harness.Seen;

/**
 * Sessions recorded between two nodes, each changed at random in several places, are thrown at a live node in both roles. The seed is
 * fixed: what fails once fails always.
 */
@Timeout(300)
class MutationTest {

    private static final int MUTATIONS = 10_000;
    private static final long SEED = 20_240_506;

    private final Random random = new Random(SEED);
    private final DemoGps source = new DemoGps();

    /** Records what both ends say while there is a bit of everything. */
    private Recorder.Session record() throws Exception {
        try (Node host = Node.create().listen("tcp://127.0.0.1:0").start();
                Recorder recorder = new Recorder(host.addresses().get(0));
                Node node = Node.create().start()) {
            host.enableRemoting("gps", source);
            node.connect(recorder.url());
            Gps gps = node.acquire(Gps.class, "gps");
            Replica.of(gps).whenValid().timeout(20_000).getValue();
            try (NamedReplica named = node.acquireDynamic("gps", recorder.url())) {
                named.replica().whenValid().timeout(20_000).getValue();
                Seen<FixLost> lost = new Seen<>();
                gps.fixLost().connect(lost);
                source.fix().set(Fix.number(1));
                source.fixLost().emit(new FixLost("antenna", 3));
                gps.rate().push(5).timeout(20_000).getValue();
                gps.satellites(true).timeout(20_000).getValue();
                gps.reset();
                lost.awaitCount(1);
                recorder.awaitFrames(24);
            }
            return recorder.session();
        }
    }

    @Test
    void mutatedSessionsDisturbNobody() throws Exception {
        Recorder.Session session = record();
        try (LogLines log = new LogLines();
                Node host = Node.create().listen("tcp://127.0.0.1:0").start();
                RawPeer.Listener fakeHost = new RawPeer.Listener("tcp://127.0.0.1:0");
                Node node = Node.create().connect(host.addresses().get(0)).reconnect(Duration.ofMillis(1), Duration.ofMillis(1)).start()) {
            host.enableRemoting("gps", source);
            Gps bystander = acquire(node, host.addresses().get(0));
            Replica.of(bystander).whenValid().timeout(20_000).getValue();
            Seen<State> states = new Seen<>();
            Replica.of(bystander).onStateChange(states);

            throwAll(session.fromNode(), () -> RawPeer.connect(host.addresses().get(0)));

            node.connect(fakeHost.url());
            Gps victim = acquire(node, fakeHost.url());
            try (NamedReplica dynamic = node.acquireDynamic("gps", fakeHost.url())) {
                throwAll(session.fromHost(), fakeHost::accept);
            }
            node.disconnect(fakeHost.url());
            Await.until("the victim to lose its link", () -> Replica.of(victim).state() != State.VALID);

            source.fix().set(Fix.number(2));
            Await.until("the value at the bystander", () -> bystander.fix().get().equals(Fix.number(2)));
            assertEquals(List.of(), states.all(), "the bystander's link was lost");
            Await.until("the sessions to end", () -> host.sources().stream().filter(each -> each.name().equals("gps"))
                    .allMatch(each -> each.subscribers() == 1));
            List<String> escaped = log.all().stream().filter(line -> line.contains("error of ours") || line.startsWith("\tat ")
                    || line.contains("exceptionCaught")).toList();
            assertEquals(List.of(), escaped.subList(0, Math.min(20, escaped.size())), "an exception escaped");
        }
    }

    private static Gps acquire(Node node, String url) {
        return (Gps) node.acquire("gps", url, Duration.ofSeconds(20), link -> link, Gps.class.getClassLoader(), Gps.class).service();
    }

    private void throwAll(List<byte[]> frames, Connector connector) throws IOException {
        for (int done = 0; done < MUTATIONS;) {
            int mutations = 1 + random.nextInt(16);
            done += mutations;
            byte[] bytes = mutate(frames, mutations);
            try (RawPeer peer = connector.connect()) {
                peer.send(bytes);
            } catch (IOException closed) {
                // Whoever gets this may well close before all of it is sent.
            }
        }
    }

    private interface Connector {
        RawPeer connect() throws IOException;
    }

    /** Changes bytes within frames, and now and then the frames themselves. */
    private byte[] mutate(List<byte[]> frames, int mutations) {
        List<byte[]> mutated = new ArrayList<>(frames);
        for (int i = 0; i < mutations; i++) {
            // The first frame of a host is its handshake: with a bad one nothing else is read.
            int at = 1 + random.nextInt(mutated.size() - 1);
            byte[] frame = mutated.get(at).clone();
            int place = 4 + random.nextInt(frame.length - 4);
            switch (random.nextInt(10)) {
                case 0 -> frame[place] ^= (byte) (1 << random.nextInt(8));
                case 1 -> frame[place] = (byte) 0xff;
                case 2 -> frame[place] = 0;
                case 3, 4 -> frame[place]++;
                case 5 -> frame = resized(frame, place);
                case 6 -> frame = resized(frame, frame.length + random.nextInt(8));
                case 7 -> mutated.add(at, frame.clone());
                case 8 -> frame[random.nextInt(4)] ^= (byte) (1 << random.nextInt(8));
                default -> frame = mutated.get(random.nextInt(mutated.size()));
            }
            mutated.set(at, frame);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        mutated.forEach(all::writeBytes);
        byte[] bytes = all.toByteArray();
        return random.nextInt(20) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    /** A frame of another length that says so. */
    private static byte[] resized(byte[] frame, int length) {
        byte[] resized = Arrays.copyOf(frame, Math.max(6, length));
        int body = resized.length - 4;
        for (int i = 0; i < 4; i++) {
            resized[i] = (byte) (body >> 8 * i);
        }
        return resized;
    }
}
