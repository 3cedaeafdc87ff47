package io.remoteobjects.examples.printer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.PromiseFactory;

import io.remoteobjects.examples.printer.PrintException;

class PrintKeysTest {

    private static final PrintException REFUSED = new PrintException("refused");
    private static final PrintException UNCLEAR = new PrintException("broken", new UnconfirmedException(new IOException("reset")));

    private final PromiseFactory promises = new PromiseFactory(PromiseFactory.inlineExecutor());
    private PrintKeys keys;
    private int printed;

    @TempDir
    Path folder;

    @BeforeEach
    void startSource() {
        keys = new PrintKeys(folder.resolve("keys"));
    }

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
        keys.once("a", "document", leaves -> failing(leaves, REFUSED)).getFailure();
        startSource();
        keys.once("a", "document", leaves -> failing(leaves, REFUSED)).getFailure();
        assertEquals(1, keys.once("a", "document", this::print).getValue());
    }

    @Test
    void perhapsPrintedIsNotPrintedAgain() throws Exception {
        keys.once("a", "document", leaves -> failing(leaves, UNCLEAR)).getFailure();
        assertSame(UNCLEAR, keys.once("a", "document", this::print).getFailure());
        startSource();
        assertTrue(keys.once("a", "document", this::print).getFailure().getMessage().contains("It may have been printed"));
    }

    @Test
    void sourceThatEndedWhileItPrintedMayHavePrinted() throws Exception {
        keys.once("a", "document", leaves -> {
            leaves.run();
            return promises.<Integer>deferred().getPromise();
        });
        startSource();
        assertTrue(keys.once("a", "document", this::print).getFailure().getMessage().contains("It may have been printed"));
    }

    @Test
    void sourceThatEndedBeforeTheDocumentLeftHasNotPrinted() throws Exception {
        keys.once("a", "document", leaves -> promises.<Integer>deferred().getPromise());
        startSource();
        assertEquals(1, keys.once("a", "document", this::print).getValue());
    }

    @Test
    void keysOutliveTheSource() throws Exception {
        keys.once("a key\nof two lines", "document", this::print);
        keys.once("b", "document", this::print);
        startSource();
        assertEquals(1, keys.once("a key\nof two lines", "document", this::print).getValue());
        assertEquals(2, keys.once("b", "document", this::print).getValue());
        assertThrows(IllegalArgumentException.class, () -> keys.once("b", "another", this::print));
    }

    @Test
    void oldestKeysAreForgottenButNotWhileTheirJobIsOnItsWay() throws Exception {
        Deferred<Integer> slow = promises.deferred();
        keys.once("slow", "document", leaves -> slow.getPromise());
        for (int i = 0; i < PrintKeys.CAPACITY; i++) {
            keys.once("key " + i, "document", leaves -> promises.resolved(++printed));
        }
        assertEquals(PrintKeys.CAPACITY + 1, keys.once("key 0", "document", this::print).getValue(), "forgotten");
        slow.resolve(-1);
        assertEquals(-1, keys.once("slow", "document", this::print).getValue(), "remembered");
    }

    @Test
    void damagedFileIsRefusedWithItsNameAndRemedy() throws IOException {
        Files.writeString(folder.resolve("keys"), "nonsense\n");
        String message = assertThrows(IllegalStateException.class, this::startSource).getMessage();
        assertTrue(message.contains(folder.resolve("keys") + " cannot be read") && message.contains("Delete it"), message);
    }

    @Test
    void nothingIsPrintedWithAKeyThatCannotBeWritten() throws IOException {
        Files.createDirectories(folder.resolve("keys.new/in the way"));
        String message = assertThrows(PrintException.class, () -> keys.once("a", "document", this::print)).getMessage();
        assertTrue(message.contains("nothing was printed"), message);
        assertEquals(0, printed);
    }

    private Promise<Integer> print(Runnable leaves) {
        leaves.run();
        return promises.resolved(++printed);
    }

    private Promise<Integer> failing(Runnable leaves, PrintException failure) {
        leaves.run();
        return promises.failed(failure);
    }
}
