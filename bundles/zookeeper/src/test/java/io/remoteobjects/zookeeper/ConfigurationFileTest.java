package io.remoteobjects.zookeeper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The commented file that the feature installs, and the page about it, list every key with its default, and no other. */
class ConfigurationFileTest {

    private static final Path FILE = Path.of("../../features/src/main/etc/io.remoteobjects.zookeeper.cfg");
    private static final Path PAGE = Path.of("../../docs/discovery.md");

    private static Map<String, String> expected() {
        Map<String, String> expected = new TreeMap<>();
        for (Method each : ZooKeeperConfiguration.class.getDeclaredMethods()) {
            Object value = each.getDefaultValue();
            expected.put(Configured.key(each), value instanceof String[] ? "" : String.valueOf(value));
        }
        return expected;
    }

    private static Map<String, String> listed(String text, String pattern) {
        Map<String, String> listed = new TreeMap<>();
        Matcher entry = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
        while (entry.find()) {
            listed.put(entry.group(1), entry.group(2) == null ? "" : entry.group(2));
        }
        return listed;
    }

    @Test
    void fileAndMetatypeHaveTheSameKeysAndDefaults() throws IOException {
        assertEquals(expected(), listed(Files.readString(FILE), "^#([a-z][a-z.]*) =(?: (.*))?$"));
    }

    @Test
    void pageAndMetatypeHaveTheSameKeysAndDefaults() throws IOException {
        String page = Files.readString(PAGE);
        String chapter = page.substring(page.indexOf("\n## ZooKeeper"));

        assertEquals(expected(), listed(chapter.substring(0, chapter.indexOf("\n## ", 1)), "^\\| `([a-z.]+)` \\| (?:`([^`]*)`)?"));
    }
}
