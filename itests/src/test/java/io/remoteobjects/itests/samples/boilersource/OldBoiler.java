package io.remoteobjects.itests.samples.boilersource;

import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;

import org.osgi.service.component.annotations.Component;

import io.remoteobjects.itests.samples.boiler.Boiler;

/** As people have written beans for thirty years. */
@Component
public final class OldBoiler implements Boiler {

    private final PropertyChangeSupport changes = new PropertyChangeSupport(this);
    private volatile double temperature = 20;
    private volatile int target = 60;

    @Override
    public double getTemperature() {
        return temperature;
    }

    @Override
    public int getTarget() {
        return target;
    }

    @Override
    public void setTarget(int celsius) {
        if (celsius > 90) {
            throw new IllegalArgumentException("no more than 90");
        }
        int before = target;
        target = celsius;
        changes.firePropertyChange("target", before, celsius);
    }

    @Override
    public int raise(int by) {
        double before = temperature;
        temperature = before + by;
        changes.firePropertyChange("temperature", before, temperature);
        return (int) temperature;
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
