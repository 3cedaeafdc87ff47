package io.remoteobjects.itests.conformance.samples;

import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;

/** Shows a level. */
public final class Dial implements Gauge {

    private final PropertyChangeSupport changes = new PropertyChangeSupport(this);
    private volatile int level;

    public void turnTo(int newLevel) {
        int before = level;
        level = newLevel;
        changes.firePropertyChange("level", before, newLevel);
    }

    @Override
    public int getLevel() {
        return level;
    }

    @Override
    public void addPropertyChangeListener(PropertyChangeListener listener) {
        changes.addPropertyChangeListener(listener);
    }

    @Override
    public void removePropertyChangeListener(PropertyChangeListener listener) {
        changes.removePropertyChangeListener(listener);
    }
}
