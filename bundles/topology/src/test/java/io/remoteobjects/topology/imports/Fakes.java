package io.remoteobjects.topology.imports;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.ImportRegistration;

/** Bundles, endpoints, imports and time for tests. */
final class Fakes {

    private Fakes() {
    }

    /** {@return a bundle of which little more is known than its name, and that sees some classes} */
    static Bundle bundle(String name, Class<?>... sees) {
        return fake(Bundle.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getSymbolicName", "toString" -> name;
            case "getBundleId" -> (long) name.hashCode();
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> name.hashCode();
            case "adapt" -> wiring(sees);
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    private static BundleWiring wiring(Class<?>... sees) {
        ClassLoader loader = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String className) throws ClassNotFoundException {
                return Arrays.stream(sees).filter(each -> each.getName().equals(className)).findFirst()
                        .orElseThrow(() -> new ClassNotFoundException(className));
            }
        };
        return fake(BundleWiring.class, (proxy, method, arguments) -> loader);
    }

    static EndpointDescription endpoint(String id, String configType, Map<String, ?> more, String... interfaces) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("endpoint.id", id);
        properties.put("service.imported.configs", new String[] {configType});
        properties.put("objectClass", interfaces);
        return new EndpointDescription(properties);
    }

    static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Fakes.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** An import that notes what becomes of it. */
    static final class Registration {

        final List<EndpointDescription> updates = new ArrayList<>();
        boolean closed;
        RuntimeException refusal;
        RuntimeException closeFailure;

        ImportRegistration registration() {
            return fake(ImportRegistration.class, (proxy, method, arguments) -> {
                switch (method.getName()) {
                    case "close" -> {
                        closed = true;
                        if (closeFailure != null) {
                            throw closeFailure;
                        }
                    }
                    case "update" -> {
                        if (refusal != null) {
                            throw refusal;
                        }
                        updates.add((EndpointDescription) arguments[0]);
                        return true;
                    }
                    default -> {
                        return null;
                    }
                }
                return null;
            });
        }
    }

    /** Time that passes when it is told to. */
    static final class Clock implements Timers {

        private long now;
        private final Map<Long, List<Runnable>> due = new TreeMap<>();

        @Override
        public Runnable schedule(Runnable task, long millis) {
            List<Runnable> then = due.computeIfAbsent(now + millis, time -> new ArrayList<>());
            Runnable[] entry = {task};
            Runnable scheduled = () -> entry[0].run();
            then.add(scheduled);
            return () -> entry[0] = () -> { };
        }

        long now() {
            return now;
        }

        void pass(long millis) {
            long end = now + millis;
            for (Long next = next(end); next != null; next = next(end)) {
                now = next;
                due.remove(next).forEach(Runnable::run);
            }
            now = end;
        }

        private Long next(long end) {
            return due.keySet().stream().filter(time -> time <= end).findFirst().orElse(null);
        }
    }
}
