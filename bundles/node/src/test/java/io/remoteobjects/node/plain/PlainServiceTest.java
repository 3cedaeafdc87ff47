package io.remoteobjects.node.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.util.promise.Promise;

import io.remoteobjects.LinkException;
import io.remoteobjects.RemoteFailure;
import io.remoteobjects.Replica;
import io.remoteobjects.node.NamedReplica;
import io.remoteobjects.node.Node;
import io.remoteobjects.node.TypedReplica;
import io.remoteobjects.node.contract.Contract;
import io.remoteobjects.node.harness.LocalNames;
import io.remoteobjects.node.harness.RawPeer;
import io.remoteobjects.node.plain.Ledger.Entry;
import io.remoteobjects.node.transport.LoopThread;
import io.remoteobjects.wire.packet.AddObject;
import io.remoteobjects.wire.packet.InitDynamicPacket;
import io.remoteobjects.wire.packet.InvokePacket;
import io.remoteobjects.wire.packet.InvokeReplyPacket;
import io.remoteobjects.wire.packet.ObjectList;
import io.remoteobjects.wire.type.QtTypes;
import io.remoteobjects.wire.type.Variant;

/** A service that knows nothing of remote objects behaves elsewhere as it does at home, but for what it was given: that is a copy. */
@Timeout(180)
class PlainServiceTest {

    private final MemoryLedger service = new MemoryLedger();
    private Node host;
    private Node node;
    private Ledger ledger;

    @BeforeEach
    void start() throws Exception {
        host = Node.create().listen(LocalNames.url()).start();
        host.enableRemoting("ledger", service, Ledger.class);
        node = Node.create().connect(host.addresses().get(0)).start();
        ledger = node.acquire(Ledger.class, "ledger");
        Replica.of(ledger).whenValid().timeout(20_000).getValue();
    }

    @AfterEach
    void stop() {
        service.slow.countDown();
        node.close();
        host.close();
    }

    @Test
    void overloadsAreToldApartByTheirJavaTypes() {
        assertEquals("int", ledger.which(1));
        assertEquals("Integer", ledger.which((Integer) 1));
        assertEquals("Integer", ledger.which((Integer) null));
        assertEquals("long", ledger.which(1L));
        assertEquals("Object", ledger.which((Object) 'c'));
        assertEquals("List", ledger.which(List.of("a")));
        assertEquals("Set", ledger.which(Set.of("a")));
        assertEquals("Hello int", ledger.greeting());
    }

    interface Scale {

        int weigh(Weight weight);
    }

    /** Its class is broken elsewhere. */
    record Weight(int grams) {
        Weight {
            if (LoopThread.isCurrent()) {
                throw new LinkageError("no such class");
            }
        }
    }

    @Test
    void argumentWhoseClassIsBrokenFailsItsCallOnly() throws Exception {
        host.enableRemoting("scale", (Scale) Weight::grams, Scale.class);
        Scale scale = node.acquire(Scale.class, "scale");
        Replica.of(scale).whenValid().timeout(20_000).getValue();
        List<Replica.State> states = new ArrayList<>();
        Replica.of(scale).onStateChange(states::add);
        RemoteFailure failed = assertThrows(RemoteFailure.class, () -> scale.weigh(new Weight(1)));
        assertEquals("java.lang.LinkageError", failed.failureClass());
        assertEquals("int", ledger.which(1));
        assertEquals(List.of(), states);
    }

    @Test
    void variableArgumentsArriveAsTheArrayTheyAre() {
        assertEquals("Strings [a, null]", ledger.which("a", (String) null));
        assertEquals("Strings []", ledger.which());
        assertEquals("Strings null", ledger.which((String[]) null));
        assertEquals("a and [1, c, null]", ledger.which("a", (short) 1, 'c', null));
    }

