package io.remoteobjects.node.contract;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The components of a record class, and the way to its values and back. */
final class RecordShape {

    private final Class<?> type;
    private final List<JavaValue> components;
    private final MethodHandle constructor;
    private final MethodHandle[] accessors;

    private RecordShape(Class<?> type, List<JavaValue> components, MethodHandle constructor, MethodHandle[] accessors) {
        this.type = type;
        this.components = components;
        this.constructor = constructor;
        this.accessors = accessors;
    }

    /**
     * @param type a record class
     * @throws ContractException if it is generic, or its module is closed
     */
    static RecordShape of(Class<?> type) {
        if (type.getTypeParameters().length > 0) {
            throw new ContractException("Record " + type.getName() + " is generic, and a POD has fixed types. "
                    + "Write a record without type parameters.");
        }
        RecordComponent[] declared = type.getRecordComponents();
        MethodHandle[] accessors = new MethodHandle[declared.length];
        List<JavaValue> components = new ArrayList<>();
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            Constructor<?> constructor =
                    type.getDeclaredConstructor(Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            for (int i = 0; i < declared.length; i++) {
                String where = type.getSimpleName() + "." + declared[i].getName();
                components.add(new JavaValue(Names.of(declared[i], declared[i].getName(), where),
                        JavaType.of(declared[i].getGenericType(), where, false), Names.repType(declared[i]), where));
                Method accessor = declared[i].getAccessor();
                accessor.setAccessible(true);
                accessors[i] = lookup.unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class));
            }
            MethodHandle spread = lookup.unreflectConstructor(constructor).asType(MethodType.genericMethodType(declared.length))
                    .asSpreader(Object[].class, declared.length);
            return new RecordShape(type, List.copyOf(components), spread, accessors);
        } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
            throw new ContractException("Record " + type.getName() + " cannot be reached by reflection. "
                    + "Open its package to the module of Remote Objects.", closed);
        }
    }

    Class<?> type() {
        return type;
    }

    List<JavaValue> components() {
        return components;
    }

    /** {@return for each of the names the index of the component of that name; null if they are not exactly the components} */
    int[] orderOf(List<String> names) {
        List<String> own = components.stream().map(JavaValue::name).toList();
        int[] order = names.stream().mapToInt(own::indexOf).toArray();
        return own.size() == names.size() && Arrays.stream(order).noneMatch(each -> each < 0) ? order : null;
    }

    /** {@return the value of one component} */
    Object get(Object record, int component) {
        try {
            return accessors[component].invokeExact(record);
        } catch (RuntimeException | Error unchanged) {
            throw unchanged;
        } catch (Throwable thrown) {
            throw new IllegalStateException("The accessor of " + components.get(component).where()
                    + " threw. Make it return the component.", thrown);
        }
    }

    /** {@return a record of those components; what its constructor throws passes unchanged} */
    Object create(Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error unchanged) {
            throw unchanged;
        } catch (Throwable thrown) {
            throw new IllegalStateException("The constructor of " + type.getName() + " threw.", thrown);
        }
    }
}
