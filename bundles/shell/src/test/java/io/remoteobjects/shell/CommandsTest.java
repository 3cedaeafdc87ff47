package io.remoteobjects.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.PushProperty;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.Signal;
import io.remoteobjects.node.Node;
import io.remoteobjects.node.TypedReplica;

/** The commands on a node that follows its own Source, as containers do for local Sources. */
class CommandsTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Lamp lamp = new Lamp();
    private Node node;

    /** What is worked with. */
    @RemoteObject
    public interface Light {
        Property<Place> place();

        PushProperty<Integer> level();

        Signal<String> failed();

        int add(int some, int more);

        void fail(String why);
    }

    /** A record. */
    public record Place(String room, List<Integer> rows) {
    }

    private static final class Lamp implements Light {
        private final MutableProperty<Place> place = Property.of(new Place("hall", List.of(1, 2)));
        private final PushProperty<Integer> level = Property.of(1);
        private final Signal.Emitter<String> failed = Signal.emitter();

        @Override
        public Property<Place> place() {
            return place;
        }

        @Override
        public PushProperty<Integer> level() {
            return level;
        }

        @Override
        public Signal<String> failed() {
            return failed;
        }

        @Override
        public int add(int some, int more) {
            return some + more;
        }

        @Override
        public void fail(String why) {
            throw new IllegalStateException(why);
        }
    }

    @BeforeEach
    void start() throws IOException {
        node = Node.create().listen("tcp://127.0.0.1:0").start();
        node.enableRemoting("lamp", lamp);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private String run(NodeCommand command) throws CommandException {
        printed.reset();
        command.run(node, new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String failure(NodeCommand command) {
        return assertThrows(CommandException.class, () -> run(command)).getMessage();
    }

    private static Get get(String name, String property) {
        Get get = new Get();
        get.name = name;
        get.property = property;
        return get;
    }

    private static Push push(String property, Object value) {
        Push push = new Push();
        push.name = "lamp";
        push.property = property;
        push.value = value;
        return push;
    }

    private static Call call(String slot, Object... arguments) {
        Call call = new Call();
        call.name = "lamp";
        call.slot = slot;
        call.arguments = List.of(arguments);
        return call;
    }

    @Test
    void getPrintsAllPropertiesOrOne() throws CommandException {
        assertEquals("level = 1\nplace = {room: \"hall\", rows: [1, 2]}\n", run(get("lamp", null)));
        assertEquals("1\n", run(get("lamp", "level")));
    }

    @Test
    void getSaysWhatThereIsInsteadOfWhatThereIsNot() {
        assertEquals("lamp has no property colour. It has: level, place.", failure(get("lamp", "colour")));
        assertEquals("Nobody here knows an object named lump. Known are: lamp. See ro:explain lump.", failure(get("lump", null)));
    }

    @Test
    void pushChangesTheSource() throws CommandException {
        assertEquals("", run(push("level", "7")));

        assertEquals(7, lamp.level.get());
    }

    @Test
    void pushSaysThatAPropertyWithoutPushSlotIsNotConfirmed() throws CommandException {
        assertTrue(run(push("place", "{room: cellar, rows: []}")).startsWith("Sent. place has no push slot"));
    }

    @Test
    void aValueThatDoesNotFitIsNamedWithItsType() {
        String message = failure(push("level", "bright"));

        assertTrue(message.startsWith("\"bright\" (String) is no int"), message);
    }

    @Test
    void callPrintsTheResult() throws CommandException {
        assertEquals("5\n", run(call("add", "2", "3")));
    }

    @Test
    void callTellsTheFailureOfTheSlot() {
        assertTrue(failure(call("fail", "burnt out")).contains("burnt out"));
    }

    @Test
    void callSaysWhatTheSlotTakes() {
        assertEquals("lamp.add takes other arguments than these 1: add(int,int).", failure(call("add", "2")));
        assertTrue(failure(call("explode")).startsWith("lamp has no slot explode. It has: add(int,int), fail(QString)"));
    }

    @Test
    void watchPrintsHowThingsAreAndThenWhatHappensUntilItIsEnough() throws Exception {
        Watch watch = new Watch();
        watch.name = "lamp";
        watch.count = 2;
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                super.println(line);
                if (line.endsWith("place = {room: \"hall\", rows: [1, 2]}")) {
                    lamp.level.push(2);
                    lamp.failed.emit("flickers");
                }
            }
        };

        watch.run(node, out);

        List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        assertTrue(lines.stream().allMatch(each -> each.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}  .*")), lines::toString);
        assertEquals(List.of("level = 1", "place = {room: \"hall\", rows: [1, 2]}", "level = 2", "failed(\"flickers\")"),
                lines.stream().map(each -> each.substring(14)).toList());
    }

    @Test
    void watchEndsAfterItsTime() throws CommandException {
        Watch watch = new Watch();
        watch.name = "lamp";
        watch.seconds = 0;

        assertTrue(run(watch).lines().count() <= 2);
    }

    @Test
    void repPrintsTheInterface() throws CommandException {
        Rep rep = new Rep();
        rep.name = "lamp";

        assertTrue(run(rep).contains("PROP(Place place READONLY)"));
    }

    @Test
    void sourcesShowsApplicationsObjectsAndOthersIfAsked() throws CommandException {
        Sources sources = new Sources();
        assertTrue(run(sources).contains("lamp") && !printed.toString(StandardCharsets.UTF_8).contains("EndpointDirectory"));

        sources.all = true;
        assertTrue(run(sources).contains("EndpointDirectory"));
    }

    @Test
    void ofALostObjectTheLastValuesAreShownAndMarked() throws Exception {
        Node other = Node.create().listen("tcp://127.0.0.1:0").start();
        String url = other.addresses().get(0);
        other.enableRemoting("floor", lamp);
        TypedReplica followed = node.acquire("floor", url, node.callTimeout(), link -> link, Light.class.getClassLoader(), Light.class);
        followed.handle().whenValid().timeout(20_000).getValue();
        CountDownLatch lost = new CountDownLatch(1);
        followed.handle().onStateChange(state -> lost.countDown());
        other.close();
        assertTrue(lost.await(20, TimeUnit.SECONDS));

        String mark = "floor is Suspect: its host is lost. These are its last values:\n";
        assertEquals(mark + "level = 1\nplace = {room: \"hall\", rows: [1, 2]}\n", run(get("floor", null)));
        assertEquals(mark + "1\n", run(get("floor", "level")));
        Call call = call("add", "1", "2");
        call.name = "floor";
        assertTrue(failure(call).contains("was not reached"));
    }

    @Test
    @Timeout(180)
    void whatIsLeftOutAndWhatIsNotReachedIsTold() throws Exception {
        try (Node tolerant = Node.create().tolerant().problem("listen=tpc://a:1 cannot be used").listen("tcp://0.0.0.0:0").start();
                ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "tcp://127.0.0.1:" + nobody.getLocalPort();
            nobody.close();
            tolerant.connect(url);
            node.close();
            node = tolerant;
            assertTrue(run(new Sources()).contains("Left out: listen=tpc://a:1 cannot be used"));
            assertTrue(run(new Sources()).contains("Left out: Listening on tcp://0.0.0.0:0"));
            while (!tolerant.unreachedHosts().containsKey(url)) {
                Thread.onSpinWait();
            }
            assertTrue(run(new RegistryCommand()).contains("No connection to " + url + ": Connection refused"));
        }
    }

    @Test
    void nothingStaysBehind() throws CommandException {
        run(get("lamp", null));

        assertEquals(List.of(), node.replicas());
    }

    @Test
    void registryAndReplicasSayWhenThereIsNothing() throws CommandException {
        assertTrue(run(new RegistryCommand()).contains("No registry is used here"));
        assertTrue(run(new Replicas()).contains("Nothing is followed here"));
    }
}
