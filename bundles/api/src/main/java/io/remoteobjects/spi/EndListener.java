package io.remoteobjects.spi;

import java.util.function.Consumer;

/**
 * A listener that is also told when its subscription ends by itself, because the service of the replica goes. For adapters that have to
 * pass the end on.
 *
 * @param <T> what it listens to
 */
public interface EndListener<T> extends Consumer<T> {

    /**
     * There is nothing to listen to any more. Called as {@link #accept} is, once and last; not if the
     * subscription was closed before.
     */
    void ended();
}
