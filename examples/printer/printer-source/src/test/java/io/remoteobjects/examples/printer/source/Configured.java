package io.remoteobjects.examples.printer.source;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations as Declarative Services would fill them in. */
final class Configured {

    private Configured() {
    }

    /** The annotation with its defaults but for what is given, by the names of its methods. */
    static PrinterConfig with(Map<String, Object> values) {
        return (PrinterConfig) Proxy.newProxyInstance(PrinterConfig.class.getClassLoader(), new Class<?>[] {PrinterConfig.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
