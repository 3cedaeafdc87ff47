package io.remoteobjects.examples.gps.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GpsSettingsTest {

    @Test
    void withoutConfigurationTheSampleIsPlayedAtItsOwnPaceAgainAndAgain() {
        GpsSettings settings = GpsSettings.from(config(Map.of()));
        assertEquals("sample", settings.input().toString());
        assertTrue(settings.input().isRecording());
        assertEquals(1, settings.speed());
        assertTrue(settings.loop());
        assertEquals(10, settings.rate());
        assertEquals(Duration.ofSeconds(2), settings.retry());
    }

    @Test
    void deviceSetsItsOwnPace() {
        GpsSettings settings = GpsSettings.from(config(Map.of("input", "gpsd://localhost", "speed", 5.0)));
        assertFalse(settings.input().isRecording());
        assertEquals(1, settings.speed());
    }

    @Test
    void fileMayBeGivenInAnyFormOfItsUrl(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a track.nmea"), "");
        Path plain = Files.writeString(folder.resolve("track.nmea"), "");
        for (String url : new String[] {file.toUri().toString(), "file:" + plain, "file://" + plain, " file:" + plain + " "}) {
            assertTrue(GpsSettings.from(config(Map.of("input", url))).input().isRecording());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serial:/dev/ttyUSB0", "http://host/x", "tcp://host", "tcp://:1234", "tcp://host:0", "tcp://host:99999",
        "gpsd:", "file:/no/such/file", "file:", "file://host/file", "/plain/path", "file:/with blank"})
    void inputThatCannotBeIsRefusedWithWhatWhereAndRemedy(String input) {
        String message = assertThrows(IllegalArgumentException.class, () -> GpsSettings.from(config(Map.of("input", input)))).getMessage();
        String what = "Cannot use GPS input '" + input + "' (key input of configuration io.remoteobjects.examples.gps.source): ";
        assertTrue(message.startsWith(what), message);
        assertTrue(message.endsWith(". Give sample, file:/path, tcp://host:port or gpsd://host:port."), message);
    }

    @Test
    void folderIsNoRecording(@TempDir Path folder) {
        assertThrows(IllegalArgumentException.class, () -> GpsSettings.from(config(Map.of("input", "file:" + folder))));
    }

    @ParameterizedTest
    @CsvSource({"rate, 0", "rate, 101", "timeout.seconds, 0", "timeout.seconds, 3601", "retry.seconds, 0", "retry.seconds, 3601"})
    void numberOutOfRangeIsRefusedByItsKey(String key, int value) {
        String message = assertThrows(IllegalArgumentException.class,
                () -> GpsSettings.from(config(Map.of(key.replace('.', '_'), value)))).getMessage();
        assertTrue(message.contains(key + " is " + value + " in configuration io.remoteobjects.examples.gps.source"), message);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 2e6, Double.NaN, Double.POSITIVE_INFINITY})
    void speedOutOfRangeIsRefused(double speed) {
        assertThrows(IllegalArgumentException.class, () -> GpsSettings.from(config(Map.of("speed", speed))));
    }

    /** The annotation with its defaults, as Declarative Services fills it in. */
    private static GpsConfig config(Map<String, Object> values) {
        return (GpsConfig) Proxy.newProxyInstance(GpsConfig.class.getClassLoader(), new Class<?>[] {GpsConfig.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
