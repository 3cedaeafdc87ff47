package io.remoteobjects.node.harness;

import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.util.ArrayList;
import java.util.List;

/** As people have written beans for thirty years. Its tests change its fields and fire its events apart. */
public class OldBoiler implements Boiler {

    public final PropertyChangeSupport changes = new PropertyChangeSupport(this);
    public final List<String> faults = new ArrayList<>();
    public volatile Double temperature = 20.0;
    public volatile boolean burning;
    public volatile boolean water = true;
    public volatile String label;
    private volatile int target = 60;

    public void heatTo(double celsius) {
        double before = temperature;
        temperature = celsius;
        changes.firePropertyChange("temperature", before, celsius);
    }

    @Override
    public double getTemperature() {
        return temperature;
    }

    @Override
    public boolean isBurning() {
        return burning;
    }

    @Override
    public boolean hasWater() {
        return water;
    }

    @Override
    public String getLabel() {
        return label;
    }

    @Override
    public List<String> getFaults() {
        return faults;
    }

    @Override
    public int getTarget() {
        return target;
    }

    @Override
    public void setTarget(int newTarget) throws OutOfRange {
        if (newTarget < 0) {
            throw new IllegalArgumentException("below zero");
        }
        if (newTarget > 90) {
            throw new OutOfRange("no more than 90");
        }
        int before = target;
        target = newTarget;
        changes.firePropertyChange("target", before, newTarget);
    }

    @Override
    public int raise(int by) {
        heatTo(temperature + by);
        return temperature.intValue();
    }

    @Override
    public void addPropertyChangeListener(PropertyChangeListener listener) {
        changes.addPropertyChangeListener(listener);
    }

    @Override
    public void addPropertyChangeListener(String property, PropertyChangeListener listener) {
        changes.addPropertyChangeListener(property, listener);
    }

    @Override
    public void removePropertyChangeListener(PropertyChangeListener listener) {
        changes.removePropertyChangeListener(listener);
    }

    @Override
    public void removePropertyChangeListener(String property, PropertyChangeListener listener) {
        changes.removePropertyChangeListener(property, listener);
    }

    @Override
    public PropertyChangeListener[] getPropertyChangeListeners() {
        return changes.getPropertyChangeListeners();
    }

    @Override
    public PropertyChangeListener[] getPropertyChangeListeners(String property) {
        return changes.getPropertyChangeListeners(property);
    }

    @Override
    public boolean hasListeners(String property) {
        return changes.hasListeners(property);
    }
}
