package io.remoteobjects.node.contract;

import java.io.Serializable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.osgi.util.promise.Promise;

/**
 * What the places of a plain interface take, and the classes it names: those of parameters and results, of what they hold, and so on.
 * These are the only ones that a value which arrives can be of. To be asked for all types of the interface first; immutable after that.
 */
final class PlainTypes {

    private static final Set<Class<?>> SCALARS = Set.of(Boolean.class, Byte.class, Short.class, Character.class, Integer.class, Long.class,
            Float.class, Double.class, String.class);

    /** What values of several types are; what they are besides they say themselves. */
    private static final Set<Class<?>> OPEN = Set.of(Object.class, Number.class, CharSequence.class, Comparable.class, Serializable.class);

    private static final List<Class<?>> CONTAINERS = List.of(Iterable.class, Collection.class, List.class, Set.class, Map.class);

    private static final int MAX_DIMENSIONS = 16;

    private final Map<Class<?>, PlainType.Named> named = new HashMap<>();
    private final Map<String, Class<?>> components = new HashMap<>();

    private PlainTypes(ClassLoader loader) {
        PlainText.JDK.forEach(each -> add(each.raw(), each));
        SCALARS.forEach(this::addComponent);
        OPEN.forEach(this::addComponent);
        CONTAINERS.forEach(this::addComponent);
        List.of(boolean.class, byte.class, short.class, char.class, int.class, long.class, float.class, double.class)
                .forEach(this::addComponent);
        try {
            Class<?> version = Class.forName(PlainText.VERSION, false, loader);
            add(version, PlainText.version(version));
        } catch (ClassNotFoundException | LinkageError | ContractException notThere) {
            // A bundle that does not import it has none in its values.
        }
    }

    /**
     * @param interfaces the interfaces, and all that they extend
     * @return their types; those of their members are to be asked for
     */
    static PlainTypes of(Collection<Class<?>> interfaces) {
        PlainTypes types = new PlainTypes(interfaces.iterator().next().getClassLoader());
        interfaces.forEach(each -> Arrays.stream(each.getGenericInterfaces()).forEach(types::noteArguments));
        return types;
    }

    /** What an interface gives a generic one that it extends for its type variables is named by it too. */
    private void noteArguments(Type extended) {
        if (extended instanceof ParameterizedType parameterized) {
            for (Type each : parameterized.getActualTypeArguments()) {
                try {
                    of(each, each.getTypeName());
                } catch (ContractException unused) {
                    // Not a type of values; if a member has it, the member is refused.
                }
            }
        }
    }

    private void add(Class<?> type, PlainType.Named how) {
        named.put(type, how);
        addComponent(type);
    }

    private void addComponent(Class<?> type) {
        components.put(type.getName(), type);
    }

    /** {@return how values of a class travel that name it; null if the interface does not name the class} */
    PlainType.Named named(Class<?> type) {
        return named.get(type);
    }

    /** {@return how values of the class of that name travel; null if the interface does not name the class} */
    PlainType.Named named(String className) {
        return named.get(components.get(className));
    }

    /** {@return the class of that name for elements of arrays; null if the interface does not name it} */
    Class<?> component(String className) {
        int dimensions = 0;
        while (dimensions < MAX_DIMENSIONS && className.startsWith("[", dimensions)) {
            dimensions++;
        }
        Class<?> component = components.get(dimensions == 0 ? className : elementName(className.substring(dimensions)));
        for (int i = 0; i < dimensions && component != null; i++) {
            component = component.arrayType();
        }
        return component;
    }

    /** The name of a class by what stands for it in the name of an array's. */
    private static String elementName(String code) {
        return switch (code) {
            case "Z" -> "boolean";
            case "B" -> "byte";
            case "S" -> "short";
            case "C" -> "char";
            case "I" -> "int";
            case "J" -> "long";
            case "F" -> "float";
            case "D" -> "double";
            default -> code.startsWith("L") && code.endsWith(";") ? code.substring(1, code.length() - 1) : "";
        };
    }

    PlainType of(Type type, String where) {
        return of(JavaType.of(type, where, true), where);
    }

    /**
     * @param where how errors call the place
     * @throws ContractException if values of the type cannot travel
     */
    PlainType of(JavaType type, String where) {
        Class<?> raw = type.raw();
        if (SCALARS.contains(raw)) {
            return new PlainType.Scalar(raw);
        }
        if (OPEN.contains(raw)) {
            return new PlainType.Open(raw);
        }
        List<PlainType> arguments = new ArrayList<>();
        type.arguments().forEach(each -> arguments.add(of(each, where)));
        if (raw.isArray()) {
            return new PlainContainers.OfArray(raw, arguments.get(0));
        }
        if (PlainContainers.isCollection(raw)) {
            return new PlainContainers.OfElements(raw, arguments.get(0));
        }
        if (PlainContainers.isMap(raw)) {
            return new PlainContainers.OfEntries(raw, arguments.get(0), arguments.get(1));
        }
        PlainType known = named.get(raw);
        return known != null ? known : newType(raw, where);
    }

    private PlainType newType(Class<?> raw, String where) {
        PlainType.Named type;
        try {
            type = describe(raw);
        } catch (ContractException unfit) {
            throw new ContractException("Type " + raw.getName() + " of " + where + " " + unfit.getMessage() + ".", unfit);
        }
        add(raw, type);
        if (type instanceof PlainClass data) {
            try {
                data.bind(this);
            } catch (ContractException unfitMember) {
                named.remove(raw);
                throw unfitMember;
            }
        }
        return type;
    }

    private static PlainType.Named describe(Class<?> raw) {
        if (raw.getName().equals(PlainText.VERSION)) {
            return PlainText.version(raw);
        }
        if (raw.getName().equals(Promise.class.getName())) {
            throw new ContractException("is another class than the one of that name that Remote Objects has. Let both bundles import "
                    + "org.osgi.util.promise from the same one");
        }
        return raw.isEnum() ? new PlainEnum(raw) : PlainClass.of(raw);
    }
}
