package io.remoteobjects.node.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.remoteobjects.Property;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.node.contract.Contract;
import io.remoteobjects.node.contract.PropertyMember;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.packet.ClassDefinition;
import io.remoteobjects.wire.packet.ClassDefinition.EnumDefinition;
import io.remoteobjects.wire.type.EnumType;
import io.remoteobjects.wire.type.Variant;

/** What a host tells of an object is enough to read its values. */
class DefinitionLayoutTest {

    enum Level {
        LOW, HIGH
    }

    record Reading(Level level, int value) {
    }

    record Log(List<Reading> readings) {
    }

    @RemoteObject
    interface Gauge {

        Property<Level> level();

        Property<List<Level>> levels();

        Property<Map<String, List<Level>>> levelsByPlace();

        Property<Log> log();

        Property<Reading> reading();
    }

    @ParameterizedTest
    @EnumSource(Generation.class)
    void enumsAreNumbersAlsoInPods(Generation generation) {
        assertEquals(1, read(generation, "level", Level.HIGH));
        assertEquals(List.of(0, 1), read(generation, "levels", List.of(Level.LOW, Level.HIGH)));
        assertEquals(Map.of("hall", List.of(1)), read(generation, "levelsByPlace", Map.of("hall", List.of(Level.HIGH))));
        assertEquals(Map.of("level", 1, "value", 5), read(generation, "reading", new Reading(Level.HIGH, 5)));
        assertEquals(Map.of("readings", List.of(Map.of("level", 0, "value", 7))),
                read(generation, "log", new Log(List.of(new Reading(Level.LOW, 7)))));
    }

    @Test
    void enumOfNoSizeAtAllIsAnInt() {
        for (int size : new int[] {0, 3, -1}) {
            EnumDefinition level = new EnumDefinition("Level", false, true, size, List.of());
            ClassDefinition told = new ClassDefinition("Gauge", List.of(level), List.of(), List.of(), List.of(), List.of(),
                    List.of(new ClassDefinition.Property("level", "GaugeSource::Level", null)));
            assertEquals(Integer.BYTES, ((EnumType<?>) DefinitionLayout.of(told).properties().get(0).type()).size());
        }
    }

    private static Object read(Generation generation, String property, Object value) {
        Contract contract = Contract.of(Gauge.class);
        PropertyMember member = contract.properties().stream().filter(each -> each.name().equals(property)).findFirst().orElseThrow();
        ByteBuf buffer = Unpooled.buffer();
        member.type().writeVariant(new WireOutput(buffer, generation), value);
        WireInput in = new WireInput(buffer, 0, buffer.writerIndex(), generation, Limits.DEFAULT);
        Object read = DefinitionLayout.of(contract.definition(generation)).properties().get(member.index()).type().readVariant(in);
        in.requireEnd();
        return Variant.natural(read);
    }
}
