package io.remoteobjects.wire.type;

import static io.remoteobjects.wire.Generation.QTRO_1_3;
import static io.remoteobjects.wire.Generation.QTRO_2_0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.remoteobjects.wire.WireException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnumTypeTest {

    private enum Level {
        LOW(-1), MID(0), HIGH(200);

        private final int number;

        Level(int number) {
            this.number = number;
        }
    }

    private static EnumType<Level> level(int size) {
        return EnumType.of("Level", size, new EnumType.Binder<>() {
            @Override
            public Level value(int number) {
                for (Level level : Level.values()) {
                    if (level.number == number) {
                        return level;
                    }
                }
                return null;
            }

            @Override
            public int number(Level value) {
                return value.number;
            }
        });
    }

    @Test
    void sizeDecidesTheInteger() {
        assertEquals("2800000000ff", Wire.variant(QTRO_2_0, level(1), Level.LOW));
        assertEquals("0000002200ff", Wire.variant(QTRO_1_3, level(1), Level.LOW));
        assertEquals("2100000000ffff", Wire.variant(QTRO_2_0, level(2), Level.LOW));
        assertEquals("0200000000ffffffff", Wire.variant(QTRO_2_0, level(4), Level.LOW));
        assertEquals("0200000000ffffffff", Wire.variant(QTRO_2_0, level(0), Level.LOW));
        assertThrows(IllegalArgumentException.class, () -> level(8));
    }

    @Test
    void unsignedEnumTravelsSigned() {
        assertEquals("2800000000c8", Wire.variant(QTRO_2_0, level(1), Level.HIGH));
        assertEquals(Level.HIGH, level(1).readVariant(Wire.in(QTRO_2_0, "28000000 00 c8")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"02000000 00 c8000000", "04000000 00 c800000000000000", "25000000 00 c8", "24000000 00 c800"})
    void anyIntegerIsRead(String variant) {
        assertEquals(Level.HIGH, level(4).readVariant(Wire.in(QTRO_2_0, variant)));
    }

    @Test
    void unknownNumberIsRefusedByName() {
        WireException refused = assertThrows(WireException.class, () -> level(4).readVariant(Wire.in(QTRO_2_0, "02000000 00 05000000")));
        assertTrue(refused.getMessage().contains("Level has no value 5"), refused.getMessage());
    }

    @Test
    void textIsNoEnum() {
        assertThrows(WireException.class, () -> level(4).readVariant(Wire.in(QTRO_2_0, "0a000000 00 00000000")));
    }
}
