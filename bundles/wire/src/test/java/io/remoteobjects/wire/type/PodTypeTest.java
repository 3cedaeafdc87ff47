package io.remoteobjects.wire.type;

import static io.remoteobjects.wire.Generation.QTRO_1_3;
import static io.remoteobjects.wire.Generation.QTRO_2_0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PodTypeTest {

    private record Positive(int number) {
        Positive {
            if (number < 1) {
                throw new IllegalArgumentException("not positive");
            }
        }
    }

    private static final PodType<Positive> POSITIVE =
            PodType.of("Positive", List.of(new PodType.Field("number", QtTypes.INT)), new PodType.Binder<>() {
                @Override
                public Positive create(Object[] values) {
                    return new Positive((Integer) values[0]);
                }

                @Override
                public Object get(Positive object, int field) {
                    return object.number;
                }
            });

    @Test
    void fieldsAreVariantsInARow() {
        assertEquals("00000100" + "00" + "09000000" + hex("Positive") + "00" + "02000000" + "00" + "07000000",
                Wire.variant(QTRO_2_0, POSITIVE, new Positive(7)));
    }

    @Test
    void valuesThatTheConstructorRefusesAreNamed() {
        String variant = "00000100 00 09000000" + hex("Positive") + "00 02000000 00 00000000";
        WireException refused = assertThrows(WireException.class, () -> POSITIVE.readVariant(Wire.in(QTRO_2_0, variant)));
        assertTrue(refused.getMessage().contains("Positive") && refused.getMessage().contains("not positive"), refused.getMessage());
        POSITIVE.skipVariant(Wire.in(QTRO_2_0, variant));
    }

    @ParameterizedTest
    @EnumSource(Generation.class)
    void containersOfPodsSurviveInBothGenerations(Generation generation) {
        ListType<Positive> list = ListType.of(POSITIVE);
        MapType<String, Positive> map = MapType.of(QtTypes.QSTRING, POSITIVE);
        assertEquals(List.of(new Positive(1), new Positive(2)), Wire.again(generation, list, List.of(new Positive(1), new Positive(2))));
        assertEquals(Map.of("a", new Positive(1)), Wire.again(generation, map, Map.of("a", new Positive(1))));
    }

    @Test
    void containersOfPodsAreWrappedInQt6Only() {
        ListType<Positive> list = ListType.of(POSITIVE);
        assertTrue(Wire.variant(QTRO_2_0, list, List.of()).contains(hex("QRemoteObjectPackets::QSQ_")));
        assertFalse(Wire.variant(QTRO_1_3, list, List.of()).contains(hex("QRemoteObjectPackets::QSQ_")));
        assertTrue(Wire.variant(QTRO_1_3, list, List.of()).contains(hex("QList<Positive>")));
    }

    @Test
    void convertedPodIsStillAPod() {
        QtType<Integer> numbers = ConvertedType.of(POSITIVE, Positive::number, Positive::new);
        assertEquals(List.of(3), Wire.again(QTRO_2_0, ListType.of(numbers), List.of(3)));
        assertTrue(Wire.variant(QTRO_2_0, ListType.of(numbers), List.of()).contains(hex("QRemoteObjectPackets::QSQ_")));
    }

    @Test
    void describedPodsAreReadInAnyOrderOfDescription() {
        TypeRegistry types = TypeRegistry.builtIn().withPods(Map.of("Outer", Map.of("inner", "QList<Inner>"), "Inner", Map.of("n", "int"),
                "Unknown", Map.of("x", "NoSuchType"), "Endless", Map.of("self", "Endless")));
        PodType<?> outer = (PodType<?>) types.find("Outer").orElseThrow();
        assertEquals("QList<Inner>", outer.fields().get(0).type().name());
        assertTrue(types.find("Unknown").isEmpty());
        assertTrue(types.find("Endless").isEmpty());
        Pod inner = new Pod("Inner", Map.of("n", 5));
        assertEquals(5, inner.get("n"));
        assertThrows(IllegalArgumentException.class, () -> inner.get("m"));
    }

    private static String hex(String ascii) {
        return HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
