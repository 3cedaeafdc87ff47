package io.remoteobjects.node.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import io.remoteobjects.RemoteObject;
import io.remoteobjects.wire.rep.RepParser;
import io.remoteobjects.wire.rep.RepWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.util.promise.Promise;

/** Interfaces that know nothing of remote objects: OSGi services as they are. */
class PlainInterfaceTest {

    interface Base {

        String name();
    }

    interface Calculator extends Base {

        int add(int one, int other);

        long add(long one, long other);

        double[] all(Collection<? extends Number> numbers);

        @SuppressWarnings("rawtypes")
        Map raw(List list);

        CompletionStage<String> later();

        default int twice(int number) {
            return add(number, number);
        }

        static int nothing() {
            return 0;
        }

        @Override
        boolean equals(Object other);
    }

    interface Named {

        String name();

        void rename(String name);
    }

    @RemoteObject
    interface Special extends Base {

        @Override
        String name();

        default String greeting() {
            return "Hello " + name();
        }
    }

    interface A {

        String getA();
    }

    @Test
    void nameThatRepcWouldRefuseIsNoObstacle() {
        assertEquals("A", Contract.of(A.class).typeName());
    }

    @Test
    void everyMethodIsASlot() {
        Contract contract = Contract.of(Calculator.class);
        assertEquals("Calculator", contract.typeName());
        assertEquals(List.of("add(int,int)", "add(qlonglong,qlonglong)", "all(QVariantList)", "later()", "name()", "raw(QVariantList)",
                "twice(int)"), contract.slots().stream().map(SlotMember::signature).toList());
        assertEquals(ReturnKind.COMPLETABLE_FUTURE, contract.slots().get(3).returnKind());
        assertEquals(contract.rep(), RepParser.parse(RepWriter.write(contract.rep()), "Calculator.rep"));
    }

    @Test
    void objectOfTheProtocolItselfIsNoPlainService() {
        assertTrue(Contract.of(Calculator.class).isPlain());
        assertFalse(Contract.of(Special.class).isPlain());
        assertFalse(Contract.ofProtocol("Registry", List.of(), List.of(), List.of()).isPlain());
    }

    @Test
    void equalMethodsOfSeveralInterfacesAreOneSlot() throws NoSuchMethodException {
        Contract contract = Contract.of(Calculator.class, Named.class);
        assertSame(contract.member(Base.class.getMethod("name")), contract.member(Named.class.getMethod("name")));
        assertEquals(1, contract.slots().stream().filter(each -> each.name().equals("name")).count());
        assertEquals(contract.typeName(), "Calculator");
    }

    @Test
    void interfacesThatOthersExtendAddNothing() {
        assertEquals(List.of(Calculator.class), Contract.of(Base.class, Calculator.class).interfaces());
        assertEquals("Calculator", Contract.of(Base.class, Calculator.class).typeName());
    }

    @Test
    void overriddenMethodIsTheSameSlotByBothInterfaces() throws NoSuchMethodException {
        Contract contract = Contract.of(Special.class);
        assertEquals(1, contract.slots().size());
        assertSame(contract.slots().get(0), contract.member(Special.class.getMethod("name")));
        assertSame(contract.slots().get(0), contract.member(Base.class.getMethod("name")));
        assertNull(contract.member(Special.class.getMethod("greeting")));
    }

    /** What no other process can have. */
    interface Unmappable {

        interface OfThread {
            void run(List<Map<String, Thread>> threads);
        }

        interface OfClass {
            Class<?> type();
        }

        interface OfBean {
            void take(Bean bean);
        }

        interface OfFinal {
            void take(Final data);
        }

        interface OfHidden {
            void take(Hidden data);
        }

        interface OfMember {
            Outer nested();
        }

        class Bean {
            private int number;

            public int getNumber() {
                return number;
            }
        }

        class Final {
            public final int number = 1;
        }

        class Hidden {
            public int number;

            private Hidden() {
            }
        }

        class Outer {
            public Bean bean;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OfThread | Type java.lang.Thread of parameter .+ of OfThread.run is neither a value nor pure data. Use a record, or .+
            OfClass  | Type java.lang.Class of result of OfClass.type is neither .+
            OfBean   | Type .+Bean of parameter .+ of OfBean.take is neither .+ whose fields are all public and not final, .+
            OfFinal  | Type .+Final of .+
            OfHidden | Type .+Hidden of .+ with a public constructor that takes nothing.
            OfMember | Type .+Bean of Outer.bean is neither .+""")
    void typeThatCannotTravelIsRefusedByName(String name, String message) throws ClassNotFoundException {
        Class<?> type = Class.forName(Unmappable.class.getName() + "$" + name);
        ContractException refused = assertThrows(ContractException.class, () -> Contract.of(type));
        assertTrue(refused.getMessage().matches(message), refused.getMessage());
    }

    interface Shelf<T extends Comparable<T>> {

        void put(T thing, List<? super T> all);
    }

    interface Books extends Shelf<Book> {

        int größe$();
    }

    record Book(String title, List<Book> volumes) implements Comparable<Book> {
        @Override
        public int compareTo(Book other) {
            return title.compareTo(other.title);
        }
    }

    @Test
    void genericInterfaceAndOddNamesAreNoObstacle() {
        assertEquals(List.of("gr__e_()", "put(QVariant,QVariantList)"),
                Contract.of(Books.class).slots().stream().map(SlotMember::signature).toList());
    }

    /** Two classes of one simple name. */
    interface Twins {

        record Color(int rgb) {
        }

        interface Other {
            enum Color { RED }
        }

        void paint(Color color);

        void paint(Other.Color color);
    }

    @Test
    void secondOfTwoClassesOfOneNameHasNoQtType() {
        assertEquals(List.of("paint(Color)", "paint(QVariant)"),
                Contract.of(Twins.class).slots().stream().map(SlotMember::signature).sorted().toList());
    }

    interface Promising {

        Promise<String> later();
    }

    @Test
    void promiseOfAnotherClassLoaderIsRefusedAsSuch() throws ClassNotFoundException {
        ClassLoader other = new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (!name.equals(Promise.class.getName()) && !name.startsWith(PlainInterfaceTest.class.getName())) {
                    return super.loadClass(name, resolve);
                }
                Class<?> known = findLoadedClass(name);
                return known != null ? known : define(name);
            }

            private Class<?> define(String name) throws ClassNotFoundException {
                try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                    byte[] bytes = file.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException unreadable) {
                    throw new ClassNotFoundException(name, unreadable);
                }
            }
        };
        Class<?> type = other.loadClass(Promising.class.getName());
        String message = assertThrows(ContractException.class, () -> Contract.of(type)).getMessage();
        assertTrue(message.startsWith("Type org.osgi.util.promise.Promise of result of Promising.later is another class than"), message);
    }
}
