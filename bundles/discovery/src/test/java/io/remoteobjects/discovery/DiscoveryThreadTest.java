package io.remoteobjects.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

/** The thread on which discovery works. */
class DiscoveryThreadTest {

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final DiscoveryThread thread = new DiscoveryThread();

    @Test
    void whatWaitsIsDoneBeforeTheEndAndNothingAfter() {
        thread.execute(() -> done.add("first"));
        thread.schedule(() -> done.add("much later"), 60_000);
        thread.stop(() -> done.add("last"));
        thread.execute(() -> done.add("late"));

        assertEquals(List.of("first", "last"), done);
    }

    @Test
    void aTaskThatFailsDoesNotKeepOthersFromBeingDone() {
        thread.execute(() -> {
            throw new IllegalStateException("as this test wants it");
        });
        thread.stop(() -> done.add("last"));

        assertEquals(List.of("last"), done);
    }

    @Test
    void nothingIsDoneInTheThreadOfTheCaller() {
        thread.stop(() -> done.add(Thread.currentThread().getName()));

        assertNotEquals(List.of(Thread.currentThread().getName()), done);
    }
}
