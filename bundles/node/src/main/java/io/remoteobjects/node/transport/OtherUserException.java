package io.remoteobjects.node.transport;

import java.io.IOException;

/** What is at a local address belongs to another user, and is neither connected to nor replaced. */
public final class OtherUserException extends IOException {

    private static final long serialVersionUID = 1;

    OtherUserException(String message) {
        super(message);
    }
}
