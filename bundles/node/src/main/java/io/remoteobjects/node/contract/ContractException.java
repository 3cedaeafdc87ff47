package io.remoteobjects.node.contract;

/** An interface that cannot be a remote object. The message names interface, member and type, and tells what to do. */
public final class ContractException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    ContractException(String message) {
        super(message);
    }

    ContractException(String message, Throwable cause) {
        super(message, cause);
    }
}
