package io.remoteobjects.node.replica;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Finds where the class of a proxy can live: its loader must see not only the interfaces but all types of their methods. A consumer's own
 * loader need not, in OSGi, for it imports only the packages that it uses; an interface's own loader does.
 */
final class ProxyClasses {

    private ProxyClasses() {
    }

    static Object newProxy(ClassLoader consumer, InvocationHandler handler, Class<?>... interfaces) {
        List<ClassLoader> loaders = Stream.concat(Arrays.stream(interfaces).map(Class::getClassLoader), Stream.of(consumer))
                .filter(Objects::nonNull).distinct().toList();
        for (ClassLoader each : loaders) {
            try {
                return Proxy.newProxyInstance(each, interfaces, handler);
            } catch (IllegalArgumentException unseen) {
                // That loader does not see all; the next may.
                continue;
            }
        }
        return Proxy.newProxyInstance(new Bridge(loaders), interfaces, handler);
    }

    /** Sees what any of several loaders sees: for interfaces of different bundles. */
    private static final class Bridge extends ClassLoader {

        private final List<ClassLoader> loaders;

        Bridge(List<ClassLoader> loaders) {
            super(null);
            this.loaders = loaders;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            for (ClassLoader each : loaders) {
                try {
                    return each.loadClass(name);
                } catch (ClassNotFoundException unseen) {
                    // The next may see it.
                    continue;
                }
            }
            throw new ClassNotFoundException(name);
        }
    }
}
