package io.remoteobjects.itests.conformance.samples;

import java.beans.PropertyChangeListener;

/** A JavaBean. */
public interface Gauge {

    int getLevel();

    void addPropertyChangeListener(PropertyChangeListener listener);

    void removePropertyChangeListener(PropertyChangeListener listener);
}
