package io.remoteobjects.eventadmin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.metatype.annotations.Designate;

import io.remoteobjects.DynamicReplica;

/** Tells EventAdmin what happens to the Replicas that the configuration selects. */
@Component(service = {}, immediate = true, configurationPid = "io.remoteobjects.eventadmin")
@Designate(ocd = EventConfiguration.class)
public final class EventBridge {

    private final EventAdmin admin;

    /** One, for EventAdmin keeps the order of what one thread posts. */
    private final ThreadPoolExecutor poster = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
            EventBridge::thread);

    private final Map<DynamicReplica, ObjectEvents> objects = new ConcurrentHashMap<>();

    @Activate
    public EventBridge(@Reference EventAdmin admin) {
        this.admin = admin;
        // Made by the first event, the thread would hold the class loader of the node that tells it, also when that is replaced.
        poster.prestartCoreThread();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "remoteobjects-eventadmin");
        thread.setDaemon(true);
        return thread;
    }

    /** A Replica's handle is there; it stays through outages. */
    @Reference(name = "objects", cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(DynamicReplica replica) {
        objects.put(replica, new ObjectEvents(replica, this::post));
    }

    void remove(DynamicReplica replica) {
        ObjectEvents gone = objects.remove(replica);
        if (gone != null) {
            gone.close();
        }
    }

    private void post(Event event) {
        try {
            poster.execute(() -> admin.postEvent(event));
        } catch (RejectedExecutionException stopped) {
            // The bridge is gone, and with it whatever it had to tell.
        }
    }

    @Deactivate
    void stop() {
        poster.shutdown();
    }
}
