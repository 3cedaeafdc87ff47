package io.remoteobjects;

/**
 * A call or push whose link to the Source failed. In OSGi it is the cause of a {@code ServiceException} of type {@code REMOTE}.
 */
public class LinkException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** How far the request got. */
    public enum Delivery {
        /** It was never handed to a connection: repeating it is safe. */
        NOT_SENT,
        /** It was sent and not answered: the Source may have acted on it or not. */
        UNCONFIRMED
    }

    private final Delivery delivery;

    /**
     * @param message what failed, where, and what to do
     * @param delivery how far the request got
     */
    public LinkException(String message, Delivery delivery) {
        super(message);
        this.delivery = delivery;
    }

    /** {@return how far the request got} */
    public Delivery delivery() {
        return delivery;
    }
}
