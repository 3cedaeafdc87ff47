package io.remoteobjects.node.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.remoteobjects.Replica;
import io.remoteobjects.node.Node;
import io.remoteobjects.node.harness.LocalNames;

/** The caller has another version of the interface than the service: the same names, of another class loader. */
@Timeout(180)
class OtherVersionTest {

    /** As the caller has it. */
    interface Old {

        interface Store {
            String put(Item item);

            List<?> all(int most);

            String measure(Sample sample);
        }

        record Sample(Integer count) {
        }

        class Item {
            public String name;
            public String onlyOld = "old";
            public Object extra;
        }
    }

    /** As the service has it: its classes are renamed to those of {@link Old}. */
    interface New {

        interface Store {
            String put(String name);

            String put(Item item);

            String put(Item item, Added added);

            List<?> all(int most);

            String measure(Sample sample);
        }

        record Sample(int count, boolean onlyNew) {
        }

        class Item {
            public String name;
            public Added onlyNew;
            public Object extra;
        }

        class Added {
            public int number;
            public List<Item> items = new ArrayList<>();
        }
    }

    private final Node host;
    private final Node node;

    OtherVersionTest() throws IOException {
        host = Node.create().listen(LocalNames.url()).start();
        node = Node.create().connect(host.addresses().get(0)).start();
    }

    @BeforeEach
    void shareTheOther() throws Exception {
        ClassLoader loader = new Renaming();
        Class<?> store = loader.loadClass(Old.class.getName() + "$Store");
        Class<?> item = loader.loadClass(Old.class.getName() + "$Item");
        Class<?> added = loader.loadClass(Old.class.getName() + "$Added");
        host.enableRemoting("store", Proxy.newProxyInstance(loader, new Class<?>[] {store}, (proxy, method, arguments) ->
                switch (method.getName()) {
                    case "all" -> all(item, added);
                    case "measure" -> arguments[0].toString();
                    default -> describe(method, arguments[0]);
                }), store);
    }

    private static Object all(Class<?> item, Class<?> added) throws ReflectiveOperationException {
        Object made = item.getConstructor().newInstance();
        item.getField("name").set(made, "one");
        item.getField("onlyNew").set(made, added.getConstructor().newInstance());
        return List.of(made, "two");
    }

    private static String describe(Method method, Object item) throws ReflectiveOperationException {
        assertEquals(method.getParameterTypes()[0], item.getClass());
        return method.getParameterTypes()[0].getSimpleName() + " " + item.getClass().getField("name").get(item) + " "
                + item.getClass().getField("onlyNew").get(item) + " " + item.getClass().getField("extra").get(item);
    }

    @AfterEach
    void stop() {
        node.close();
        host.close();
    }

    @Test
    void methodsAreFoundByTheirParametersAndMembersByTheirNames() throws Exception {
        Old.Store store = node.acquire(Old.Store.class, "store");
        Replica.of(store).whenValid().timeout(20_000).getValue();
        Old.Item item = new Old.Item();
        item.name = "one";
        item.extra = List.of((byte) 1);
        assertEquals("Item one null [1]", store.put(item));

        List<?> all = store.all(2);
        Old.Item first = (Old.Item) all.get(0);
        assertEquals("one", first.name);
        assertEquals("old", first.onlyOld);
        assertNull(first.extra);
        assertEquals("two", all.get(1));
    }

    @Test
    void nullForAPrimitiveIsRefusedAndWhatDoesNotComeIsZero() throws Exception {
        Old.Store store = node.acquire(Old.Store.class, "store");
        Replica.of(store).whenValid().timeout(20_000).getValue();
        assertEquals("Sample[count=3, onlyNew=false]", store.measure(new Old.Sample(3)));
        Exception refused = assertThrows(Exception.class, () -> store.measure(new Old.Sample(null)));
        assertTrue(refused.getMessage().contains("null is no int, which count of " + Old.Sample.class.getName()), refused.toString());
    }

    @Test
    void classThatTheOtherSideDoesNotNameIsRefusedThere() throws Exception {
        Class<?> store = Old.Store.class;
        Old.Store replica = (Old.Store) node.acquire(store, "store");
        Replica.of(replica).whenValid().timeout(20_000).getValue();
        Old.Item item = new Old.Item();
        item.extra = new Old.Item();
        assertTrue(replica.put(item).startsWith("Item null null " + Old.Item.class.getName()));
        assertThrows(IllegalArgumentException.class, () -> {
            item.extra = new Thread();
            replica.put(item);
        });
    }

    /** Defines the classes of {@link New} under the names of {@link Old}, which are of the same length. */
    private static final class Renaming extends ClassLoader {

        Renaming() {
            super(OtherVersionTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                String old = Old.class.getName();
                if (!name.startsWith(old) || findLoadedClass(name) != null) {
                    return findLoadedClass(name) != null ? findLoadedClass(name) : super.loadClass(name, resolve);
                }
                String file = (New.class.getName() + name.substring(old.length())).replace('.', '/') + ".class";
                try (InputStream in = getResourceAsStream(file)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                    byte[] bytes = text.replace("OtherVersionTest$New", "OtherVersionTest$Old")
                            .getBytes(StandardCharsets.ISO_8859_1);
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException unreadable) {
                    throw new ClassNotFoundException(name, unreadable);
                }
            }
        }
    }
}
