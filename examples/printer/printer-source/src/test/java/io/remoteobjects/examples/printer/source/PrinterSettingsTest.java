package io.remoteobjects.examples.printer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterSettingsTest {

    @Test
    void withoutConfigurationThePrinterOfThisMachineIsMeant() {
        PrinterSettings settings = PrinterSettings.from(Configured.with(Map.of()));
        assertEquals(URI.create("ipp://localhost:631/ipp/print"), settings.uri());
        assertEquals("ipp://localhost:631/ipp/print", settings.name());
        assertEquals(Duration.ofSeconds(2), settings.poll());
        assertEquals(16 << 20, settings.documentMaxBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "printer", "http://host/ipp/print", "ipp:", "ipp://", "ipp://host:0/", "ipp://host:70000/", "ipp://a b/",
        "ipp://user:secret@host/"})
    void uriThatCannotBeIsRefusedWithWhatWhereAndRemedy(String uri) {
        String message = refusal("uri", uri);
        assertTrue(message.startsWith("Cannot start the printer Source: uri is '" + uri + "' in configuration "
                + "io.remoteobjects.examples.printer."), message);
        assertTrue(message.contains("Give ipp://host:port/path"), message);
    }

    @ParameterizedTest
    @CsvSource({"poll.ms, 49", "poll.busy.ms, 19", "timeout.seconds, 0", "document.timeout.seconds, 3601", "document.max.bytes, 0",
        "document.max.bytes, 60000001", "patience.seconds, -1"})
    void numberOutOfRangeIsRefusedByItsKey(String key, int value) {
        String message = refusal(key.replace('.', '_'), value);
        assertTrue(message.contains(key + " is " + value + " in configuration io.remoteobjects.examples.printer."), message);
    }

    private static String refusal(String key, Object value) {
        return assertThrows(IllegalArgumentException.class, () -> PrinterSettings.from(Configured.with(Map.of(key, value)))).getMessage();
    }
}
