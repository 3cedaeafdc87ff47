package io.remoteobjects.examples.printer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.PromiseFactory;

import io.remoteobjects.examples.printer.PrintException;

class PrintKeysTest {

    private final PromiseFactory promises = new PromiseFactory(PromiseFactory.inlineExecutor());
    private final PrintKeys keys = new PrintKeys();
    private int printed;

    @Test
    void secondCallWithAKeyGetsTheJobOfTheFirst() throws Exception {
        assertEquals(1, keys.once("a", "document", this::print).getValue());
        assertEquals(1, keys.once("a", "document", this::print).getValue());
        assertEquals(2, keys.once("b", "document", this::print).getValue());
    }

    @Test
    void keyOfAnotherDocumentIsRefused() {
        keys.once("a", "document", this::print);
        assertThrows(IllegalArgumentException.class, () -> keys.once("a", "another", this::print));
    }

    @Test
    void emptyKeyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> keys.once(" ", "document", this::print));
        assertThrows(IllegalArgumentException.class, () -> keys.once(null, "document", this::print));
    }

    @Test
    void nothingPrintedLeavesTheKeyFree() throws Exception {
        keys.once("a", "document", () -> promises.failed(new PrintException("refused"))).getFailure();
        assertEquals(1, keys.once("a", "document", this::print).getValue());
    }

    @Test
    void perhapsPrintedIsNotPrintedAgain() throws Exception {
        PrintException unclear = new PrintException("broken", new UnconfirmedException(new IOException("reset")));
        keys.once("a", "document", () -> promises.failed(unclear)).getFailure();
        assertSame(unclear, keys.once("a", "document", this::print).getFailure());
    }

    @Test
    void oldestKeysAreForgottenButNotWhileTheirJobIsOnItsWay() throws Exception {
        Deferred<Integer> slow = promises.deferred();
        keys.once("slow", "document", slow::getPromise);
        for (int i = 0; i < PrintKeys.CAPACITY; i++) {
            keys.once("key " + i, "document", this::print);
        }
        Supplier<Promise<Integer>> again = this::print;
        assertEquals(PrintKeys.CAPACITY + 1, keys.once("key 0", "document", again).getValue(), "forgotten");
        slow.resolve(-1);
        assertEquals(-1, keys.once("slow", "document", again).getValue(), "remembered");
    }

    private Promise<Integer> print() {
        return promises.resolved(++printed);
    }
}
