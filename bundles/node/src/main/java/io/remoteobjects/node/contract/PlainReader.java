package io.remoteobjects.node.contract;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import io.remoteobjects.wire.WireInput;

/**
 * Reads what a {@link PlainWriter} wrote. A name of a class only ever chooses among those that the interface names; none is loaded by it.
 */
final class PlainReader {

    private final WireInput in;
    private final PlainTypes types;
    private final List<String> names = new ArrayList<>();

    PlainReader(WireInput in, PlainTypes types) {
        this.in = in;
        this.types = types;
    }

    WireInput in() {
        return in;
    }

    String name() {
        int number = in.readU16();
        if (number == names.size()) {
            names.add(in.readString());
        } else if (number > names.size()) {
            throw new BadValueException("a name that was not told: give both sides the same version of Remote Objects");
        }
        return names.get(number);
    }

    /** {@return a value that is a part of another one} */
    Object value(PlainType type, String step) {
        try {
            return value(type);
        } catch (BadValueException bad) {
            throw bad.in(step);
        }
    }

    Object value(PlainType type) {
        int tag = in.readU8();
        if (tag == PlainTag.NULL) {
            return null;
        }
        in.enter();
        Object value = type.read(this, tag);
        in.leave();
        return value;
    }

    /** {@return what comes, as it says itself; null where it is only passed over} */
    Object any(int tag) {
        return switch (tag) {
            case PlainTag.BOOLEAN -> in.readBool();
            case PlainTag.BYTE -> (byte) in.readU8();
            case PlainTag.SHORT -> in.readI16();
            case PlainTag.CHAR -> (char) in.readU16();
            case PlainTag.INT -> in.readI32();
            case PlainTag.LONG -> in.readI64();
            case PlainTag.FLOAT -> Float.intBitsToFloat(in.readI32());
            case PlainTag.DOUBLE -> in.readDouble();
            case PlainTag.STRING -> in.readString();
            case PlainTag.TEXT, PlainTag.ENUM, PlainTag.OBJECT -> named(tag, name());
            case PlainTag.LIST -> elements(new ArrayList<>(), PlainType.Open.OBJECT);
            case PlainTag.SET -> elements(new LinkedHashSet<>(), PlainType.Open.OBJECT);
            case PlainTag.MAP -> entries(new LinkedHashMap<>(), PlainType.Open.OBJECT, PlainType.Open.OBJECT);
            case PlainTag.ARRAY -> array(component(name()), PlainType.Open.OBJECT);
            case PlainTag.PRIMITIVES -> PlainArrays.read(in);
            default -> throw new BadValueException("a value of unknown kind " + tag
                    + ": give both sides the same version of Remote Objects");
        };
    }

    private Object named(int tag, String className) {
        PlainType.Named type = in.discarding() ? null : types.named(className);
        if (type != null) {
            return type.readContent(this);
        }
        if (!in.discarding()) {
            throw new BadValueException("a " + className + ", which the interface here does not name: give both sides the same version of "
                    + "it");
        }
        if (tag == PlainTag.TEXT) {
            in.readString();
        } else if (tag == PlainTag.ENUM) {
            name();
        } else {
            for (int left = in.readU16(); left > 0; left--) {
                name();
                value(PlainType.Open.OBJECT);
            }
        }
        return null;
    }

    private Class<?> component(String className) {
        Class<?> component = in.discarding() ? Object.class : types.component(className);
        if (component == null) {
            throw new BadValueException("an array of " + className + ", which the interface here does not name: declare the array's type");
        }
        return component;
    }

    /** Passes over a value. */
    void skip() {
        boolean before = in.discarding();
        in.discarding(true);
        value(PlainType.Open.OBJECT);
        in.discarding(before);
    }

    Collection<Object> elements(Collection<Object> into, PlainType element) {
        int count = in.readCount(1);
        for (int i = 0; i < count; i++) {
            Object value = element(element, i);
            try {
                into.add(value);
            } catch (ClassCastException | NullPointerException unfit) {
                throw unfit(into, unfit);
            }
        }
        return into;
    }

    private Object element(PlainType type, int index) {
        try {
            return value(type);
        } catch (BadValueException bad) {
            throw bad.in("[" + index + "]");
        }
    }

    Map<Object, Object> entries(Map<Object, Object> into, PlainType key, PlainType value) {
        int count = in.readCount(2);
        for (int i = 0; i < count; i++) {
            Object newKey = value(key, "[key]");
            Object newValue = value(value, "[value]");
            try {
                into.put(newKey, newValue);
            } catch (ClassCastException | NullPointerException unfit) {
                throw unfit(into, unfit);
            }
        }
        return into;
    }

    private static BadValueException unfit(Object container, RuntimeException unfit) {
        return new BadValueException("a " + container.getClass().getSimpleName() + " in its natural order refuses an element (" + unfit
                + "): declare a Set, List or Map, whose elements need no order");
    }

    Object array(Class<?> component, PlainType element) {
        int count = in.readCount(1);
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Object value = element(element, i);
            if (value != null && !component.isInstance(value)) {
                throw new BadValueException("a " + value.getClass().getName() + " is no element of an array of " + component.getName()
                        + ": declare the array's type").in("[" + i + "]");
            }
            elements.add(value);
        }
        // Only now: arrays nest, and mere counts must not make us allocate much.
        Object array = Array.newInstance(component, count);
        for (int i = 0; i < count; i++) {
            Array.set(array, i, elements.get(i));
        }
        return array;
    }
}
