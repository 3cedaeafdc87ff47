package io.remoteobjects.node.contract;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.remoteobjects.RemoteObject;

/**
 * The methods that one or several interfaces show as one object: equal ones once, sorted by name and descriptor, for the order that
 * reflection gives differs from one run of a JVM to the next.
 */
final class InterfaceMethods {

    private static final Comparator<Group> ORDER = Comparator.comparing((Group each) -> each.method().getName())
            .thenComparing(each -> descriptor(each.method()));

    private final Map<String, Group> groups = new LinkedHashMap<>();

    private InterfaceMethods() {
    }

    /**
     * @param method the one with the most specific return type
     * @param all all equal ones, in all interfaces
     */
    record Group(Method method, List<Method> all) {

        private Group with(Method another) {
            List<Method> more = new ArrayList<>(all);
            more.add(another);
            if (another.getReturnType().isAssignableFrom(method.getReturnType())) {
                return new Group(method, more);
            }
            if (method.getReturnType().isAssignableFrom(another.getReturnType())) {
                return new Group(another, more);
            }
            throw new ContractException("Methods " + method + " and " + another + " take the same parameters and return different types, "
                    + "so no object can have both. Rename one of them, or export the interfaces as two objects.");
        }
    }

    static List<Group> of(List<Class<?>> interfaces) {
        InterfaceMethods methods = new InterfaceMethods();
        interfaces.forEach(methods::add);
        return methods.groups.values().stream().sorted(ORDER).toList();
    }

    /** {@return those interfaces that none of the others extends, in the order given} */
    static List<Class<?>> mostSpecific(Class<?>... all) {
        return Arrays.stream(all).distinct()
                .filter(each -> Arrays.stream(all).noneMatch(other -> other != each && each.isAssignableFrom(other)))
                .toList();
    }

    /** {@return the interfaces and all that they extend} */
    static Set<Class<?>> hierarchy(Collection<Class<?>> interfaces) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> each : interfaces) {
            all.add(each);
            all.addAll(hierarchy(Arrays.asList(each.getInterfaces())));
        }
        return all;
    }

    static String descriptor(Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes()).toMethodDescriptorString();
    }

    private void add(Class<?> type) {
        boolean defaultsRunLocally = type.isAnnotationPresent(RemoteObject.class);
        for (Method method : type.getMethods()) {
            boolean skipped = java.lang.reflect.Modifier.isStatic(method.getModifiers()) || method.isSynthetic()
                    || method.isDefault() && defaultsRunLocally || isOfObject(method);
            if (!skipped) {
                String key = method.getName() + Arrays.toString(method.getParameterTypes());
                groups.merge(key, new Group(method, List.of(method)), (group, more) -> group.with(more.method()));
            }
        }
    }

    private static boolean isOfObject(Method method) {
        try {
            Object.class.getMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException own) {
            return false;
        }
    }
}
