package io.remoteobjects.shell;

import io.remoteobjects.Replica;

/** Writes states as Qt does. */
final class StateText {

    private StateText() {
    }

    static String of(Replica.State state) {
        return switch (state) {
            case UNINITIALIZED -> "Uninitialized";
            case DEFAULT -> "Default";
            case VALID -> "Valid";
            case SUSPECT -> "Suspect";
            case SIGNATURE_MISMATCH -> "SignatureMismatch";
        };
    }
}
