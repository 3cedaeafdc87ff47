package io.remoteobjects.node.contract;

import java.beans.Introspector;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What makes interfaces those of a JavaBean: one can listen to the changes of its properties. Then getters are properties, and a setter
 * pushes the property of its getter. The listener is known by name, so that interfaces without one need no {@code java.desktop} module.
 */
final class BeanMethods {

    private static final String ADD = "addPropertyChangeListener";
    private static final String REMOVE = "removePropertyChangeListener";
    private static final String LISTENER = "java.beans.PropertyChangeListener";

    private final Map<String, Bound> properties = new TreeMap<>();
    private final List<InterfaceMethods.Group> others;

    /**
     * A bound property.
     *
     * @param name as {@code java.beans} has it
     * @param setter null where there is none
     */
    record Bound(String name, InterfaceMethods.Group getter, InterfaceMethods.Group setter) {

        private boolean has(InterfaceMethods.Group methods) {
            return methods == getter || methods == setter;
        }

        BeanProperty property() {
            return new BeanProperty(name, setter == null ? null : setter.method());
        }
    }

    BeanMethods(List<InterfaceMethods.Group> methods) {
        if (!isBean(methods)) {
            others = methods;
            return;
        }
        List<InterfaceMethods.Group> own = methods.stream().filter(each -> !isForListeners(each.method())).toList();
        for (InterfaceMethods.Group each : own) {
            String name = propertyOfGetter(each.method());
            if (name != null) {
                properties.putIfAbsent(name, new Bound(name, each, null));
            }
        }
        properties.replaceAll((name, bound) -> new Bound(name, bound.getter, setter(name, bound.getter.method(), own)));
        others = own.stream().filter(each -> properties.values().stream().noneMatch(bound -> bound.has(each))).toList();
    }

    /** {@return the properties that are bound, by name; none if the interfaces are those of no bean} */
    Collection<Bound> properties() {
        return properties.values();
    }

    /** {@return the methods that have nothing to do with bound properties} */
    List<InterfaceMethods.Group> others() {
        return others;
    }

    private static boolean isBean(List<InterfaceMethods.Group> methods) {
        List<String> forAll = methods.stream().map(InterfaceMethods.Group::method).filter(BeanMethods::addsOrRemoves)
                .filter(each -> each.getParameterCount() == 1).map(Method::getName).toList();
        if (forAll.size() == 1) {
            throw new ContractException("Interface " + methods.get(0).method().getDeclaringClass().getName() + " has " + forAll.get(0)
                    + " and not " + (forAll.get(0).equals(ADD) ? REMOVE : ADD) + ". Declare both for its getters to be properties.");
        }
        return !forAll.isEmpty();
    }

    /** Whether it is about who listens here: a Source's listeners are none of its Replicas'. */
    private static boolean isForListeners(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        Class<?> returned = method.getReturnType();
        boolean asks = method.getName().equals("hasListeners") && returned == boolean.class
                || method.getName().equals("getPropertyChangeListeners") && returned.isArray() && isListener(returned.getComponentType());
        return asks && (parameters.length == 0 || parameters.length == 1 && parameters[0] == String.class) || addsOrRemoves(method);
    }

    private static boolean addsOrRemoves(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        return (method.getName().equals(ADD) || method.getName().equals(REMOVE)) && method.getReturnType() == void.class
                && (parameters.length == 1 || parameters.length == 2 && parameters[0] == String.class)
                && isListener(parameters[parameters.length - 1]);
    }

    private static boolean isListener(Class<?> type) {
        return type.getName().equals(LISTENER);
    }

    private static String propertyOfGetter(Method method) {
        Class<?> type = method.getReturnType();
        if (method.getParameterCount() > 0 || method.getTypeParameters().length > 0 || !JavaMembers.isValue(type)) {
            return null;
        }
        String name = method.getName();
        boolean flag = type == boolean.class || type == Boolean.class;
        return name.startsWith("get") ? property(name, 3)
                : flag && name.startsWith("is") ? property(name, 2)
                : flag && name.startsWith("has") ? property(name, 3) : null;
    }

    private static String property(String method, int prefix) {
        boolean more = method.length() > prefix && !Character.isLowerCase(method.charAt(prefix));
        return more ? Introspector.decapitalize(method.substring(prefix)) : null;
    }

    private static InterfaceMethods.Group setter(String property, Method getter, List<InterfaceMethods.Group> methods) {
        return methods.stream().filter(each -> isSetter(each.method(), property, getter)).findFirst().orElse(null);
    }

    private static boolean isSetter(Method method, String property, Method getter) {
        return method.getName().startsWith("set") && property.equals(property(method.getName(), 3)) && method.getParameterCount() == 1
                && method.getReturnType() == void.class && method.getGenericParameterTypes()[0].equals(getter.getGenericReturnType());
    }
}
