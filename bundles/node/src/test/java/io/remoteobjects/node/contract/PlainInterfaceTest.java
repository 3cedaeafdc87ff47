package io.remoteobjects.node.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import io.remoteobjects.RemoteObject;
import io.remoteobjects.wire.rep.RepParser;
import io.remoteobjects.wire.rep.RepWriter;
import org.junit.jupiter.api.Test;

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
}