    @Test
    void whatArrivesIsACopyToBeChangedAtWill() {
        List<String> texts = Arrays.asList("a", null, "c");
        List<String> reversed = ledger.reversed(texts);
        reversed.add("mine");
        assertEquals(List.of("c", "a", "end", "mine"), reversed.stream().filter(each -> each != null).toList());
        assertEquals(Arrays.asList("a", null, "c"), texts);
        assertEquals(new ArrayList<>(Arrays.asList("x", "end")), ledger.reversed(Collections.singletonList("x")));

        Entry entry = new Entry();
        entry.amount = 2;
        Entry doubled = ledger.doubled(entry);
        assertEquals(4, doubled.amount);
        assertNull(doubled.notes);
        assertEquals(2, entry.amount);

        int[] numbers = {1, 2};
        assertArrayEquals(new int[] {2, 4}, ledger.doubled(numbers));
        assertArrayEquals(new int[] {1, 2}, numbers);

        Map<String, Integer> counted = ledger.counted(Map.of("a", 1));
        assertEquals(new HashMap<>(Map.of("a", 1, "calls", 1)), counted);
        counted.clear();
    }

    @Test
    void failureIsTheExceptionThatTheMethodDeclares() {
        IOException declared = assertThrows(IOException.class, () -> ledger.fail("declared"));
        assertEquals("disk", declared.getMessage());
        assertEquals(IOException.class, declared.getClass());
        RemoteFailure remote = assertInstanceOf(RemoteFailure.class, declared.getCause());
        RemoteFailure cause = assertInstanceOf(RemoteFailure.class, remote.getCause());
        assertEquals("java.lang.IllegalStateException", cause.failureClass());
        assertEquals("full", cause.remoteMessage());

        IOException narrower = assertThrows(IOException.class, () -> ledger.fail("narrower"));
        assertEquals("java.io.FileNotFoundException: a.txt", narrower.getMessage());
        assertEquals(Ledger.Empty.class, assertThrows(Ledger.Empty.class, () -> ledger.fail("empty")).getClass());
    }

    @Test
    void failureThatCannotBeMadeHereIsNotLost() {
        RemoteFailure closed = assertThrows(RemoteFailure.class, () -> ledger.fail("closed"));
        assertEquals(Ledger.Closed.class.getName(), closed.failureClass());
        assertEquals("code 3", closed.remoteMessage());
    }

    @Test
    void failureThatTheMethodDoesNotDeclareIsOfTheJdkOrRemote() {
        assertEquals("by zero", assertThrows(ArithmeticException.class, () -> ledger.fail("jdk")).getMessage());
        RemoteFailure unknown = assertThrows(RemoteFailure.class, () -> ledger.fail("private"));
        assertEquals(MemoryLedger.Private.class.getName(), unknown.failureClass());
        assertEquals("java.io.IOException: disk", unknown.getCause().getMessage());
        assertEquals("java.lang.StackOverflowError",
                assertThrows(RemoteFailure.class, () -> ledger.fail("error")).failureClass());
    }

    @Test
    void asynchronousResultsComeWhenTheyAreThere() throws Exception {
        Future<String> future = ledger.future();
        Promise<String> promise = ledger.promise();
        CompletableFuture<String> completable = ledger.completableFuture();
        CompletableFuture<List<Entry>> stage = ledger.stage().toCompletableFuture();
        CompletableFuture<String> then = completable.thenApply(each -> each + "!");
        // Whatever waits, the next call goes through; and by then the answers could have come.
        assertEquals("int", ledger.which(1));
        assertFalse(future.isDone() || promise.isDone() || completable.isDone() || stage.isDone() || then.isDone());

        service.stage.complete(Arrays.asList(new Entry(), null));
        assertEquals(2, stage.get().size());
        service.completable.complete("done");
        assertEquals("done!", then.get());
        service.promise.resolve("kept");
        assertEquals("kept", promise.getValue());
        service.future.run();
        assertEquals("future", future.get());
        assertNull(ledger.nothing().get());
    }

    @Test
    void asynchronousFailuresAreThoseOfTheService() throws Exception {
        CompletableFuture<String> completable = ledger.completableFuture();
        Promise<String> promise = ledger.promise();
        CompletableFuture<List<Entry>> stage = ledger.stage().toCompletableFuture();
        service.completable.completeExceptionally(new FileNotFoundException("a.txt"));
        service.promise.fail(new MemoryLedger.Private("secret", null));
        service.stage.completeExceptionally(new CompletionException(new IllegalStateException("closed")));
        assertInstanceOf(FileNotFoundException.class, assertThrows(ExecutionException.class, completable::get).getCause());
        assertEquals("secret", assertInstanceOf(RemoteFailure.class, promise.getFailure()).remoteMessage());
        assertInstanceOf(IllegalStateException.class, assertThrows(ExecutionException.class, stage::get).getCause());
    }

