package io.remoteobjects.node.contract;

import java.util.List;
import java.util.Map;

/** What a place in a plain interface takes: the declared type decides what becomes of a value that has arrived. */
interface PlainType {

    /** {@return the class of its values} */
    Class<?> raw();

    /**
     * @param tag what the value says it is, never null
     * @return the value
     * @throws BadValueException if it is no value of this type
     */
    Object read(PlainReader in, int tag);

    /**
     * @param natural a value as Qt has it: a number, text, time, list or map
     * @return the value of this type that it stands for
     * @throws BadValueException if it stands for none
     */
    Object of(Object natural);

    /** {@return a value as this type's, if it is one} */
    default Object checked(Object value) {
        if (value != null && !raw().isInstance(value)) {
            throw new BadValueException("a " + value.getClass().getName() + " is no " + raw().getName()
                    + ": give both sides the same version of the interface, and no other elements to a collection than it declares");
        }
        return value;
    }

    /** A type whose values name their class, which must be one that the interface knows. */
    interface Named extends PlainType {

        /** Writes tag, name and content. */
        void write(PlainWriter out, Object value);

        /** Reads the content. */
        Object readContent(PlainReader in);

        @Override
        default Object read(PlainReader in, int tag) {
            return checked(in.any(tag));
        }
    }

    /**
     * A type that says no more than a class: values say themselves what they are.
     *
     * @param raw Object, or one of the classes that several types of values have in common
     */
    record Open(Class<?> raw) implements PlainType {

        static final Open OBJECT = new Open(Object.class);

        @Override
        public Object read(PlainReader in, int tag) {
            return checked(in.any(tag));
        }

        /** A new one of what can be changed, for it belongs to the service then. */
        @Override
        public Object of(Object natural) {
            if (natural instanceof List<?> list) {
                return checked(PlainContainers.LIST.of(list));
            }
            return checked(natural instanceof Map<?, ?> map ? PlainContainers.MAP.of(map) : natural);
        }
    }

    /** A primitive, wrapper or String. */
    record Scalar(Class<?> raw) implements PlainType {

        @Override
        public Object read(PlainReader in, int tag) {
            return checked(in.any(tag));
        }

        @Override
        public Object of(Object natural) {
            if (natural instanceof Number number && (raw == Double.class || raw == Float.class)) {
                return raw == Double.class ? (Object) number.doubleValue() : (Object) number.floatValue();
            }
            if (natural instanceof Number number && raw != natural.getClass() && Number.class.isAssignableFrom(raw)) {
                return IntegerTypes.exact(number, raw);
            }
            boolean unit = raw == Character.class && natural instanceof String text && text.length() == 1;
            return checked(unit ? (Object) ((String) natural).charAt(0) : natural);
        }
    }
}
