package io.remoteobjects.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as text, and text as values. */
class ValueTest {

    static Stream<Object> values() {
        return Stream.of(1, -2.5, true, "text", "", "true", "1", "null", "{not: a map}", "a \"b\" \\ \n\t\r\u0001 ü", List.of(), Map.of(),
                List.of(1, "a", List.of(2)), Arrays.asList(1, null), new LinkedHashMap<>(Map.of("field", 1.5)),
                Map.of("odd key: {", Map.of("inner", List.of("x, y", "z")))).map(each -> Map.of("value", each));
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatIsPrintedCanBeTypedBack(Map<String, Object> value) throws CommandException {
        assertEquals(value, ValueReader.read(ValueText.of(value), "QVariantMap"));
    }

    @Test
    void recordsAndListsArePrintedInOneLine() {
        Map<String, Object> fix = new LinkedHashMap<>();
        fix.put("latitude", 48.25);
        fix.put("name", "home");
        fix.put("times", List.of(Instant.EPOCH));

        assertEquals("{latitude: 48.25, name: \"home\", times: [1970-01-01T00:00:00Z]}", ValueText.of(fix));
    }

    @Test
    void bytesAreHexadecimal() throws CommandException {
        assertEquals("0x01ff", ValueText.of(new byte[] {1, -1}));
        assertArrayEquals(new byte[] {1, -1}, (byte[]) ValueReader.read("0x01ff", "QByteArray"));
        assertArrayEquals(new byte[] {'a'}, (byte[]) ValueReader.read("a", "QByteArray"));
    }

    @Test
    void textIsTakenAsItIsWhereTextIsDeclared() throws CommandException {
        assertEquals("{a: 1}", ValueReader.read("{a: 1}", "QString"));
        assertEquals("42", ValueReader.read(42L, "QString"));
    }

    @Test
    void aSingleValueIsLeftToTheDeclaredType() throws CommandException {
        assertEquals("0.1", ValueReader.read("0.1", "double"));
        assertEquals("2024-02-03T04:05:06Z", ValueReader.read("2024-02-03T04:05:06Z", "QDateTime"));
    }

    @Test
    void whereNothingIsDeclaredTheTextDecides() throws CommandException {
        assertEquals(5, ValueReader.read("5", "QVariant"));
        assertEquals("five", ValueReader.read("five", "QVariant"));
        assertEquals("5", ValueReader.read("\"5\"", "QVariant"));
    }

    @Test
    void whatTheConsoleMadeOfAnArgumentStays() throws CommandException {
        assertEquals(List.of("1", "2"), ValueReader.read(List.of("1", "2"), "QList<int>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a: 1", "[1, 2", "{a: 1, a: 2}", "[*x]", "{a: !!java.lang.String 1"})
    void whatIsNoValueIsRefusedWithItsTextAndAWayOut(String text) {
        String message = assertThrows(CommandException.class, () -> ValueReader.read(text, "QVariantMap")).getMessage();

        assertTrue(message.startsWith("\"" + text + "\" is no value") && message.contains("Write "), message);
    }

    @Test
    void oddHexadecimalDigitsAreRefused() {
        assertThrows(CommandException.class, () -> ValueReader.read("0x123", "QByteArray"));
    }
}
