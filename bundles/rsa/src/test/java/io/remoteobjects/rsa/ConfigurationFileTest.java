package io.remoteobjects.rsa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The commented file that a container starts with lists every key with its default, and no other. */
class ConfigurationFileTest {

    private static final Path FILE = Path.of("../../features/src/main/etc/io.remoteobjects.cfg");

    /** Those of the topology manager, which has the same PID. */
    private static final Set<String> OF_TOPOLOGY = Set.of("onLoss", "suspect.grace", "replica.linger", "export.filter",
            "import.filter", "import.ranking");

    private static final Pattern ENTRY = Pattern.compile("#([A-Za-z][A-Za-z.]*) =(?: (.*))?");

    @Test
    void fileAndMetatypeHaveTheSameKeysAndDefaults() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (Method each : NodeConfiguration.class.getDeclaredMethods()) {
            Object value = each.getDefaultValue();
            expected.put(Configurations.key(each), value instanceof String[] ? "" : String.valueOf(value));
        }
        Map<String, String> listed = new TreeMap<>();
        for (String line : Files.readAllLines(FILE)) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches() && !OF_TOPOLOGY.contains(entry.group(1))) {
                listed.put(entry.group(1), entry.group(2) == null ? "" : entry.group(2));
            }
        }
        assertEquals(expected, listed);
    }

    @Test
    void everyAttributeIsDescribed() throws ReflectiveOperationException, IOException {
        Set<String> keys = new TreeSet<>();
        String metatype = Files.readString(Path.of("target/classes/OSGI-INF/metatype/io.remoteobjects.rsa.NodeConfiguration.xml"));
        Matcher ids = Pattern.compile("<AD id=\"([^\"]+)\"[^>]*name=\"[^\"]+\" description=\"[^\"]{20,}").matcher(metatype);
        while (ids.find()) {
            keys.add(ids.group(1));
        }
        for (Method each : NodeConfiguration.class.getDeclaredMethods()) {
            assertNotNull(each.getDefaultValue(), each.getName());
            assertEquals(true, keys.contains(Configurations.key(each)), () -> each.getName() + " in " + metatype);
        }
    }
}
