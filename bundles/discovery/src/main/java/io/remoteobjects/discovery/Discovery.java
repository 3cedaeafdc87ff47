package io.remoteobjects.discovery;

import java.util.Collection;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;
import org.osgi.service.remoteserviceadmin.EndpointDescription;

import io.remoteobjects.Subscription;

/**
 * Where all ways of discovery come together: an endpoint is told to each endpoint listener once however many of them know it, and is gone
 * when the last has lost it. A service.
 */
@ProviderType
public interface Discovery {

    /**
     * Another way of discovery begins.
     *
     * @param outlet told of this container's endpoints as other machines can use them, now and with every change, all together; on the
     *     thread of discovery
     * @return to tell what it finds; to be closed
     */
    Channel open(Consumer<Collection<EndpointDescription>> outlet);

    /**
     * A container listens at an address: what it offers is read there, from its directory.
     *
     * @param framework its framework UUID
     * @param url where it listens
     * @return to be closed when it does no longer; what is known from others stays
     */
    Subscription host(String framework, String url);

    /** {@return runs tasks on the one thread on which discovery works; to be closed} */
    Tasks tasks();

    /** What one way of discovery does on the thread. Any thread. */
    @ProviderType
    interface Tasks extends Schedule, AutoCloseable {

        /** Ends it: what is left is not run and no longer known, and what is running has ended, unless it takes seconds. */
        @Override
        void close();
    }

    /** What one way of discovery finds. Any thread. */
    @ProviderType
    interface Channel extends AutoCloseable {

        /**
         * Tells all that somebody offers, in place of what was told of the same before.
         *
         * @param origin who
         * @param endpoints what is offered; those of this container are ignored
         */
        void found(String origin, Collection<EndpointDescription> endpoints);

        /** Ends it: whatever it found counts as lost, and what it tells from now on is ignored. */
        @Override
        void close();
    }
}
