package io.remoteobjects.itests.samples.life.lookout.events;

import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;

/** Sees the mirror in the events of EventAdmin. */
@Component(immediate = true, property = "event.topics=io/remoteobjects/Beacon/mirror/property/number")
public final class EventLookout implements EventHandler, LongSupplier {

    private volatile long number = -1;

    @Override
    public void handleEvent(Event event) {
        number = (Long) event.getProperty("value");
    }

    @Override
    public long getAsLong() {
        return number;
    }
}
