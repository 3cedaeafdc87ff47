package io.remoteobjects.node.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports for those who must know one before they listen. */
public final class Ports {

    private Ports() {
    }

    /** {@return a port of the loopback interface that was free a moment ago} */
    public static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
