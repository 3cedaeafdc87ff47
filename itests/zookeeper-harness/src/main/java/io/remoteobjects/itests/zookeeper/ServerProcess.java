package io.remoteobjects.itests.zookeeper;

import java.io.IOException;
import java.io.OutputStream;

import org.apache.zookeeper.server.quorum.QuorumPeerMain;

/** A server's process: ends with the process that started it, however that ends. */
final class ServerProcess {

    private ServerProcess() {
    }

    public static void main(String[] arguments) {
        Thread leash = new Thread(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                // As good as its end.
            }
            Runtime.getRuntime().halt(0);
        });
        leash.setDaemon(true);
        leash.start();
        QuorumPeerMain.main(arguments);
    }
}
