package io.remoteobjects.node.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.remoteobjects.Property;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.RepType;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.type.EnumType;
import io.remoteobjects.wire.type.QtType;
import io.remoteobjects.wire.type.QtTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of every Java type that an interface may have, written and read back. */
class RoundTripTest {

    enum Colour { RED, GREEN, BLUE }

    record Inner(Colour colour, Set<Colour> colours, Instant time) {
    }

    record Strict(int value) {

        Strict {
            if (value < 1) {
                throw new IllegalArgumentException("value must be positive");
            }
        }
    }

    @RemoteObject
    interface Others {

        Property<Locale> locale();

        Property<LocalDateTime> localDateTime();

        Property<OffsetDateTime> offsetDateTime();

        Property<ZonedDateTime> zonedDateTime();

        Property<Set<String>> texts();

        Property<int[]> ints();

        Property<String[]> strings();

        Property<List<List<Integer>>> matrix();

        Property<Map<Integer, List<String>>> lists();

        Property<Map<String, Inner>> inners();

        Property<List<byte[]>> blobs();

        Property<Inner> inner();

        Property<Colour> colour();

        Property<Strict> strict();

        @RepType("quint64")
        Property<Long> unsigned();

        @RepType("qint8")
        Property<Integer> small();
    }

    private final Contract all = Contract.of(AllTypes.class);
    private final Contract others = Contract.of(Others.class);

