package io.remoteobjects.node.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

import io.remoteobjects.Replica.State;
import io.remoteobjects.node.Node;
import io.remoteobjects.node.NodeBuilder;

/**
 * A process with a Source of type Board. It ends with its stdin; {@code set N} changes the property {@code first}. With {@code --wait}
 * it listens when it reads {@code go}.
 */
public final class SourceMain {

    private static final String WAIT = "--wait";

    private SourceMain() {
    }

    /**
     * @param args where to listen, under which name to share, the first value, and perhaps a registry, which it hosts if nobody does, or
     *         {@code --wait}
     */
    public static void main(String[] args) throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in));
        boolean member = args.length > 3 && !args[3].equals(WAIT);
        if (args.length > 3 && args[3].equals(WAIT) && commands.readLine() == null) {
            return;
        }
        DemoBoard board = new DemoBoard();
        board.first().set(Integer.parseInt(args[2]));
        NodeBuilder makings = Node.create().listen(args[0]);
        if (member) {
            makings.registry(args[3]).hostRegistryIfNobodyDoes();
        }
        try (Node node = makings.start()) {
            node.enableRemoting(args[1], board);
            if (member) {
                Await.until("a registry", () -> node.registries().get(0).state() == State.VALID);
            }
            System.out.println("listening " + node.addresses().get(0));
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                board.first().set(Integer.parseInt(line.substring("set ".length())));
            }
        }
    }
}
