package io.remoteobjects.node.harness;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.Signal;
import io.remoteobjects.node.contract.Contract;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.packet.InitPacket;
import io.remoteobjects.wire.packet.ObjectList;
import io.remoteobjects.wire.type.QtTypes;

/** A Source that does what a test tells it. */
public class DemoBoard implements Board {

    private final MutableProperty<Integer> first = Property.of(0);
    private final MutableProperty<Integer> second = Property.of(0);
    private final MutableProperty<byte[]> blob = Property.of(new byte[0]);
    private final Signal.Emitter<Integer> tick = Signal.emitter();

    /** What {@link #later} returns. */
    public final Deferred<Integer> answer = new Deferred<>();

    @Override
    public final MutableProperty<Integer> first() {
        return first;
    }

    @Override
    public final MutableProperty<Integer> second() {
        return second;
    }

    @Override
    public final MutableProperty<byte[]> blob() {
        return blob;
    }

    @Override
    public final Signal.Emitter<Integer> tick() {
        return tick;
    }

    @Override
    public Promise<Integer> later(int amount) {
        return answer.getPromise();
    }

    /** Adds to {@link #first} and returns the sum. */
    @Override
    public int add(int amount) {
        first.set(first.get() + amount);
        return first.get();
    }

    /** {@return what a host says that shares one} */
    public static ObjectList entry(String name) {
        byte[] signature = Contract.of(Board.class).signature(Generation.QTRO_2_0).getBytes(StandardCharsets.US_ASCII);
        return new ObjectList(List.of(new ObjectList.Entry(name, "Board", signature)));
    }

    /** Writes what a host answers to those who acquire one by its interface. */
    public static void init(WireOutput out, String name) {
        InitPacket.write(out, name, 3, values -> {
            QtTypes.QBYTEARRAY.writeVariant(values, new byte[0]);
            QtTypes.INT.writeVariant(values, 0);
            QtTypes.INT.writeVariant(values, 0);
        });
    }
}
