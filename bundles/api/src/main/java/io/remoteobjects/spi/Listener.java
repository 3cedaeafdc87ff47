package io.remoteobjects.spi;

import java.util.Optional;
import java.util.function.Consumer;

/** One listener of a cell and whether it still listens. */
final class Listener {

    static final Listener[] NONE = {};

    private final Consumer<Object> consumer;
    private volatile boolean open = true;

    @SuppressWarnings("unchecked")
    Listener(Consumer<?> consumer) {
        this.consumer = (Consumer<Object>) consumer;
    }

    boolean isOpen() {
        return open;
    }

    void close() {
        open = false;
    }

    /** {@return what is to be run when the subscription ends by itself} */
    Optional<Runnable> atEnd() {
        return consumer instanceof EndListener<?> told ? Optional.of(told::ended) : Optional.empty();
    }

    void accept(Object value) {
        consumer.accept(value);
    }
}
