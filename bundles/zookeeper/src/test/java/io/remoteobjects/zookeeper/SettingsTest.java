package io.remoteobjects.zookeeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.apache.zookeeper.ZooDefs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is configured. */
class SettingsTest {

    private static Settings of(Map<String, Object> values) {
        return Settings.of(Configured.with(values));
    }

    @Test
    void withoutAnythingZooKeeperIsNotUsed() {
        assertEquals("", of(Map.of()).servers());
    }

    @Test
    void serversMayBeOneTextOrSeveral() {
        assertEquals("a:1,b:2", of(Map.of("servers", new String[] {"a:1, b:2"})).servers());
        assertEquals("a:1,b:2", of(Map.of("servers", new String[] {"a:1", "b:2"})).servers());
    }

    @Test
    void accessFollowsFromTheUserUnlessItIsSaid() {
        Map<String, Object> user = Map.of("user", "fleet", "password", "secret");
        assertEquals(ZooDefs.Ids.OPEN_ACL_UNSAFE, of(Map.of()).acl());
        assertTrue(of(Map.of()).isOpen());
        assertEquals(ZooDefs.Ids.CREATOR_ALL_ACL, of(user).acl());
        assertFalse(of(user).isOpen());
        assertEquals(2, of(Map.of("user", "fleet", "access", "readable")).acl().size());
    }

    @Test
    void thePasswordMayStandInAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "secret\nmore\n");

        Settings settings = of(Map.of("user", "fleet", "password.file", file.toString()));
        assertEquals("fleet:secret", new String(settings.secret()));
        assertFalse(settings.toString().contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "password.file"})
    void aPasswordOfNobodyIsRefusedAndNotTakenForOpenAccess(String key) {
        String message = assertThrows(IllegalArgumentException.class, () -> of(Map.of(key, "secret"))).getMessage();

        assertTrue(message.contains("user=") && !message.contains("secret"), message);
    }

    @ParameterizedTest
    @CsvSource({"session.timeout.ms,0", "path,remoteobjects", "path,/", "path,/a/", "access,mine", "access,private", "access,readable",
        "password.file,/no/such/file"})
    void whatCannotBeUsedIsRefusedByName(String key, String value) {
        Map<String, Object> values = key.equals("password.file") ? Map.of("user", "fleet", key, value)
                : Map.of(key, key.startsWith("session") ? (Object) Integer.valueOf(value) : value);

        String message = assertThrows(IllegalArgumentException.class, () -> of(values)).getMessage();
        assertTrue(message.contains(key) && message.contains("io.remoteobjects.zookeeper") && message.contains("rite")
                || message.contains("Name a file") || message.contains("set user"), message);
    }
}