    @ParameterizedTest
    @EnumSource
    void allTypesOfTheInteropFile(Generation generation) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("pBool", true);
        values.put("pInt8", (byte) -8);
        values.put("pUInt8", (short) 255);
        values.put("pInt16", (short) -16);
        values.put("pUInt16", 65_535);
        values.put("pInt", -32);
        values.put("pUInt", 4_294_967_295L);
        values.put("pInt64", Long.MIN_VALUE);
        values.put("pUInt64", new BigInteger("18446744073709551615"));
        values.put("pFloat", 1.5f);
        values.put("pDouble", -2.25);
        values.put("pChar", '€');
        values.put("pString", "text");
        values.put("pDate", LocalDate.of(2024, 2, 29));
        values.put("pTime", LocalTime.of(23, 59, 59, 999_000_000));
        values.put("pDateTime", Instant.parse("2024-02-29T12:00:00.123Z"));
        values.put("pUrl", URI.create("http://example.org/a?b"));
        values.put("pUuid", new UUID(1, 2));
        values.put("pPoint", new AllTypes.Point(1, 2));
        values.put("pPointF", new AllTypes.PointF(1, 2));
        values.put("pSize", new AllTypes.Size(3, 4));
        values.put("pSizeF", new AllTypes.SizeF(3, 4));
        values.put("pRect", new AllTypes.Rect(1, 2, 3, 4));
        values.put("pRectF", new AllTypes.RectF(1, 2, 3, 4));
        values.put("pStringList", List.of("a", "b"));
        values.put("pVariantList", Arrays.asList(1, "two", 3.0, null, List.of(4)));
        values.put("pVariantMap", Map.of("a", 1, "b", Map.of("c", "d")));
        values.put("pVariant", Instant.parse("2024-02-29T12:00:00.123Z"));
        values.put("pIntList", List.of(1, 2, 3));
        values.put("pIntMap", Map.of("one", 1));
        values.put("pPod", new GeoPoint(1, 2, 3));
        values.put("pNested", new AllTypes.Nested(new GeoPoint(1, 2, 3), "here", List.of(4, 5)));
        values.put("pPodList", List.of(new GeoPoint(1, 2, 3), new GeoPoint(4, 5, 6)));
        values.forEach((name, value) -> assertEquals(value, roundTrip(all, name, value, generation), name));
        assertArrayEquals(new byte[] {1, 2}, (byte[]) roundTrip(all, "pBytes", new byte[] {1, 2}, generation));
        assertArrayEquals(new double[] {1, 2}, (double[]) roundTrip(all, "pDoubleList", new double[] {1, 2}, generation));
    }

    @ParameterizedTest
    @EnumSource
    void otherTypes(Generation generation) {
        Inner inner = new Inner(Colour.BLUE, EnumSet.of(Colour.RED, Colour.GREEN), Instant.EPOCH);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("locale", Locale.GERMANY);
        values.put("localDateTime", LocalDateTime.of(2024, 2, 29, 12, 0));
        values.put("offsetDateTime", OffsetDateTime.of(2024, 2, 29, 12, 0, 0, 0, ZoneOffset.ofHours(2)));
        values.put("zonedDateTime", ZonedDateTime.of(2024, 2, 29, 12, 0, 0, 0, ZoneId.of("Europe/Berlin")));
        values.put("texts", Set.of("a", "b"));
        values.put("matrix", List.of(List.of(1, 2), List.of(3)));
        values.put("lists", Map.of(1, List.of("one"), 2, List.of()));
        values.put("inners", Map.of("a", inner));
        values.put("inner", inner);
        values.put("colour", Colour.GREEN);
        values.put("strict", new Strict(1));
        values.put("unsigned", Long.MAX_VALUE);
        values.put("small", -128);
        values.forEach((name, value) -> assertEquals(value, roundTrip(others, name, value, generation), name));
        assertArrayEquals(new int[] {1, 2}, (int[]) roundTrip(others, "ints", new int[] {1, 2}, generation));
        assertArrayEquals(new String[] {"a", null}, (String[]) roundTrip(others, "strings", new String[] {"a", null}, generation));
        assertArrayEquals(new byte[] {1}, (byte[]) ((List<?>) roundTrip(others, "blobs", List.of(new byte[] {1}), generation)).get(0));
    }

    @ParameterizedTest
    @EnumSource
    void nullTravelsWhereQtHasOne(Generation generation) {
        for (String name : List.of("pString", "pBytes", "pDate", "pTime", "pDateTime", "pVariant")) {
            assertEquals(null, roundTrip(all, name, null, generation), name);
        }
    }

    @Test
    void unknownEnumNumberIsRefused() {
        WireException refused = assertThrows(WireException.class,
                () -> transcode(EnumType.generic("Colour", 4), property(others, "colour"), 7));
        assertTrue(refused.getMessage().contains("Colour") && refused.getMessage().contains("7"), refused.getMessage());
    }

    @Test
    void valuesThatARecordRefusesAreRefused() {
        QtType<Object> strict = property(others, "strict");
        WireException refused = assertThrows(WireException.class, () -> {
            ByteBuf bytes = Unpooled.buffer();
            WireOutput out = new WireOutput(bytes, Generation.QTRO_2_0);
            out.writeI32(65536);
            out.writeU8(0);
            out.writeCString("Strict");
            QtTypes.INT.writeVariant(out, 0);
            strict.readVariant(new WireInput(bytes, 0, bytes.writerIndex(), Generation.QTRO_2_0, Limits.DEFAULT));
        });
        assertTrue(refused.getMessage().contains("value must be positive"), refused.getMessage());
    }

    @Test
    void numberBeyondTheJavaTypeIsRefused() {
        assertThrows(WireException.class, () ->
                transcode(QtTypes.QUINT64, property(others, "unsigned"), BigInteger.ONE.shiftLeft(63)));
    }

    private static <T> Object transcode(QtType<T> written, QtType<Object> read, T value) {
        ByteBuf bytes = Unpooled.buffer();
        written.writeVariant(new WireOutput(bytes, Generation.QTRO_2_0), value);
        return read.readVariant(new WireInput(bytes, 0, bytes.writerIndex(), Generation.QTRO_2_0, Limits.DEFAULT));
    }

    private static QtType<Object> property(Contract contract, String name) {
        return contract.properties().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow().type();
    }

    private static Object roundTrip(Contract contract, String name, Object value, Generation generation) {
        PropertyMember property =
                contract.properties().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        ByteBuf bytes = Unpooled.buffer();
        property.type().writeVariant(new WireOutput(bytes, generation), property.check().apply(value));
        WireInput in = new WireInput(bytes, 0, bytes.writerIndex(), generation, Limits.DEFAULT);
        Object read = property.type().readVariant(in);
        in.requireEnd();
        return read;
    }
}
