package io.remoteobjects.topology.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class InterestsTest {

    private final Fakes.Clock clock = new Fakes.Clock();
    private final Interests interests = new Interests(clock::now);
    private final Bundle chart = Fakes.bundle("chart");
    private final Bundle log = Fakes.bundle("log");

    @Test
    void listenerCountsUntilItIsRemoved() {
        interests.listenerAdded("1", Interest.of(chart, null, "(objectClass=a.Gps)"));
        clock.pass(10 * Interests.LOOK_UP_MILLIS);
        interests.expireLookUps();
        assertEquals(List.of(chart), in("a.Gps"));

        assertEquals(chart, interests.listenerRemoved("1").bundle());
        assertEquals(List.of(), in("a.Gps"));
        assertNull(interests.listenerRemoved("1"));
    }

    @Test
    void equalListenersOfABundleAreTwo() {
        interests.listenerAdded("1", Interest.of(chart, null, "(objectClass=a.Gps)"));
        interests.listenerAdded("2", Interest.of(chart, null, "(objectClass=a.Gps)"));

        interests.listenerRemoved("1");

        assertEquals(List.of(chart), in("a.Gps"));
    }

    @Test
    void lookUpCountsForFiveMinutesAfterTheLast() {
        Interest interest = Interest.of(log, "a.Gps", null);
        interests.lookedUp(interest);
        clock.pass(Interests.LOOK_UP_MILLIS);
        assertFalse(interests.expireLookUps());
        interests.lookedUp(interest);
        clock.pass(Interests.LOOK_UP_MILLIS);
        assertFalse(interests.expireLookUps());
        assertEquals(List.of(log), in("a.Gps"));

        clock.pass(1);
        assertTrue(interests.expireLookUps());
        assertEquals(List.of(), in("a.Gps"));
    }

    @Test
    void whatATrackerLooksUpAtItsBeginningEndsWithItsListener() {
        interests.listenerAdded("1", Interest.of(chart, null, "(objectClass=a.Gps)"));
        interests.lookedUp(Interest.of(chart, "a.Gps", null));
        interests.listenerAdded("2", Interest.of(log, null, "(&(objectClass=a.Gps)(a=b))"));
        interests.lookedUp(Interest.of(log, null, "(&(objectClass=a.Gps)(a=b))"));

        interests.listenerRemoved("1");
        interests.listenerRemoved("2");
        assertEquals(0, interests.all().count());

        interests.lookedUp(Interest.of(chart, "a.Gps", null));
        assertEquals(List.of(chart), in("a.Gps"));
    }

    @Test
    void lookUpsOfABundleEndWithIt() {
        interests.lookedUp(Interest.of(log, "a.Gps", null));
        interests.lookedUp(Interest.of(chart, "a.Gps", null));

        assertTrue(interests.bundleStopped(log));

        assertEquals(List.of(chart), in("a.Gps"));
    }

    @Test
    void listenersThatABundleLeavesOpenEndWithIt() {
        interests.listenerAdded("1", Interest.of(log, null, "(objectClass=a.Gps)"));
        interests.listenerAdded("2", Interest.of(chart, null, "(objectClass=a.Gps)"));

        assertTrue(interests.bundleStopped(log));

        assertEquals(List.of(chart), in("a.Gps"));
        assertFalse(interests.bundleStopped(log));
    }

    @Test
    void filterMustMatchTheServiceTheImportWouldBe() {
        interests.listenerAdded("1", Interest.of(chart, null, "(&(objectClass=a.Gps)(remoteobjects.name=roof))"));
        interests.listenerAdded("2", Interest.of(log, null, "(&(objectClass=a.Gps)(!(service.imported=*)))"));

        assertEquals(List.of(chart), in("a.Gps", "remoteobjects.name", "roof"));
        assertEquals(List.of(), in("a.Gps", "remoteobjects.name", "cellar"));
    }

    @Test
    void stateThatAnOpenImportShowsIsWhatFiltersSee() {
        interests.listenerAdded("1", Interest.of(chart, null, "(&(objectClass=a.Gps)(remoteobjects.state=Valid))"));

        assertEquals(List.of(chart), in("a.Gps", "remoteobjects.name", "roof"));
    }

    @Test
    void whatNamesNoInterfaceIsNoInterest() {
        assertNull(Interest.of(chart, null, "(remoteobjects.name=roof)"));
        assertNull(Interest.of(chart, null, "(objectClass=a.*)"));
        assertNull(Interest.of(chart, null, null));
    }

    private List<Bundle> in(String type, String... property) {
        return interests.in(Names.asService(Fakes.endpoint("e", Names.CONFIG_TYPE,
                property.length == 0 ? Map.of() : Map.of(property[0], property[1]), type)), List.of(type));
    }
}
