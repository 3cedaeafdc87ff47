package io.remoteobjects;

/**
 * A slot or push handler failed at the Source, with an exception that the caller's side does not know. It carries the class name and
 * message of that exception.
 */
public class RemoteFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String failureClass;
    private final String remoteMessage;

    /**
     * @param failureClass the class name of the exception at the Source; empty where the peer does not tell, as Qt
     * @param message its message
     */
    public RemoteFailure(String failureClass, String message) {
        super(failureClass.isEmpty() ? message : failureClass + ": " + message);
        this.failureClass = failureClass;
        this.remoteMessage = message;
    }

    /** {@return the message of the exception at the Source, which may be null} */
    public String remoteMessage() {
        return remoteMessage;
    }

    /** {@return the class name of the exception at the Source; empty where the peer does not tell} */
    public String failureClass() {
        return failureClass;
    }
}
