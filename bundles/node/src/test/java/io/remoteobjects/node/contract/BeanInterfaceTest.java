package io.remoteobjects.node.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.beans.PropertyChangeListener;
import java.util.List;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import io.remoteobjects.Constant;
import io.remoteobjects.Name;
import io.remoteobjects.Property;
import io.remoteobjects.ReadWrite;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.wire.rep.RepWriter;

/** Which methods of a JavaBean are what. */
class BeanInterfaceTest {

    interface Observable {

        void addPropertyChangeListener(PropertyChangeListener listener);

        void removePropertyChangeListener(PropertyChangeListener listener);
    }

    interface Lamp extends Observable {

        int getLevel();

        void setLevel(int level);

        String getURL();

        void setURL(Object parsed);

        List<String> getNames();

        void setNames(List<Integer> numbers);

        boolean isOn();

        boolean getOn();

        Boolean isDimmable();

        boolean hasBulb();

        default double getLevelInPercent() {
            return getLevel() / 2.55;
        }

        String get();

        String getaway();

        int getSegment(int number);

        Future<String> getLater();

        void getReady();

        Integer isNumber();

        boolean issued();

        void setOn(boolean on, int seconds);
    }

    private static String rep(Class<?> type) {
        return RepWriter.write(Contract.of(type).rep());
    }

    @Test
    void gettersOfAnObservableBeanArePropertiesAndAllElseIsSlots() {
        assertEquals("""
                class Lamp
                {
                    PROP(QString URL READONLY)
                    PROP(bool bulb READONLY)
                    PROP(bool dimmable READONLY)
                    PROP(int level)
                    PROP(double levelInPercent READONLY)
                    PROP(QStringList names READONLY)
                    PROP(bool on READONLY)

                    SLOT(QString get())
                    SLOT(QString getLater())
                    SLOT(void getReady())
                    SLOT(int getSegment(int number))
                    SLOT(QString getaway())
                    SLOT(int isNumber())
                    SLOT(bool isOn())
                    SLOT(bool issued())
                    SLOT(void setNames(QList<int> numbers))
                    SLOT(void setOn(bool on, int seconds))
                    SLOT(void setURL(QVariant parsed))
                }
                """, rep(Lamp.class));
    }

    @Test
    void getterAndSetterAreOneMember() throws NoSuchMethodException {
        Contract contract = Contract.of(Lamp.class);
        Member level = contract.member(Lamp.class.getMethod("getLevel"));
        assertSame(level, contract.member(Lamp.class.getMethod("setLevel", int.class)));
        assertEquals(new BeanProperty("level", Lamp.class.getMethod("setLevel", int.class)), ((PropertyMember) level).bean());
        assertNull(contract.member(Observable.class.getMethod("addPropertyChangeListener", PropertyChangeListener.class)));
    }

    @RemoteObject("Bulb")
    interface MarkedLamp extends Observable {

        @Name("brightness")
        @ReadWrite
        int getLevel();

        void setLevel(int level);

        @Constant
        String getSerialNumber();

        Property<Integer> hours();

        default double getLevelInPercent() {
            return getLevel() / 2.55;
        }
    }

    @Test
    void annotationsSayWhatJavaCannot() throws NoSuchMethodException {
        assertEquals("""
                class Bulb
                {
                    PROP(int brightness READWRITE)
                    PROP(QString serialNumber CONSTANT)
                    PROP(int hours READONLY)
                }
                """, rep(MarkedLamp.class));
        assertEquals("level", Contract.of(MarkedLamp.class).properties().get(0).bean().name());
    }

    interface Counting extends Observable {

        int getLevel();

        PropertyChangeListener[] getPropertyChangeListeners();

        PropertyChangeListener[] getPropertyChangeListeners(String property);

        boolean hasListeners();

        boolean hasListeners(String property);

        boolean hasListeners(int number);
    }

    @Test
    void whoListensToABeanIsNoneOfItsReplicasBusiness() {
        assertEquals("""
                class Counting
                {
                    PROP(int level READONLY)

                    SLOT(bool hasListeners(int number))
                }
                """, rep(Counting.class));
    }

    interface Silent {

        int getLevel();
    }

    @Test
    void gettersOfAnythingElseAreSlots() {
        assertEquals(List.of(), Contract.of(Silent.class).properties());
        assertEquals(List.of("level"), Contract.of(Silent.class, Observable.class).properties().stream().map(PropertyMember::name).toList());
    }

    interface Clinging {

        int getLevel();

        void addPropertyChangeListener(PropertyChangeListener listener);
    }

    interface Busy extends Observable {

        Thread getThread();
    }

    @RemoteObject
    interface ConstantLevel extends Observable {

        @Constant
        int getLevel();

        void setLevel(int level);
    }

    @Test
    void whatCannotBeMappedIsRefused() {
        assertRefused(Clinging.class, "Clinging has addPropertyChangeListener and not removePropertyChangeListener");
        assertRefused(Busy.class, "Thread of Busy.getThread has no Qt type");
        assertRefused(ConstantLevel.class, "ConstantLevel.getLevel may be pushed and has @Constant");
    }

    private static void assertRefused(Class<?> type, String why) {
        String message = assertThrows(ContractException.class, () -> Contract.of(type)).getMessage();
        assertTrue(message.contains(why), message);
    }
}
