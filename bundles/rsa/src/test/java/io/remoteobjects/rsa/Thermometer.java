package io.remoteobjects.rsa;

import org.osgi.util.promise.Promise;

import io.remoteobjects.Property;
import io.remoteobjects.RemoteObject;

/** A remote object for tests. */
@RemoteObject
public interface Thermometer {

    Property<Double> celsius();

    double read() throws BrokenException;

    Promise<Double> readLater();

    /** What a thermometer may throw. */
    class BrokenException extends Exception {

        private static final long serialVersionUID = 1;

        public BrokenException(String message) {
            super(message);
        }
    }
}
