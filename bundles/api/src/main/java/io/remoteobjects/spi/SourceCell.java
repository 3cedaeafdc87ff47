package io.remoteobjects.spi;

import java.util.function.UnaryOperator;

/** A cell that a Source owns and that can be remoted: what {@code Property.of} and {@code Signal.emitter} make. */
public interface SourceCell {

    /**
     * Sets what every value must pass from now on. The current value of a property passes it at once.
     *
     * @param check returns the value as it will be carried, or throws IllegalArgumentException; called without any lock
     */
    void check(UnaryOperator<Object> check);

    /**
     * Runs what the Source does when a replica pushes a value; for properties only.
     *
     * @param value the value asked for
     * @throws Exception what the Source throws
     */
    default void pushed(Object value) throws Exception {
        throw new IllegalStateException("A signal takes no pushes.");
    }
}
