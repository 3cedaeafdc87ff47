package io.remoteobjects.pushstream;

import org.osgi.util.pushstream.PushEventSource;

import io.remoteobjects.Property;
import io.remoteobjects.Signal;

/**
 * Makes properties and signals, of Replicas and of Sources, sources of push streams.
 *
 * <pre>{@code
 * new PushStreamProvider().createStream(PushStreams.of(gps.fix()))
 *         .filter(fix -> fix.satellites() > 3)
 *         .forEach(this::draw);
 * }</pre>
 *
 * <p>Each opened source is a subscription of its own. Its events come one at a time and in order, on threads of their own: a consumer
 * that blocks holds up nobody else. While a consumer wants no events (it returned a number of milliseconds), a property remembers its
 * latest value only and a signal up to 65,536 arguments; one more ends the stream with an error. When the service of a replica
 * goes, the stream is closed.
 *
 * @see <a href="https://docs.osgi.org/specification/osgi.cmpn/8.0.0/util.pushstream.html">OSGi Compendium, chapter 706</a>
 */
public final class PushStreams {

    private PushStreams() {
    }

    /**
     * @param property a property
     * @param <T> the type of its value
     * @return a source that sends the current value first and then every change; a slow consumer misses intermediate values, never the
     *     last
     */
    public static <T> PushEventSource<T> of(Property<T> property) {
        return consumer -> Feed.open(consumer, true, property::observe);
    }

    /**
     * @param signal a signal
     * @param <T> what it carries
     * @return a source that sends what the signal carries each time it is emitted; null for {@link Void}
     */
    public static <T> PushEventSource<T> of(Signal<T> signal) {
        return consumer -> Feed.open(consumer, false, signal::connect);
    }
}
