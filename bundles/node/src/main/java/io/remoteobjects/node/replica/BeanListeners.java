package io.remoteobjects.node.replica;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeListenerProxy;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.remoteobjects.Subscription;
import io.remoteobjects.node.contract.PropertyMember;

/** The listeners of a replica whose interface is that of a JavaBean. Any thread. */
final class BeanListeners {

    private final Object bean;
    private final TypedView view;

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /**
     * A listener, as often as it was added.
     *
     * @param property the one it wants to hear of; null for all
     */
    private record Entry(String property, PropertyChangeListener listener, List<Subscription> subscriptions) {

        /** {@return the listener as beans tell it among all} */
        PropertyChangeListener told() {
            return property == null ? listener : new PropertyChangeListenerProxy(property, listener);
        }
    }

    /**
     * @param bean the source of the events
     * @param view has the properties
     */
    BeanListeners(Object bean, TypedView view) {
        this.bean = bean;
        this.view = view;
    }

    /** Does what a method does that is about listeners. */
    Object call(Method method, Object... arguments) {
        boolean ofAll = arguments == null;
        String property = !ofAll && arguments[0] instanceof String named ? named : null;
        return switch (method.getName()) {
            case "getPropertyChangeListeners" -> (ofAll ? entries.stream().map(Entry::told)
                    : entries.stream().filter(each -> each.property != null && each.property.equals(property)).map(Entry::listener))
                    .toArray(PropertyChangeListener[]::new);
            case "hasListeners" -> entries.stream().anyMatch(each -> ofAll || each.property == null || each.property.equals(property));
            default -> change(method, property, arguments);
        };
    }

    /** Adds or removes a listener; one that is null counts for nothing, as with any bean. {@return null} */
    private Object change(Method method, String property, Object... arguments) {
        Object listener = arguments[arguments.length - 1];
        if (listener instanceof PropertyChangeListenerProxy told) {
            String named = arguments.length == 1 ? told.getPropertyName() : property;
            return change(method, named, named, told.getListener());
        }
        if (listener != null && (arguments.length == 1 || property != null)) {
            if (method.getName().startsWith("add")) {
                add(property, (PropertyChangeListener) listener);
            } else {
                remove(property, (PropertyChangeListener) listener);
            }
        }
        return null;
    }

    private void add(String property, PropertyChangeListener listener) {
        entries.add(new Entry(property, listener, view.contract().properties().stream().filter(each -> each.bean() != null)
                .filter(each -> property == null || property.equals(each.bean().name()))
                .map(each -> view.property(each.index()).observe(new Teller(each, listener))).toList()));
    }

    private void remove(String property, PropertyChangeListener listener) {
        for (Entry each : entries) {
            if (Objects.equals(each.property, property) && each.listener.equals(listener) && entries.remove(each)) {
                each.subscriptions.forEach(Subscription::close);
                return;
            }
        }
    }

    /** Tells one listener of the changes of one property. Called as listeners of replicas are, the first time with the value of before. */
    private final class Teller implements Consumer<Object> {

        private final PropertyMember property;
        private final PropertyChangeListener listener;
        private boolean begun;
        private Object value;

        Teller(PropertyMember property, PropertyChangeListener listener) {
            this.property = property;
            this.listener = listener;
        }

        @Override
        public void accept(Object newValue) {
            Object old = value;
            value = newValue;
            if (begun) {
                listener.propertyChange(new PropertyChangeEvent(bean, property.bean().name(), old, newValue));
            }
            begun = true;
        }
    }
}
