package io.remoteobjects.node.harness;

import java.beans.PropertyChangeListener;
import java.util.List;

/** A JavaBean that knows nothing of remote objects. */
public interface Boiler {

    double getTemperature();

    boolean isBurning();

    boolean hasWater();

    String getLabel();

    List<String> getFaults();

    int getTarget();

    void setTarget(int target) throws OutOfRange;

    int raise(int by);

    void addPropertyChangeListener(PropertyChangeListener listener);

    void addPropertyChangeListener(String property, PropertyChangeListener listener);

    void removePropertyChangeListener(PropertyChangeListener listener);

    void removePropertyChangeListener(String property, PropertyChangeListener listener);

    PropertyChangeListener[] getPropertyChangeListeners();

    PropertyChangeListener[] getPropertyChangeListeners(String property);

    boolean hasListeners(String property);

    /** What it does not heat to. */
    final class OutOfRange extends Exception {

        private static final long serialVersionUID = 1;

        public OutOfRange(String message) {
            super(message);
        }
    }
}
