package io.remoteobjects.rsa;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations as Declarative Services hands them over. */
final class Configurations {

    private Configurations() {
    }

    /** {@return a configuration with some values; all others have their defaults} */
    static NodeConfiguration with(Map<String, Object> values) {
        return configuration((proxy, method, arguments) -> values.getOrDefault(key(method), method.getDefaultValue()));
    }

    /** {@return a configuration of which one value cannot be converted, which shows when it is read} */
    static NodeConfiguration refusing(String key, RuntimeException refusal) {
        return configuration((proxy, method, arguments) -> {
            if (key(method).equals(key)) {
                throw refusal;
            }
            return method.getDefaultValue();
        });
    }

    private static NodeConfiguration configuration(InvocationHandler handler) {
        Class<?>[] type = {NodeConfiguration.class};
        return (NodeConfiguration) Proxy.newProxyInstance(NodeConfiguration.class.getClassLoader(), type, handler);
    }

    /** {@return the key of an attribute, by the rules of component property types} */
    static String key(Method attribute) {
        return attribute.getName().replace('_', '.');
    }
}
