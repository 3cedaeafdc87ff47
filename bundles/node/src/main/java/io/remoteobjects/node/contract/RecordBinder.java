package io.remoteobjects.node.contract;

import java.util.ArrayList;
import java.util.List;

import io.remoteobjects.wire.rep.RepParameter;
import io.remoteobjects.wire.type.PodType;

/** Binds record classes to PODs, component by component, by name. */
final class RecordBinder {

    /** Whether a name was made by repc because the file gives none. */
    static boolean isUnnamed(RepParameter parameter) {
        return parameter.name().startsWith("__repc_variable_");
    }

    private RecordBinder() {
    }

    /**
     * @param types binds the type of a component to that of a field
     */
    static BoundType bind(String name, List<RepParameter> fields, RecordShape record, String where, MemberTypes types) {
        int[] order = order(name, fields, record, where);
        List<PodType.Field> bound = new ArrayList<>();
        ValueCheck[] checks = new ValueCheck[order.length];
        for (int i = 0; i < order.length; i++) {
            BoundType type = types.bind(record.components().get(order[i]), fields.get(i).type());
            bound.add(new PodType.Field(fields.get(i).name(), type.type()));
            checks[order[i]] = type.check();
        }
        PodType<Object> pod = PodType.of(name, bound, new PodType.Binder<>() {
            @Override
            public Object create(Object[] values) {
                return record.create(toComponents(values, order));
            }

            @Override
            public Object get(Object object, int field) {
                return record.get(object, order[field]);
            }
        });
        return BoundType.of(pod, value -> checked(value, record, checks));
    }

    /** Binds the type of a place in Java to the text of a type in the .rep file. */
    interface MemberTypes {

        BoundType bind(JavaValue value, String text);
    }

    /** {@return for each field the index of its component} */
    static int[] order(String name, List<RepParameter> fields, RecordShape record, String where) {
        List<String> components = record.components().stream().map(JavaValue::name).toList();
        List<String> names = fields.stream().map(RepParameter::name).toList();
        boolean byPosition = fields.stream().anyMatch(RecordBinder::isUnnamed) && names.size() == components.size();
        int[] order = record.orderOf(byPosition ? components : names);
        if (order == null) {
            throw new ContractException("Record " + record.type().getName() + " of " + where + " has the components " + components
                    + ", and " + name + " in the .rep file has " + names + ". Make both the same, or use @Name.");
        }
        return order;
    }

    /** {@return the values of fields in the order of components} */
    static Object[] toComponents(Object[] fields, int[] order) {
        Object[] components = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            components[order[i]] = fields[i];
        }
        return components;
    }

    /** {@return the components of a record in the order of fields} */
    static Object[] toFields(Object value, RecordShape record, int[] order) {
        Object[] fields = new Object[order.length];
        for (int i = 0; i < order.length; i++) {
            fields[i] = record.get(value, order[i]);
        }
        return fields;
    }

    /** Checks each component, and builds the record anew where one comes back changed. */
    static Object checked(Object value, RecordShape record, ValueCheck[] checks) {
        Object[] components = null;
        for (int i = 0; i < checks.length; i++) {
            Object before = record.get(value, i);
            Object after = check(checks[i], before, record.components().get(i).name());
            if (after != before && components == null) {
                components = all(value, record);
            }
            if (components != null) {
                components[i] = after;
            }
        }
        return components == null ? value : rebuilt(record, components);
    }

    private static Object check(ValueCheck check, Object value, String step) {
        try {
            return check.apply(value);
        } catch (BadValueException bad) {
            throw bad.in(step);
        }
    }

    private static Object rebuilt(RecordShape record, Object[] components) {
        try {
            return record.create(components);
        } catch (RuntimeException refused) {
            throw new BadValueException(record.type().getSimpleName() + " refuses its components once they are cut to what Qt holds ("
                    + refused + "): let its constructor accept milliseconds and unmodifiable collections");
        }
    }

    private static Object[] all(Object value, RecordShape record) {
        Object[] components = new Object[record.components().size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = record.get(value, i);
        }
        return components;
    }
}
