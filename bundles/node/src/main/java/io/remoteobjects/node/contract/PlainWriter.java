package io.remoteobjects.node.contract;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireOutput;

/** Writes values of a plain service, each with what it is, so that it arrives as that whatever the place in the interface says. */
final class PlainWriter {

    static final int MAX_DEPTH = Limits.DEFAULT.maxDepth();

    private final ByteBuf buffer = Unpooled.buffer(64);
    private final WireOutput out = WireOutput.blob(buffer, Generation.QTRO_2_0);
    private final PlainTypes types;
    private final Map<String, Integer> names = new HashMap<>();
    private int depth;

    PlainWriter(PlainTypes types) {
        this.types = types;
    }

    WireOutput out() {
        return out;
    }

    byte[] bytes() {
        return ByteBufUtil.getBytes(buffer);
    }

    /** Writes the tag and the name of the class of a value. */
    void head(int tag, Class<?> type) {
        out.writeU8(tag);
        name(type.getName());
    }

    void name(String name) {
        Integer known = names.putIfAbsent(name, names.size());
        if (known != null) {
            out.writeI16(known);
        } else {
            out.writeI16(names.size() - 1);
            out.writeString(name);
        }
    }

    /** Writes a value that is a part of another one. */
    void value(Object value, String step) {
        try {
            value(value);
        } catch (BadValueException bad) {
            throw bad.in(step);
        }
    }

    void value(Object value) {
        if (value == null) {
            out.writeU8(PlainTag.NULL);
        } else if (!scalar(value)) {
            if (++depth > MAX_DEPTH) {
                throw tooDeep();
            }
            composite(value);
            depth--;
        }
    }

    static BadValueException tooDeep() {
        return new BadValueException("values are nested deeper than " + MAX_DEPTH
                + " levels, perhaps in a circle: pass values that refer to no other that holds them");
    }

    private boolean scalar(Object value) {
        if (value instanceof String text) {
            out.writeU8(PlainTag.STRING);
            out.writeString(text);
        } else if (value instanceof Integer number) {
            out.writeU8(PlainTag.INT);
            out.writeI32(number);
        } else if (value instanceof Long number) {
            out.writeU8(PlainTag.LONG);
            out.writeI64(number);
        } else if (value instanceof Double number) {
            out.writeU8(PlainTag.DOUBLE);
            out.writeDouble(number);
        } else if (value instanceof Boolean bool) {
            out.writeU8(PlainTag.BOOLEAN);
            out.writeBool(bool);
        } else if (value instanceof Byte number) {
            out.writeU8(PlainTag.BYTE);
            out.writeU8(number);
        } else if (value instanceof Short number) {
            out.writeU8(PlainTag.SHORT);
            out.writeI16(number);
        } else if (value instanceof Character unit) {
            out.writeU8(PlainTag.CHAR);
            out.writeI16(unit);
        } else if (value instanceof Float number) {
            out.writeU8(PlainTag.FLOAT);
            out.writeI32(Float.floatToRawIntBits(number));
        } else {
            return false;
        }
        return true;
    }

    private void composite(Object value) {
        PlainType.Named named = types.named(value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass());
        if (named != null) {
            named.write(this, value);
        } else if (value instanceof Map<?, ?> map) {
            entries(map);
        } else if (value instanceof Collection<?> collection) {
            // In one piece: others may change it meanwhile.
            elements(value instanceof Set ? PlainTag.SET : PlainTag.LIST, Arrays.asList(collection.toArray()));
        } else if (value instanceof Iterable<?> iterable) {
            List<Object> elements = new ArrayList<>();
            iterable.forEach(elements::add);
            elements(PlainTag.LIST, elements);
        } else if (value.getClass().isArray()) {
            array(value);
        } else {
            throw new BadValueException("a " + value.getClass().getName() + " is neither a value of the JDK that can travel nor of a "
                    + "record, enum or data class that the interface names: name it in the interface, so that the other side knows it too");
        }
    }

    private void elements(int tag, List<?> elements) {
        out.writeU8(tag);
        out.writeI32(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            element(elements.get(i), i);
        }
    }

    private void element(Object value, int index) {
        try {
            value(value);
        } catch (BadValueException bad) {
            throw bad.in("[" + index + "]");
        }
    }

    private void entries(Map<?, ?> map) {
        out.writeU8(PlainTag.MAP);
        Map<?, ?> entries = new LinkedHashMap<>(map);
        out.writeI32(entries.size());
        entries.forEach((key, value) -> {
            value(key, "[key]");
            value(value, "[value]");
        });
    }

    private void array(Object array) {
        int length = Array.getLength(array);
        Class<?> component = array.getClass().getComponentType();
        if (component.isPrimitive()) {
            out.writeU8(PlainTag.PRIMITIVES);
            PlainArrays.write(out, array, length);
            return;
        }
        head(PlainTag.ARRAY, component);
        out.writeI32(length);
        for (int i = 0; i < length; i++) {
            element(Array.get(array, i), i);
        }
    }
}
