package io.remoteobjects.topology.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Hashtable;
import java.util.Map;

import org.junit.jupiter.api.Test;

class PermissionTest {

    @Test
    void withoutFilterAllIsPermitted() {
        assertEquals("", refusal(" ", Map.of()));
    }

    @Test
    void filterPermitsWhatMatches() {
        assertEquals("", refusal("(place=hall)", Map.of("Place", "hall")));
        assertEquals("export.filter=(place=hall) in etc/io.remoteobjects.cfg does not permit it", refusal("(place=hall)", Map.of()));
    }

    @Test
    void malformedFilterPermitsNothingAndSaysWhatToWrite() {
        Permission permission = Permission.of("export.filter", "(place=hall");

        assertTrue(permission.problem().contains("export.filter=(place=hall cannot be used"), permission.problem());
        assertTrue(permission.problem().contains("Write an LDAP filter"), permission.problem());
        assertTrue(!permission.refusal(new Hashtable<>(Map.of("place", "hall"))).isEmpty());
    }

    private static String refusal(String filter, Map<String, Object> properties) {
        return Permission.of("export.filter", filter).refusal(new Hashtable<>(properties));
    }
}