    @Test
    void lateAnswerIsNotTakenForThatOfTheNextCall() throws Exception {
        try (TypedReplica hasty = node.acquire("ledger", host.addresses().get(0), Duration.ofMillis(300),
                late -> new IllegalStateException(late), Ledger.class.getClassLoader(), Ledger.class)) {
            hasty.handle().whenValid().timeout(20_000).getValue();
            Ledger impatient = (Ledger) hasty.service();
            IllegalStateException late = assertThrows(IllegalStateException.class, () -> impatient.slow(null));
            assertEquals(LinkException.Delivery.UNCONFIRMED, assertInstanceOf(LinkException.class, late.getCause()).delivery());
            service.slow.countDown();
            for (int i = 0; i < 100; i++) {
                assertEquals(i, ledger.slow(i));
            }
        }
    }

    @Test
    void valueThatTheInterfaceDoesNotNameIsRefusedWhereItIsPassed() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> ledger.which((Object) List.of(new Thread())));
        assertTrue(refused.getMessage().matches("Cannot carry the value of parameter .* of Ledger.which: a java.lang.Thread .*name it in "
                + "the interface.* \\(at \\[0\\]\\)\\."), refused.getMessage());
        List<Object> circle = new ArrayList<>();
        circle.add(circle);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> ledger.which((Object) circle)).getMessage().contains("in a circle"));
        assertEquals("int", ledger.which(1));
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void valueOfAnotherTypeThanDeclaredIsRefusedAtTheService() {
        List texts = new ArrayList<>(List.of(1));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> ledger.reversed(texts));
        assertTrue(refused.getMessage().contains("Ledger.reversed: a java.lang.Integer is no java.lang.String"), refused.getMessage());
        assertTrue(refused.getMessage().contains("(at [0])"), refused.getMessage());
    }

    @Test
    void whoHasNoInterfaceCallsByQtTypes() throws Exception {
        try (NamedReplica named = node.acquireDynamic("ledger", host.addresses().get(0))) {
            named.replica().whenValid().timeout(20_000).getValue();
            assertEquals(List.of("b", "a", "end"), named.replica().call("reversed", List.of("a", "b")).timeout(20_000).getValue());
            assertEquals(Map.of("amount", 4, "notes", List.of("n")), named.replica().call("doubled(QVariant)",
                    Map.of("amount", 2, "notes", List.of("n"))).timeout(20_000).getValue());
        }
    }

    @Test
    void whoSaidNoHelloHearsNothingThatQtDoesNotKnow() throws Exception {
        try (RawPeer peer = RawPeer.connect(host.addresses().get(0))) {
            peer.expect(ObjectList.class);
            peer.send(out -> AddObject.write(out, "ledger", true));
            assertInstanceOf(InitDynamicPacket.class, peer.read());

            Contract contract = Contract.of(Ledger.class);
            int which = slot(contract, "which(int)");
            peer.send(out -> InvokePacket.call(out, "ledger", which, 1, List.of(QtTypes.INT), 5));
            assertEquals("int", QtTypes.QSTRING.readVariant(peer.input(peer.expect(InvokeReplyPacket.class).value())));
            int fail = slot(contract, "fail(QString)");
            peer.send(out -> InvokePacket.call(out, "ledger", fail, 2, List.of(QtTypes.QSTRING), "declared"));
            assertEquals(Variant.INVALID, QtTypes.VARIANT.readVariant(peer.input(peer.expect(InvokeReplyPacket.class).value())));
            int doubled = slot(contract, "doubled(QVariant)");
            peer.send(out -> InvokePacket.call(out, "ledger", doubled, 3, List.of(QtTypes.VARIANT), Variant.of(Map.of("amount", 3L))));
            Object entry = QtTypes.VARIANT.readVariant(peer.input(peer.expect(InvokeReplyPacket.class).value())).toJava();
            assertEquals(6, ((Map<?, ?>) entry).get("amount"));
        }
    }

    private static int slot(Contract contract, String signature) {
        return contract.slots().stream().filter(each -> each.signature().equals(signature)).findFirst().orElseThrow().index();
    }
}
