package io.remoteobjects.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.remoteobjects.Replica;
import io.remoteobjects.Replica.State;
import io.remoteobjects.itests.qt.QtProcess;
import io.remoteobjects.node.harness.Await;
import io.remoteobjects.node.harness.Board;
import io.remoteobjects.node.harness.DemoBoard;
import io.remoteobjects.node.harness.Forked;
import io.remoteobjects.node.harness.LocalNames;
import io.remoteobjects.node.harness.MirrorMain;
import io.remoteobjects.node.harness.OtherJdk;

/** A node on another JDK, with a Source and a Replica of its own, and one on this. */
@Timeout(300)
class OtherJdkTest {

    @Test
    void sourceAndReplicaOnAnotherJdkTalkToThoseOnThis() throws Exception {
        String here = LocalNames.url();
        String there = LocalNames.url();
        DemoBoard board = new DemoBoard();
        try (Node node = Node.create().listen(here).connect(there).start(); QtProcess other = start(there, here)) {
            node.enableRemoting("board", board);
            Board mirror = node.acquire(Board.class, "mirror");
            Await.until("the mirror", Replica.of(mirror)::state, State.VALID::equals);
            BlockingQueue<Integer> ticks = new LinkedBlockingQueue<>();
            mirror.tick().connect(ticks::add);

            board.first().set(7);
            Await.until("7 to come back", mirror.first()::get, seen -> seen == 7);
            board.tick().emit(8);
            assertEquals(8, ticks.poll(20, TimeUnit.SECONDS));
            assertEquals(9, mirror.add(2));

            other.kill9();
            Await.until("the loss", Replica.of(mirror)::state, State.SUSPECT::equals);
        }
    }

    private static QtProcess start(String... args) throws IOException {
        QtProcess process = Forked.java(OtherJdk.java(), MirrorMain.class, args);
        String version = process.expect("java (\\S+)").group(1);
        assertNotEquals(System.getProperty("java.version"), version);
        System.err.println("OtherJdkTest: tested against Java " + version);
        return process;
    }
}
