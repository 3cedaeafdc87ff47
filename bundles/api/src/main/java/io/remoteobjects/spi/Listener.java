package io.remoteobjects.spi;

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

    void accept(Object value) {
        consumer.accept(value);
    }
}
