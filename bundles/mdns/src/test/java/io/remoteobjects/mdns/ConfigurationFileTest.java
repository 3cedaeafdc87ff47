package io.remoteobjects.mdns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The commented file that the feature installs, and the page about it, list every key, and no other. */
class ConfigurationFileTest {

    private static final Path FILE = Path.of("../../features/src/main/etc/io.remoteobjects.mdns.cfg");
    private static final Path PAGE = Path.of("../../docs/discovery.md");

    @Test
    void fileAndPageHaveTheKeysOfTheMetatype() throws IOException {
        List<Method> keys = Arrays.asList(MdnsConfiguration.class.getDeclaredMethods());
        List<String> listed = Files.readAllLines(FILE).stream().filter(line -> line.matches("#[a-z.]+ =.*")).toList();

        assertEquals(keys.stream().map(key -> "#" + key.getName() + " =").toList(), listed);
        for (Method each : keys) {
            assertArrayEquals(new String[0], (String[]) each.getDefaultValue());
            assertTrue(Files.readString(PAGE).contains("| `" + each.getName() + "` | |"));
        }
    }
}
