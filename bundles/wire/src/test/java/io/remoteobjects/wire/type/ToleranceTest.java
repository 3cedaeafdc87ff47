package io.remoteobjects.wire.type;

import static io.remoteobjects.wire.Generation.QTRO_1_3;
import static io.remoteobjects.wire.Generation.QTRO_2_0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a typed value accepts besides the very header it would write itself. */
class ToleranceTest {

    @Test
    void nullFlagMeansNothing() {
        assertEquals(7, QtTypes.INT.readVariant(Wire.in(QTRO_2_0, "02000000 01 07000000")));
    }

    @Test
    void variantInVariantIsUnwrapped() {
        assertEquals(7, QtTypes.INT.readVariant(Wire.in(QTRO_2_0, "29000000 00 02000000 00 07000000")));
        Variant variant = QtTypes.VARIANT.readVariant(Wire.in(QTRO_2_0, "29000000 00 02000000 00 07000000"));
        assertEquals(new Variant(QtTypes.INT, 7), variant);
    }

    @Test
    void builtInTypeMayBeSentByName() {
        assertEquals(7, QtTypes.INT.readVariant(Wire.in(QTRO_2_0, "00000100 00 04000000 696e7400 07000000")));
    }

    @Test
    void closingNulOfANameMayBeMissing() {
        assertEquals(7, QtTypes.INT.readVariant(Wire.in(QTRO_2_0, "00000100 00 03000000 696e74 07000000")));
    }

    @Test
    void narrowerIntegersAreWidened() {
        assertEquals(-2L, QtTypes.QINT64.readVariant(Wire.in(QTRO_2_0, "02000000 00 feffffff")));
        assertEquals(BigInteger.valueOf(200), QtTypes.QUINT64.readVariant(Wire.in(QTRO_2_0, "25000000 00 c8")));
        assertEquals(65534, QtTypes.INT.readVariant(Wire.in(QTRO_2_0, "24000000 00 feff")));
        assertEquals(-3L, QtTypes.QINT64.readVariant(Wire.in(QTRO_2_0, "20000000 00 fdffffffffffffff")));
    }

    @Test
    void widerOrOtherwiseSignedIntegersAreRefused() {
        assertMismatch(QtTypes.INT, "04000000 00 0100000000000000", "Expected int but the peer sent qlonglong");
        assertMismatch(QtTypes.UINT, "02000000 00 01000000", "Expected uint but the peer sent int");
    }

    @Test
    void floatMayStandForDoubleButNotTheOtherWayRound() {
        assertEquals(1.5, QtTypes.DOUBLE.readVariant(Wire.in(QTRO_2_0, "26000000 00 000000000000f83f")));
        assertMismatch(QtTypes.FLOAT, "06000000 00 000000000000f83f", "Expected float but the peer sent double");
    }

    @Test
    void invalidVariantIsNullWhereThereIsNull() {
        assertNull(QtTypes.QSTRING.readVariant(Wire.in(QTRO_2_0, "00000000 01")));
        assertNull(QtTypes.QDATETIME.readVariant(Wire.in(QTRO_2_0, "00000000 00")));
        assertEquals(Variant.INVALID, QtTypes.VARIANT.readVariant(Wire.in(QTRO_2_0, "00000000 01")));
        assertMismatch(QtTypes.INT, "00000000 01", "Expected int but the peer sent no value");
    }

    @Test
    void otherTypesAreRefusedByName() {
        assertMismatch(QtTypes.INT, "0a000000 00 00000000", "Expected int but the peer sent QString");
        assertMismatch(QtTypes.INT, "00000100 00 03000000 507400 00000000", "Expected int but the peer sent Pt");
        assertMismatch(QtTypes.INT, "f4010000 00", "Expected int but the peer sent QVariant type 500");
    }

    @Test
    void vectorAndListAreTheSame() {
        String vector = "00000100 00 0d000000 51566563746f723c696e743e00 01000000 07000000";
        assertEquals(List.of(7), ListType.of(QtTypes.INT).readVariant(Wire.in(QTRO_2_0, vector)));
    }

    @Test
    void listOfStringsIsAStringListInQt6() {
        ListType<String> strings = ListType.of(QtTypes.QSTRING);
        assertEquals("0b00000000" + "00000000", Wire.variant(QTRO_2_0, strings, List.of()));
        assertTrue(Wire.variant(QTRO_1_3, strings, List.of()).startsWith("00000400"));
        assertEquals(List.of(), strings.readVariant(Wire.in(QTRO_1_3, "0000000b 00 00000000")));
    }

    @Test
    void skippedValueIsNeverRefusedForItsMeaning() {
        EnumType<Integer> even = EnumType.of("Even", 4, new EnumType.Binder<>() {
            @Override
            public Integer value(int number) {
                return number % 2 == 0 ? number : null;
            }

            @Override
            public int number(Integer value) {
                return value;
            }
        });
        WireInput in = Wire.in(QTRO_2_0, "02000000 00 03000000 01000000 00 01");
        assertTrue(assertThrows(WireException.class, () -> even.readVariant(in)).getMessage().contains("no value 3"));
        in.seek(0);
        even.skipVariant(in);
        assertEquals(true, QtTypes.BOOL.readVariant(in));
    }

    private static void assertMismatch(QtType<?> type, String hex, String message) {
        WireException refused = assertThrows(WireException.class, () -> type.readVariant(Wire.in(QTRO_2_0, hex)));
        assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
    }
}
