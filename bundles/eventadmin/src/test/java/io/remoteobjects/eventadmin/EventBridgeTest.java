package io.remoteobjects.eventadmin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** The component, without replicas. */
class EventBridgeTest {

    private static final EventAdmin NOBODY = new EventAdmin() {
        @Override
        public void postEvent(Event event) {
        }

        @Override
        public void sendEvent(Event event) {
        }
    };

    /** A thread refers for life to the class loaders of those in whose midst it was made. */
    @Test
    void itsThreadIsNotMadeByWhoTellsTheFirstEvent() {
        EventBridge bridge = new EventBridge(NOBODY);
        try {
            assertTrue(Thread.getAllStackTraces().keySet().stream().anyMatch(each -> each.getName().equals("remoteobjects-eventadmin")));
        } finally {
            bridge.stop();
        }
    }
}
