package io.remoteobjects.node.transport;

import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.type.TypeRegistry;

/** What one end of a link does with what arrives. Called on the link's event loop only. */
public interface LinkHandler {

    /**
     * The link is open.
     *
     * @param link the link
     */
    void opened(Link link);

    /**
     * A whole frame arrived.
     *
     * @param link the link
     * @param frame positioned at the packet id; valid only during the call
     * @throws io.remoteobjects.wire.WireException if the frame makes no sense: the link is then closed
     */
    void frame(Link link, WireInput frame);

    /**
     * Everything read from the socket so far has been handed to {@link #frame}.
     *
     * @param link the link
     */
    default void caughtUp(Link link) {
    }

    /**
     * Tells how values of an object are decoded for the log.
     *
     * @param object its name
     * @return its types; the built-in ones where none are known
     */
    default TypeRegistry types(String object) {
        return TypeRegistry.builtIn();
    }

    /**
     * The link is closed. Called once, and also for one that was never opened because its peer was refused; not for an attempt to connect
     * that failed.
     *
     * @param link the link
     * @param reason why, for people to read
     */
    void closed(Link link, String reason);
}
