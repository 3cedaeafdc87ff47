package io.remoteobjects.itests.samples.boiler;

import java.beans.PropertyChangeListener;

/** Heats. */
public interface Boiler {

    double getTemperature();

    int getTarget();

    void setTarget(int celsius);

    int raise(int by);

    void addPropertyChangeListener(PropertyChangeListener listener);

    void removePropertyChangeListener(PropertyChangeListener listener);
}
