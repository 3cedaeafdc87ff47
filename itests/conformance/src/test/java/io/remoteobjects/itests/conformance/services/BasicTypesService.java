package io.remoteobjects.itests.conformance.services;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Registers the service, which sees to it that elements are of the declared classes. */
@Component
public final class BasicTypesService {

    @Activate
    public BasicTypesService(BundleContext context) {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of("service.exported.interfaces", "*",
                "service.exported.intents", "osgi.basic"));
        context.registerService(BasicTypes.class, (BasicTypes) Proxy.newProxyInstance(BasicTypes.class.getClassLoader(),
                new Class<?>[] {BasicTypes.class}, (proxy, method, arguments) -> answer(proxy, method, arguments)), properties);
    }

    private static Object answer(Object proxy, Method method, Object[] arguments) {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "basic types";
            };
        }
        check(method.getGenericParameterTypes()[0], arguments[0]);
        return Values.change(arguments[0]);
    }

    private static void check(Type declared, Object value) {
        if (declared instanceof Class<?> type) {
            if (value != null && !type.isPrimitive() && !type.isInstance(value)) {
                throw new IllegalStateException("A " + value.getClass() + " where a " + type + " is declared");
            }
        } else if (declared instanceof ParameterizedType type && value instanceof Collection<?> elements) {
            elements.forEach(each -> check(type.getActualTypeArguments()[0], each));
        } else if (declared instanceof ParameterizedType type && value instanceof Map<?, ?> entries) {
            entries.forEach((key, each) -> {
                check(type.getActualTypeArguments()[0], key);
                check(type.getActualTypeArguments()[1], each);
            });
        }
    }
}
