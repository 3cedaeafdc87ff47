package io.remoteobjects.node.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;

import org.junit.jupiter.api.Test;

class ProxyClassesTest {

    private static final InvocationHandler HANDLER = (proxy, method, arguments) -> method.getName();

    @Test
    void consumerNeedNotSeeTheTypesOfMethods() {
        ClassLoader consumer = new Bundle(List.of(), Thermometer.class);

        Object proxy = ProxyClasses.newProxy(consumer, HANDLER, Thermometer.class);

        assertTrue(proxy instanceof Thermometer);
        assertSame(HANDLER, Proxy.getInvocationHandler(proxy));
    }

    @Test
    void interfacesOfBundlesThatDoNotSeeEachOtherShareAProxy() throws Exception {
        Class<?> thermometer = new Bundle(List.of(Thermometer.class, Degrees.class)).loadClass(Thermometer.class.getName());
        Class<?> barometer = new Bundle(List.of(Barometer.class, Pascal.class)).loadClass(Barometer.class.getName());

        Object proxy = ProxyClasses.newProxy(new Bundle(List.of(), thermometer, barometer), HANDLER, thermometer, barometer);

        assertTrue(thermometer.isInstance(proxy));
        assertTrue(barometer.isInstance(proxy));
        assertEquals(List.of(thermometer, barometer), List.of(proxy.getClass().getInterfaces()));
    }

    public interface Degrees {
    }

    public interface Pascal {
    }

    public interface Thermometer {
        Degrees temperature();
    }

    public interface Barometer {
        Pascal pressure();
    }

    /** Sees, as a bundle does, its own classes, those it imports, and the JDK. */
    private static final class Bundle extends ClassLoader {

        private final List<Class<?>> own;
        private final List<Class<?>> imported;

        Bundle(List<Class<?>> own, Class<?>... imported) {
            super(ClassLoader.getPlatformClassLoader());
            this.own = own;
            this.imported = List.of(imported);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            for (Class<?> each : imported) {
                if (each.getName().equals(name)) {
                    return each;
                }
            }
            for (Class<?> each : own) {
                if (each.getName().equals(name)) {
                    return define(each);
                }
            }
            throw new ClassNotFoundException(name);
        }

        private Class<?> define(Class<?> type) throws ClassNotFoundException {
            try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(type.getName(), bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(type.getName(), unreadable);
            }
        }
    }
}
