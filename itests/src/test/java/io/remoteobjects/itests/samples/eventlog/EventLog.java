package io.remoteobjects.itests.samples.eventlog;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;
import org.slf4j.LoggerFactory;

/** Logs the events of all Replicas. */
@Component(property = "event.topics=io/remoteobjects/*")
public final class EventLog implements EventHandler {

    @Override
    public void handleEvent(Event event) {
        LoggerFactory.getLogger(EventLog.class).info("EVENT {} {} {}", event.getTopic(), event.getProperty("state"), event.getProperty("value"));
    }
}
