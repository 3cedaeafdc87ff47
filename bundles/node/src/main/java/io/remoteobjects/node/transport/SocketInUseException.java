package io.remoteobjects.node.transport;

import java.io.IOException;

/** Somebody alive listens at that address already. */
public final class SocketInUseException extends IOException {

    private static final long serialVersionUID = 1;

    SocketInUseException(String message) {
        super(message);
    }
}
