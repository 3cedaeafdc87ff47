package io.remoteobjects.eventadmin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;

import io.remoteobjects.DynamicReplica;
import io.remoteobjects.DynamicReplica.Member;
import io.remoteobjects.DynamicReplica.Schema;
import io.remoteobjects.Replica;
import io.remoteobjects.Subscription;

/** Makes events of what happens to one Replica, in the order in which it happens. */
final class ObjectEvents implements AutoCloseable {

    private final DynamicReplica replica;
    private final Consumer<Event> sink;
    private final Subscription states;

    // guarded by this
    private final List<Subscription> members = new ArrayList<>();
    private Replica.State told;
    private Schema subscribed;
    private boolean closed;

    /** @param sink gets the events; called as listeners of the replica are */
    ObjectEvents(DynamicReplica replica, Consumer<Event> sink) {
        this.replica = replica;
        this.sink = sink;
        states = replica.onStateChange(this::isIn);
        begin();
    }

    private synchronized void begin() {
        Replica.State state = replica.state();
        if (told == null && state != Replica.State.UNINITIALIZED) {
            isIn(state);
        }
    }

    private synchronized void isIn(Replica.State state) {
        if (closed) {
            return;
        }
        if (state != told) {
            told = state;
            post("state", Map.of("state", state.qtName()));
        }
        subscribe();
    }

    /** The members of an object that returns with others are not those of before, whose subscriptions have ended. */
    private void subscribe() {
        Schema schema = replica.schema();
        if (schema.equals(subscribed)) {
            return;
        }
        subscribed = schema;
        members.forEach(Subscription::close);
        members.clear();
        for (Member each : schema.properties()) {
            members.add(replica.observe(each.name(), new PropertyEvents(each.name())));
        }
        for (Member each : schema.signals()) {
            if (schema.properties().stream().noneMatch(property -> each.name().equals(property.name() + "Changed"))) {
                members.add(replica.connect(each.signature(), arguments -> post("signal/" + Topics.token(each.name()),
                        Map.of("member", each.name(), "arguments", arguments))));
            }
        }
    }

    private void post(String what, Map<String, ?> particulars) {
        Map<String, Object> properties = new HashMap<>(particulars);
        properties.put("remoteobjects.name", replica.name());
        properties.put("remoteobjects.type", replica.type());
        properties.put(EventConstants.TIMESTAMP, System.currentTimeMillis());
        sink.accept(new Event(Topics.prefix(replica.type(), replica.name()) + what, properties));
    }

    @Override
    public void close() {
        states.close();
        synchronized (this) {
            closed = true;
            members.forEach(Subscription::close);
        }
    }

    /** Tells the values of one property: first the current one, then each with the one before it. */
    private final class PropertyEvents implements Consumer<Object> {

        private final String name;
        private boolean begun;
        private Object last;

        PropertyEvents(String name) {
            this.name = name;
        }

        @Override
        public void accept(Object value) {
            Map<String, Object> particulars = new HashMap<>();
            particulars.put("member", name);
            particulars.put("value", value);
            if (begun) {
                particulars.put("value.old", last);
            }
            begun = true;
            last = value;
            post("property/" + Topics.token(name), particulars);
        }
    }
}
