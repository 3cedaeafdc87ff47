package io.remoteobjects.wire.type;

import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import java.util.List;

/**
 * A POD of a .rep file: one QVariant a field, in the order of declaration, without a count.
 *
 * @param <T> the Java class of its values
 */
public final class PodType<T> extends QtType<T> {

    /**
     * One field.
     *
     * @param name as in the .rep file
     * @param type of its values
     */
    public record Field(String name, QtType<?> type) {
    }

    /**
     * Turns field values into a Java object and back.
     *
     * @param <T> the Java class
     */
    public interface Binder<T> {

        /**
         * @param values one for each field, in order; the array is the binder's to keep
         * @return the object
         * @throws RuntimeException if these values make no object; the value received is then refused with a {@link WireException}
         */
        T create(Object[] values);

        /** {@return the value of the field with that index} */
        Object get(T object, int field);
    }

    private final List<Field> fields;
    private final QtType<?>[] types;
    private final Binder<T> binder;

    private PodType(String name, List<Field> fields, Binder<T> binder) {
        super(name, VariantHeader.user(name), false);
        this.fields = List.copyOf(fields);
        this.types = fields.stream().map(Field::type).toArray(QtType<?>[]::new);
        this.binder = binder;
    }

    /**
     * @param name the bare name in the .rep file
     * @param fields in the order of the .rep file
     * @param binder makes and reads the Java objects
     * @return the type
     */
    public static <T> PodType<T> of(String name, List<Field> fields, Binder<T> binder) {
        return new PodType<>(name, fields, binder);
    }

    /** {@return a type whose values are {@link Pod}s: for PODs that no Java class stands for} */
    public static PodType<Pod> generic(String name, List<Field> fields) {
        List<String> names = fields.stream().map(Field::name).toList();
        return new PodType<>(name, fields, new Binder<Pod>() {
            @Override
            public Pod create(Object[] values) {
                return Pod.of(name, names, values);
            }

            @Override
            public Object get(Pod pod, int field) {
                return pod.get(names.get(field));
            }
        });
    }

    /** {@return the fields, in order} */
    public List<Field> fields() {
        return fields;
    }

    @Override
    boolean isPod() {
        return true;
    }

    @Override
    public T defaultValue() {
        Object[] values = new Object[types.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = types[i].defaultValue();
        }
        return binder.create(values);
    }

    @Override
    public T read(WireInput in) {
        int start = in.position();
        in.enter();
        Object[] values = new Object[types.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = types[i].readField(in);
        }
        in.leave();
        return in.discarding() ? null : create(values, start);
    }

    private T create(Object[] values, int start) {
        try {
            return binder.create(values);
        } catch (RuntimeException refused) {
            throw new WireException("The Java class of " + name() + " refused the values received (" + refused + ")", start,
                    "Let its constructor accept every value that the Source may send.", refused);
        }
    }

    @Override
    public void write(WireOutput out, T value) {
        required(value);
        for (int i = 0; i < types.length; i++) {
            types[i].writeVariantOf(out, binder.get(value, i));
        }
    }
}
