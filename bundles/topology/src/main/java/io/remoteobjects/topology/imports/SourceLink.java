package io.remoteobjects.topology.imports;

import java.util.Collection;
import java.util.List;

import org.osgi.framework.Bundle;

import io.remoteobjects.Replica;

/** How the import of an endpoint follows its Source. Confined to the thread of the topology manager. */
interface SourceLink {

    /** Looks at the Source with the eyes of these bundles. */
    void seenBy(List<Bundle> bundles);

    /** {@return the Source's state; a mismatch only if it is one for all} */
    Replica.State state();

    /** {@return why it is not valid, as far as that is known; else empty} */
    String problem();

    /** {@return whether the problem is nobody's fault and passes by itself, so that there is nothing to warn of} */
    default boolean isPassing() {
        return false;
    }

    /** {@return those of the endpoint's interfaces that all who ask can see} */
    Collection<String> interfaces();

    void close();

    /** An endpoint of another configuration type: nothing is known of it, so it is as good as it says. */
    record Unknown(Collection<String> interfaces) implements SourceLink {

        @Override
        public void seenBy(List<Bundle> bundles) {
            // Its provider will find out.
        }

        @Override
        public Replica.State state() {
            return Replica.State.VALID;
        }

        @Override
        public String problem() {
            return "";
        }

        @Override
        public void close() {
            // There is nothing to end.
        }
    }

    /**
     * An endpoint that cannot be followed.
     *
     * @param problem why
     * @param isPassing whether this is nobody's fault
     */
    record Broken(String problem, boolean isPassing) implements SourceLink {

        @Override
        public void seenBy(List<Bundle> bundles) {
            // They see nothing.
        }

        @Override
        public Replica.State state() {
            return Replica.State.DEFAULT;
        }

        @Override
        public Collection<String> interfaces() {
            return List.of();
        }

        @Override
        public void close() {
            // There is nothing to end.
        }
    }
}
