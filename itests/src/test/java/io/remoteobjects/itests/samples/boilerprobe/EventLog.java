package io.remoteobjects.itests.samples.boilerprobe;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;
import org.slf4j.LoggerFactory;

/** Logs the events of all boilers. */
@Component(property = "event.topics=io/remoteobjects/Boiler/*")
public final class EventLog implements EventHandler {

    @Override
    public void handleEvent(Event event) {
        LoggerFactory.getLogger(EventLog.class).info("EVENT {} {} {}", event.getTopic(), event.getProperty("state"), event.getProperty("value"));
    }
}
