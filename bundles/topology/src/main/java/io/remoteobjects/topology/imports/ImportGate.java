package io.remoteobjects.topology.imports;

import java.util.function.Supplier;

import io.remoteobjects.Replica;

/**
 * Decides when the import of one endpoint is open, that is when its service is registered. Not thread-safe; what it orders is done at
 * once, by {@link Effects}.
 *
 * <pre>
 * NOT_WANTED --wanted--> WAITING --valid--> IMPORTED --lost--> GRACE --over--> SUSPECT or, if it is to be kept, KEPT
 * </pre>
 * From each of the last four, valid leads back to IMPORTED; from all but the first, a mismatch to MISMATCH and unwanted to NOT_WANTED.
 */
final class ImportGate {

    /** How far it got. */
    enum Stage {
        NOT_WANTED(false),
        WAITING(false),
        IMPORTED(true),
        GRACE(true),
        KEPT(true),
        SUSPECT(false),
        MISMATCH(false);

        private final boolean open;

        Stage(boolean open) {
            this.open = open;
        }
    }

    /** What the gate orders. */
    interface Effects {

        /** Follow the Source; its state is to be told, soon or at once. */
        void acquire();

        /** Follow the Source no longer. */
        void release();

        /** Import the endpoint. */
        void open();

        /** End the import. */
        void close();

        /** Show the state on the service, which stays. */
        void show(Replica.State state);

        /** Tell when the grace time is over. */
        void startGrace();

        /** Do not. */
        void cancelGrace();
    }

    private final Supplier<LossPolicy> policy;
    private final Effects effects;
    private Stage stage = Stage.NOT_WANTED;

    ImportGate(Supplier<LossPolicy> policy, Effects effects) {
        this.policy = policy;
        this.effects = effects;
    }

    Stage stage() {
        return stage;
    }

    /** Somebody asks for the endpoint. */
    void wanted() {
        if (stage == Stage.NOT_WANTED) {
            stage = Stage.WAITING;
            effects.acquire();
        }
    }

    /** Nobody does any more, or the endpoint is gone. */
    void unwanted() {
        if (stage != Stage.NOT_WANTED) {
            try {
                leaveOpenTo(Stage.NOT_WANTED);
            } finally {
                effects.release();
            }
        }
    }

    /** The Source's state, as those see it who ask. Telling the same again changes nothing. */
    void state(Replica.State state) {
        if (stage == Stage.NOT_WANTED) {
            return;
        }
        switch (state) {
            case VALID -> valid();
            case SIGNATURE_MISMATCH -> leaveOpenTo(Stage.MISMATCH);
            case SUSPECT, DEFAULT, UNINITIALIZED -> lost(state);
        }
    }

    private void valid() {
        switch (stage) {
            case WAITING, SUSPECT, MISMATCH -> {
                stage = Stage.IMPORTED;
                effects.open();
            }
            case GRACE -> {
                stage = Stage.IMPORTED;
                effects.cancelGrace();
                effects.show(Replica.State.VALID);
            }
            case KEPT -> {
                stage = Stage.IMPORTED;
                effects.show(Replica.State.VALID);
            }
            case IMPORTED, NOT_WANTED -> { }
        }
    }

    private void lost(Replica.State state) {
        if (stage == Stage.MISMATCH) {
            stage = state == Replica.State.SUSPECT ? Stage.SUSPECT : Stage.WAITING;
        } else if (stage == Stage.IMPORTED) {
            if (policy.get().graceMillis() > 0) {
                stage = Stage.GRACE;
                effects.show(Replica.State.SUSPECT);
                effects.startGrace();
            } else {
                giveUp();
            }
        } else if (stage == Stage.KEPT && !policy.get().keep()) {
            // So it was when its Source was lost, and is not any more.
            leaveOpenTo(Stage.SUSPECT);
        }
    }

    /** The grace time is over. */
    void graceOver() {
        if (stage == Stage.GRACE) {
            // The service shows already that its Source is lost.
            stage = Stage.KEPT;
            if (!policy.get().keep()) {
                leaveOpenTo(Stage.SUSPECT);
            }
        }
    }

    private void giveUp() {
        if (policy.get().keep()) {
            stage = Stage.KEPT;
            effects.show(Replica.State.SUSPECT);
        } else {
            leaveOpenTo(Stage.SUSPECT);
        }
    }

    private void leaveOpenTo(Stage next) {
        Stage before = stage;
        stage = next;
        if (before == Stage.GRACE) {
            effects.cancelGrace();
        }
        if (before.open) {
            effects.close();
        }
    }
}
