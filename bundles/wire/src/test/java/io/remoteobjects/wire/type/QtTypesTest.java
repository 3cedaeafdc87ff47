package io.remoteobjects.wire.type;

import static io.remoteobjects.wire.Generation.QTRO_1_3;
import static io.remoteobjects.wire.Generation.QTRO_2_0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QtTypesTest {

    @ParameterizedTest
    @CsvSource({"quint32,uint", "qint64,qlonglong", "uchar,uchar", "qint8,signed char", "unsigned int,uint", "size_t,ulong"})
    void aliasesNameTheSameType(String alias, String name) {
        assertSame(QtTypes.byName(name).orElseThrow(), QtTypes.byName(alias).orElseThrow());
        assertEquals(name, QtTypes.byName(alias).orElseThrow().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"QList<qint64>|QList<qlonglong>", "QMap<QString, int>|QMap<QString,int>",
        "QHash<int,QList<double> >|QHash<int,QList<double>>", "QPair<QString,int>|std::pair<QString,int>", "QVector<int>|QVector<int>"})
    void containersAreFoundByAnyOfTheirNames(String given, String name) {
        assertEquals(name, QtTypes.byName(given).orElseThrow().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", "QList<", "QList<>", "QList<int", "QList<int>>", "QMap<int>", "Nothing", "QList<Nothing>",
        "QList<QList<QList<QList<QList<QList<QList<QList<QList<QList<int>>>>>>>>>>"})
    void otherNamesAreNoTypes(String name) {
        assertTrue(QtTypes.byName(name).isEmpty());
    }

    @Test
    void idsFindTypes() {
        assertSame(QtTypes.QSTRING, QtTypes.byId(10, QTRO_2_0).orElseThrow());
        assertTrue(QtTypes.byId(59, QTRO_2_0).isEmpty());
    }

    @Test
    void qt5VectorsKeepTheirName() {
        assertEquals("QVector<int>", ListType.vector(QtTypes.INT).userName(QTRO_1_3));
        assertEquals("QList<int>", ListType.vector(QtTypes.INT).userName(QTRO_2_0));
    }

    @ParameterizedTest
    @EnumSource(Generation.class)
    void javaObjectsTravelInVariants(Generation generation) {
        Map<String, Object> values = Map.of("text", "äöü", "number", 5, "list", List.of(1, 2L, true), "id", new UUID(1, 2), "at",
                URI.create("tcp://127.0.0.1:1"), "nested", Map.of("x", 1.5));
        assertEquals(values, Wire.again(generation, QtTypes.VARIANT, Variant.of(values)).toJava());
        assertNull(Wire.again(generation, QtTypes.VARIANT, null).toJava());
    }

    @Test
    void timesAreThoseOfJavaAgainAndPodsMaps() {
        Instant at = Instant.ofEpochMilli(5);
        List<Object> times = List.of(at, LocalDateTime.ofInstant(at, ZoneOffset.UTC), at.atOffset(ZoneOffset.ofHours(1)),
                at.atZone(ZoneId.of("Europe/Berlin")));
        assertEquals(times, Variant.of(times).toJava());
        QtDateTime none = new QtDateTime(null, null, QtDateTime.Spec.UTC, 0, null);
        assertNull(Variant.of(none).toJava());
        assertEquals(Map.of("x", Arrays.asList(at, null)), Variant.natural(new Pod("P", Map.of("x", Arrays.asList(QtDateTime.of(at), none)))));
    }

    @Test
    void javaObjectsWithoutAQtTypeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Variant.of(new Object()));
        assertThrows(IllegalArgumentException.class, () -> Variant.of(Map.of(1, 2)));
    }

    @Test
    void unsignedNumbersKeepTheirRange() {
        assertEquals(4294967295L, Wire.again(QTRO_2_0, QtTypes.UINT, 4294967295L));
        BigInteger max = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
        assertEquals(max, Wire.again(QTRO_2_0, QtTypes.QUINT64, max));
        assertThrows(IllegalArgumentException.class, () -> Wire.variant(QTRO_2_0, QtTypes.UINT, -1L));
        assertThrows(IllegalArgumentException.class, () -> Wire.variant(QTRO_2_0, QtTypes.QUINT8, 256));
        assertThrows(IllegalArgumentException.class, () -> Wire.variant(QTRO_2_0, QtTypes.QUINT64, max.add(BigInteger.ONE)));
    }

    @Test
    void textSurvivesWhateverItsUnits() {
        String text = "a\u0000\ud800€\ud83d\ude00";
        assertEquals(text, Wire.again(QTRO_2_0, QtTypes.QSTRING, text));
        assertEquals(text, Wire.again(QTRO_1_3, QtTypes.QSTRING, text));
        assertEquals("", Wire.again(QTRO_2_0, QtTypes.QSTRING, ""));
        assertNull(Wire.again(QTRO_2_0, QtTypes.QSTRING, null));
        String longText = "x".repeat(100_000);
        assertEquals(longText, Wire.again(QTRO_2_0, QtTypes.QSTRING, longText));
    }

    @Test
    void nullElementsOfListsSurvive() {
        List<String> strings = Arrays.asList("a", null, "");
        assertEquals(strings, Wire.again(QTRO_2_0, QtTypes.QSTRINGLIST, strings));
    }

    @Test
    void dateTimesKeepWhatTheyAreRelativeTo() {
        ZonedDateTime berlin = ZonedDateTime.of(2024, 7, 1, 12, 0, 0, 5_000_000, ZoneId.of("Europe/Berlin"));
        for (QtDateTime time : List.of(QtDateTime.of(Instant.ofEpochMilli(1)), QtDateTime.of(berlin),
                QtDateTime.of(berlin.toOffsetDateTime()), QtDateTime.of(berlin.toLocalDateTime()))) {
            assertEquals(time, Wire.again(QTRO_2_0, QtTypes.QDATETIME, time));
        }
        assertEquals(berlin, QtDateTime.of(berlin).toZonedDateTime(ZoneOffset.UTC));
        assertEquals(berlin.toInstant(), QtDateTime.of(berlin.toOffsetDateTime()).toInstant(ZoneOffset.UTC));
        assertEquals(LocalDateTime.of(2024, 7, 1, 12, 0, 0, 5_000_000), QtDateTime.of(berlin).toLocalDateTime());
        assertEquals(OffsetDateTime.parse("1970-01-01T00:00:00.001Z"), QtDateTime.of(Instant.ofEpochMilli(1)).toOffsetDateTime(null));
    }

    @Test
    void dateTimesAreCutToMilliseconds() {
        Instant precise = Instant.parse("2024-02-29T12:34:56.789999Z");
        assertEquals(Instant.parse("2024-02-29T12:34:56.789Z"), QtDateTime.of(precise).toInstant(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0f000000 00 005c2605", "0e000000 00 ffffffffffffff7f", "10000000 00 0000000000000080 ffffffff 04"})
    void impossibleTimesAreRefused(String variant) {
        assertThrows(WireException.class, () -> QtTypes.VARIANT.readVariant(Wire.in(QTRO_2_0, variant)));
    }

    @Test
    void urlWithCharactersThatJavaWantsEscapedIsRead() {
        assertEquals(URI.create("http://h/a%7Cb%5Bc"), QtTypes.QURL.readVariant(
                Wire.in(QTRO_2_0, "11000000 00 0e000000 687474703a2f2f682f617c625b63")));
    }

    @Test
    void elementsAndDepthAreLimited() {
        Limits few = new Limits(1000, 2, 3);
        String three = "0b000000 00 03000000 ffffffff ffffffff ffffffff";
        assertEquals(3, QtTypes.QSTRINGLIST.readVariant(Wire.in(QTRO_2_0, three)).size());
        assertThrows(WireException.class, () -> QtTypes.QSTRINGLIST.readVariant(Wire.in(QTRO_2_0, few, three)));
        String deep = "09000000 00 01000000 ".repeat(4) + "00000000 01";
        assertTrue(QtTypes.VARIANT.readVariant(Wire.in(QTRO_2_0, deep)).isValid());
        assertThrows(WireException.class, () -> QtTypes.VARIANT.readVariant(Wire.in(QTRO_2_0, few, deep)));
    }

    @Test
    void endlessNestingDoesNotOverflowTheStack() {
        String deep = String.join("", Collections.nCopies(50_000, "2900000000"));
        assertThrows(WireException.class, () -> QtTypes.VARIANT.readVariant(Wire.in(QTRO_2_0, deep)));
        assertThrows(WireException.class, () -> QtTypes.INT.readVariant(Wire.in(QTRO_2_0, deep)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0a000000 00 fffffffe", "0a000000 00 00000040", "0c000000 00 ffffff7f", "0b000000 00 ffffff7f",
        "09000000 00 02000000 00000000 01", "0d000000 00 ffffffffffffff7f", "0d000000 00 ffffffffffffffff", "0a000000 00 03000000 616263"})
    void lengthsThatCannotBeAreRefused(String variant) {
        assertThrows(WireException.class, () -> QtTypes.VARIANT.readVariant(Wire.in(QTRO_2_0, variant)));
    }

    @Test
    void geometryMeansWhatQtMeans() {
        assertEquals("1300000000" + "01000000" + "02000000" + "0a000000" + "15000000",
                Wire.variant(QTRO_2_0, QtTypes.QRECT, new Geometry.Rect(1, 2, 10, 20)));
        assertEquals(new Geometry.Rect(0, 0, 0, 0),
                QtTypes.QRECT.readVariant(Wire.in(QTRO_2_0, "13000000 00 00000000 00000000 ffffffff ffffffff")));
    }

    @ParameterizedTest
    @EnumSource(Generation.class)
    void everyTypeReadsItsDefaultValueBack(Generation generation) {
        List<QtType<?>> types = new ArrayList<>();
        for (int id = 1; id < 60; id++) {
            QtTypes.byId(id, generation).ifPresent(types::add);
        }
        assertTrue(types.size() > 45, "only " + types.size());
        types.forEach(type -> defaultComesBack(generation, type));
    }

    private static <T> void defaultComesBack(Generation generation, QtType<T> type) {
        assertEquals(type.defaultValue(), Wire.again(generation, type, type.defaultValue()), type.name());
    }
}
