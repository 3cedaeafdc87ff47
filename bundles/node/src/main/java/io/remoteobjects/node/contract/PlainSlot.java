package io.remoteobjects.node.contract;

import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireInput;

/**
 * A method of a plain interface between two nodes of this product, which know more of Java than Qt does: null, overloads, and what each
 * value is. Any thread.
 */
public final class PlainSlot {

    private final SlotMember slot;
    private final PlainTypes types;
    private final long id;
    private final List<PlainType> parameters = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final PlainType result;
    private final String resultPlace;

    /** @throws ContractException if a type in it cannot travel */
    PlainSlot(SlotMember slot, JavaMember.OfSlot method, PlainTypes types) {
        this.slot = slot;
        this.types = types;
        this.id = id(slot);
        for (JavaValue each : method.parameters()) {
            parameters.add(types.of(each.type(), each.where()));
            places.add(each.where());
        }
        this.resultPlace = "result of " + method.where();
        this.result = method.result() == null ? null : types.of(method.result().type(), resultPlace);
    }

    /** The same for methods of one name and descriptor, wherever they stand in an interface. */
    private static long id(SlotMember slot) {
        String text = slot.method().getName() + MethodType.methodType(void.class, slot.method().getParameterTypes()).descriptorString();
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }

    /** {@return what tells this method from all others of an interface} */
    public long id() {
        return id;
    }

    /** {@return the member it is, as Qt sees it} */
    public SlotMember slot() {
        return slot;
    }

    /**
     * @param arguments of a call; null for none
     * @return how they travel
     * @throws IllegalArgumentException if one cannot; the message says which and why
     */
    public byte[] writeArguments(Object[] arguments) {
        PlainWriter writer = new PlainWriter(types);
        for (int i = 0; i < parameters.size(); i++) {
            try {
                writer.value(arguments[i]);
            } catch (BadValueException bad) {
                throw unfit("carry", places.get(i), bad);
            }
        }
        return writer.bytes();
    }

    /**
     * @param values what came
     * @param limits what a peer may make us allocate
     * @return the arguments
     * @throws IllegalArgumentException if they do not fit; the message says which and why
     */
    public Object[] readArguments(byte[] values, Limits limits) {
        PlainReader reader = reader(values, limits);
        Object[] arguments = new Object[parameters.size()];
        for (int i = 0; i < arguments.length; i++) {
            try {
                arguments[i] = reader.value(parameters.get(i));
            } catch (BadValueException bad) {
                throw unfit("take", places.get(i), bad);
            }
        }
        return arguments;
    }

    /**
     * @param value what the method returned
     * @return how it travels; null for a method that returns nothing
     * @throws IllegalArgumentException if it cannot; the message says why
     */
    public byte[] writeResult(Object value) {
        if (result == null) {
            return null;
        }
        PlainWriter writer = new PlainWriter(types);
        try {
            writer.value(value);
        } catch (BadValueException bad) {
            throw unfit("carry", resultPlace, bad);
        }
        return writer.bytes();
    }

    /**
     * @param values what came
     * @param limits what a peer may make us allocate
     * @return the result
     * @throws IllegalArgumentException if it does not fit; the message says why
     */
    public Object readResult(byte[] values, Limits limits) {
        try {
            return result == null ? null : reader(values, limits).value(result);
        } catch (BadValueException bad) {
            throw unfit("take", resultPlace, bad);
        }
    }

    /**
     * @param arguments as Qt's types have them; changed
     * @return the arguments as the method takes them, the service's to change
     * @throws IllegalArgumentException if they do not fit; the message says which and why
     */
    public Object[] ofQt(Object... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            try {
                arguments[i] = parameters.get(i).of(arguments[i]);
            } catch (BadValueException bad) {
                throw unfit("take", places.get(i), bad);
            }
        }
        return arguments;
    }

    private PlainReader reader(byte[] values, Limits limits) {
        return new PlainReader(WireInput.blob(values, Generation.QTRO_2_0, limits), types);
    }

    private static IllegalArgumentException unfit(String what, String where, BadValueException bad) {
        return new IllegalArgumentException("Cannot " + what + " the value of " + where + ": " + bad.getMessage() + ".", bad);
    }
}
