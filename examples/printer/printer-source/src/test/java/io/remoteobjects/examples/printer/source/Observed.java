package io.remoteobjects.examples.printer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.remoteobjects.Property;
import io.remoteobjects.Signal;

/** What a property or signal told its listeners, to be taken one by one. */
final class Observed<T> {

    private final BlockingQueue<T> values = new LinkedBlockingQueue<>();

    private Observed() {
    }

    static <T> Observed<T> changesOf(Property<T> property) {
        Observed<T> observed = new Observed<>();
        property.onChange(observed.values::add);
        return observed;
    }

    static <T> Observed<T> of(Signal<T> signal) {
        Observed<T> observed = new Observed<>();
        signal.connect(observed.values::add);
        return observed;
    }

    T next() throws InterruptedException {
        T value = values.poll(30, TimeUnit.SECONDS);
        assertNotNull(value, "nothing came within 30 s");
        return value;
    }

    void assertNothingElse() {
        assertEquals(0, values.size(), () -> "surplus: " + values);
    }
}
