package io.remoteobjects.node.source;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.Subscription;

/** Hears a Source that is a JavaBean say which of its properties changed; any may have if it names none, or one that nobody knows. */
final class BeanListener implements PropertyChangeListener {

    private static final Logger LOG = LoggerFactory.getLogger(BeanListener.class);

    private final Map<String, BeanCell> cells;

    private BeanListener(Map<String, BeanCell> cells) {
        this.cells = cells;
    }

    /**
     * @param bean the Source
     * @param cells its properties by name
     * @return ends it
     */
    static Subscription listen(Object bean, Map<String, BeanCell> cells) {
        BeanListener listener = new BeanListener(cells);
        listener.call(bean, "addPropertyChangeListener");
        return () -> {
            try {
                listener.call(bean, "removePropertyChangeListener");
            } catch (RuntimeException gone) {
                LOG.warn("A Source is no longer shared, and goes on telling of its changes", gone);
            }
        };
    }

    private void call(Object bean, String method) {
        try {
            BeanCell.invoke(bean, bean.getClass().getMethod(method, PropertyChangeListener.class), this);
        } catch (Exception refused) {
            throw new IllegalArgumentException(bean.getClass().getName() + "." + method + " failed: " + refused, refused);
        }
    }

    @Override
    public void propertyChange(PropertyChangeEvent event) {
        BeanCell changed = cells.get(event.getPropertyName());
        if (changed != null) {
            changed.refresh();
        } else {
            cells.values().forEach(BeanCell::refresh);
        }
    }
}
