package io.remoteobjects.itests.conformance.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdminEvent;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdminListener;

/** What Remote Service Admin tells of what the thread of the test does. */
public final class AdminEvents implements AutoCloseable {

    private static final String TOPICS = "org/osgi/service/remoteserviceadmin/";
    private static final String UNTIL_HERE = TOPICS + "UNTIL_HERE";

    private final TestFramework framework;
    private final Told<RemoteServiceAdminEvent> told = new Told<>();
    private final Told<Event> posted = new Told<>();
    private final ServiceRegistration<?> listener;
    private final ServiceRegistration<?> handler;

    /** Listens in a framework. */
    public AdminEvents(TestFramework framework) {
        this.framework = framework;
        listener = framework.register(RemoteServiceAdminListener.class, told::add, Map.of());
        handler = framework.register(EventHandler.class, posted::add, Map.of(EventConstants.EVENT_TOPIC, TOPICS + "*"));
    }

    /** {@return what listeners were told since this was asked last} */
    public List<RemoteServiceAdminEvent> told() {
        return told.rest();
    }

    /** {@return what is posted next, by any thread} */
    public Event nextPosted() {
        return posted.next();
    }

    /** {@return what was posted to the topics of Remote Service Admin since this was asked last} */
    public List<Event> posted() {
        // What one thread posts is delivered in order.
        framework.await(EventAdmin.class, null).postEvent(new Event(UNTIL_HERE, Map.of()));
        List<Event> all = new ArrayList<>();
        for (Event next = posted.next(); !next.getTopic().equals(UNTIL_HERE); next = posted.next()) {
            all.add(next);
        }
        return all;
    }

    @Override
    public void close() {
        listener.unregister();
        handler.unregister();
    }
}
