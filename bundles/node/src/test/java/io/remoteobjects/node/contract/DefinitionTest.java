package io.remoteobjects.node.contract;

import static io.remoteobjects.wire.Generation.QTRO_1_3;
import static io.remoteobjects.wire.Generation.QTRO_2_0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.remoteobjects.Property;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.packet.ClassDefinition;
import io.remoteobjects.wire.packet.ClassDefinition.EnumDefinition;
import io.remoteobjects.wire.packet.ClassDefinition.Field;
import io.remoteobjects.wire.packet.ClassDefinition.Key;
import io.remoteobjects.wire.rep.RepParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DefinitionTest {

    enum Colour { RED, GREEN }

    record Dot(Colour colour, int size) {
    }

    @RemoteObject
    interface Canvas {

        Property<List<Dot>> dots();

        Property<Map<String, Dot>> named();

        Property<Colour> background();

        List<Dot> find(Colour colour);
    }

    @RemoteObject
    interface Flags {

        Property<Set<Colour>> colours();

        void paint(Set<Colour> colours);
    }

    @ParameterizedTest
    @EnumSource
    void isThatOfARealSource(Generation generation) {
        assertEquals(CapturedDefinitions.of("gps", generation), Contract.of(GpsReceiver.class).definition(generation));
    }

    @Test
    void changeSignalOfAPropertyIsAlwaysInTheListOfSignals() {
        for (Class<?> type : List.of(AllTypes.class, GpsReceiver.class, Canvas.class)) {
            for (Generation generation : Generation.values()) {
                ClassDefinition definition = Contract.of(type).definition(generation);
                List<String> signals = definition.signals().stream().map(ClassDefinition.Member::signature).toList();
                definition.properties().stream().map(ClassDefinition.Property::notifySignature).filter(Objects::nonNull)
                        .forEach(each -> assertTrue(signals.contains(each), each));
            }
        }
    }

    @Test
    void containersOfPodsAreCalledAsQt6CallsThem() {
        ClassDefinition qt6 = Contract.of(Canvas.class).definition(QTRO_2_0);
        ClassDefinition qt5 = Contract.of(Canvas.class).definition(QTRO_1_3);
        assertEquals(List.of("CanvasSource::Colour", "QtROSequentialContainer", "QtROAssociativeContainer"), types(qt6));
        assertEquals(List.of("Colour", "QList<Dot>", "QMap<QString,Dot>"), types(qt5));
        assertEquals("QList<Dot>", qt6.methods().get(0).returnType());
        assertEquals("find(Canvas::Colour)", qt6.methods().get(0).signature());
    }

    @Test
    void enumsFromOutsideTheClassAreListedWhereTheyAreUsed() {
        ClassDefinition definition = Contract.of(Canvas.class).definition(QTRO_2_0);
        EnumDefinition colour = new EnumDefinition("Colour", false, false, 4, List.of(new Key("RED", 0), new Key("GREEN", 1)));
        assertEquals(List.of(colour), definition.enums());
        assertEquals(List.of(colour), definition.gadgets().get(0).enums());
        assertEquals(List.of(new Field("colour", "Dot::Colour"), new Field("size", "int")), definition.gadgets().get(0).fields());
    }

    @Test
    void flagsAreEnumsOfTheirOwn() {
        String rep = "class Flags { ENUM Colour { RED = 1, GREEN = 2 } FLAG(Colours Colour) PROP(Colours colours READONLY) "
                + "SLOT(void paint(Colours colours)) }";
        ClassDefinition definition = Contract.read(List.of(Flags.class), Optional.of(new RepResource("Flags.rep",
                RepParser.parse(rep, "Flags.rep")))).definition(QTRO_2_0);
        assertEquals("QFlags<FlagsSource::Colour>", definition.properties().get(0).typeName());
        assertEquals("coloursChanged(Colours)", definition.properties().get(0).notifySignature());
        assertEquals("paint(Colours)", definition.methods().get(0).signature());
        assertEquals(List.of("Colour", "Colours"), definition.enums().stream().map(EnumDefinition::name).toList());
        assertEquals(List.of(false, true), definition.enums().stream().map(EnumDefinition::flag).toList());
    }

    @Test
    void objectOfTheProtocolIsDefinedByItsMembers() {
        Contract gps = Contract.of(GpsReceiver.class);
        ClassDefinition definition = Contract.ofProtocol("Registry", gps.properties(), gps.signals(), gps.slots()).definition(QTRO_2_0);
        assertEquals("Registry", definition.typeName());
        assertEquals("configure(int,QString)", definition.methods().get(3).signature());
        assertEquals("latitudeChanged(double)", definition.properties().get(0).notifySignature());
    }

    private static List<String> types(ClassDefinition definition) {
        return definition.properties().stream().map(ClassDefinition.Property::typeName).toList();
    }
}
