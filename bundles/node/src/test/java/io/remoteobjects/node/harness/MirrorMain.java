package io.remoteobjects.node.harness;

import java.io.IOException;

import io.remoteobjects.node.Node;

/** A process that shows, as {@code mirror}, what it sees of the {@code board} of another one. It ends with its stdin. */
public final class MirrorMain {

    private MirrorMain() {
    }

    /**
     * @param args where to listen, and where the other one does
     */
    public static void main(String[] args) throws IOException {
        DemoBoard mirror = new DemoBoard();
        try (Node node = Node.create().listen(args[0]).connect(args[1]).start()) {
            node.enableRemoting("mirror", mirror);
            Board board = node.acquire(Board.class, "board");
            board.first().observe(mirror.first()::set);
            board.tick().connect(mirror.tick()::emit);
            System.out.println("java " + System.getProperty("java.version"));
            System.in.transferTo(System.out);
        }
    }
}
