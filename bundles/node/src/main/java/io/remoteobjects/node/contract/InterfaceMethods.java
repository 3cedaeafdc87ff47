package io.remoteobjects.node.contract;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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
            return new Group(tells(another) ? another : method, more);
        }

        /** Whether names and annotations are taken from another equal method; never by chance. */
        private boolean tells(Method another) {
            Class<?> own = method.getReturnType();
            Class<?> other = another.getReturnType();
            if (own != other) {
                if (!own.isAssignableFrom(other) && !other.isAssignableFrom(own)) {
                    throw new ContractException("Methods " + method + " and " + another + " take the same parameters and return different "
                            + "types, so no object can have both. Rename one of them, or export the interfaces as two objects.");
                }
                return own.isAssignableFrom(other);
            }
            Class<?> declaring = method.getDeclaringClass();
            Class<?> otherDeclaring = another.getDeclaringClass();
            if (declaring.isAssignableFrom(otherDeclaring) || otherDeclaring.isAssignableFrom(declaring)) {
                return declaring.isAssignableFrom(otherDeclaring);
            }
            return otherDeclaring.getName().compareTo(declaring.getName()) < 0;
        }
    }

    static List<Group> of(List<Class<?>> interfaces) {
        InterfaceMethods methods = new InterfaceMethods();
        interfaces.forEach(methods::add);
        hierarchy(interfaces).forEach(methods::addOverridden);
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
            boolean skipped = Modifier.isStatic(method.getModifiers()) || method.isSynthetic()
                    || method.isDefault() && defaultsRunLocally || isOfObject(method);
            if (!skipped) {
                groups.merge(key(method), new Group(method, List.of(method)), (group, more) -> group.with(more.method()));
            }
        }
    }

    /** Adds what is called when an object is used as one of the interfaces that its own extend. */
    private void addOverridden(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            if (!Modifier.isStatic(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers())) {
                groups.computeIfPresent(key(method), (key, group) -> group.all().contains(method) ? group : group.with(method));
            }
        }
    }

    private static String key(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
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
