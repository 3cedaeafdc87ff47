package io.remoteobjects.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.osgi.service.remoteserviceadmin.EndpointEvent;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;

/** Who is told of what, and when. */
class EndpointListenersTest {

    private static final String RED = "(colour=red)";
    private static final String ANY = "(endpoint.id=*)";

    private final EndpointListeners listeners = new EndpointListeners();
    private final List<String> told = new ArrayList<>();
    private final EndpointEventListener listener = (event, filter) -> told.add(name(event.getType()) + " " + event.getEndpoint().getId()
            + " " + filter);

    private static String name(int type) {
        return switch (type) {
            case EndpointEvent.ADDED -> "added";
            case EndpointEvent.MODIFIED -> "modified";
            case EndpointEvent.MODIFIED_ENDMATCH -> "endmatch";
            case EndpointEvent.REMOVED -> "removed";
            default -> "?";
        };
    }

    /** Endpoints written as id and colour. */
    private void update(String... idsAndColours) {
        Map<String, KnownEndpoint> known = new LinkedHashMap<>();
        for (String each : idsAndColours) {
            String[] parts = each.split(" ");
            known.put(parts[0], new KnownEndpoint(Endpoints.endpoint(parts[0], "f", "c", Map.of("colour", parts[1])), parts[1]));
        }
        listeners.update(known);
    }

    private void assertTold(String... events) {
        assertEquals(List.of(events), told);
        told.clear();
    }

    @Test
    void aListenerIsToldOfWhatComesChangesAndGoes() {
        listeners.put("key", listener, ANY);

        update("1 red");
        assertTold("added 1 " + ANY);
        update("1 blue");
        assertTold("modified 1 " + ANY);
        update();
        assertTold("removed 1 " + ANY);
    }

    @Test
    void whatIsTheSameIsNotToldAgain() {
        listeners.put("key", listener, ANY);
        update("1 red");
        update("1 red");

        assertTold("added 1 " + ANY);
    }

    @Test
    void whatGoesIsToldBeforeWhatComes() {
        listeners.put("key", listener, ANY);
        update("old red");
        told.clear();

        update("new red");

        assertTold("removed old " + ANY, "added new " + ANY);
    }

    @Test
    void aListenerThatComesLateIsToldOfEverything() {
        update("1 red", "2 blue");

        listeners.put("key", listener, ANY);

        assertTold("added 1 " + ANY, "added 2 " + ANY);
    }

    @Test
    void onlyWhatIsInScopeIsTold() {
        listeners.put("key", listener, RED);
        update("1 red", "2 blue");
        assertTold("added 1 " + RED);

        update();
        assertTold("removed 1 " + RED);
    }

    @Test
    void anEndpointThatLeavesTheScopeOrEntersItIsTold() {
        listeners.put("key", listener, RED);
        update("1 red", "2 blue");
        told.clear();

        update("1 blue", "2 red");

        assertTold("endmatch 1 " + RED, "added 2 " + RED);
    }

    @Test
    void theFirstFilterThatMatchesIsHandedOver() {
        listeners.put("key", listener, List.of("(colour=blue)", RED, ANY));

        update("1 red");

        assertTold("added 1 " + RED);
    }

    @Test
    void aChangeOfScopeIsAppliedToWhatIsKnown() {
        listeners.put("key", listener, new String[] {RED});
        update("1 red", "2 blue");
        told.clear();

        listeners.put("key", listener, "(colour=blue)");

        assertTold("removed 1 " + RED, "added 2 (colour=blue)");
    }

    @Test
    void aListenerWithoutScopeIsNeverCalled() {
        listeners.put("key", listener, null);
        listeners.put("empty", listener, new String[0]);
        listeners.put("blank", listener, "");
        update("1 red");

        assertTold();
    }

    @Test
    void aWrongFilterDoesNotSpoilTheOthers() {
        listeners.put("key", listener, List.of("(colour=", ANY));
        update("1 red");

        assertTold("added 1 " + ANY);
    }

    @Test
    void keysOfTheFilterMayBeWrittenInAnyCase() {
        listeners.put("key", listener, "(ENDPOINT.ID=1)");
        update("1 red");

        assertTold("added 1 (ENDPOINT.ID=1)");
    }

    @Test
    void aListenerThatFailsDoesNotKeepItFromOthers() {
        listeners.put("bad", (event, filter) -> {
            throw new IllegalStateException("as this test wants it");
        }, ANY);
        listeners.put("unlinked", (event, filter) -> {
            throw new NoClassDefFoundError("as this test wants it");
        }, ANY);
        listeners.put("key", listener, ANY);

        update("1 red");

        assertTold("added 1 " + ANY);
    }

    @Test
    void aListenerThatWentIsNotToldAnyMore() {
        listeners.put("key", listener, ANY);
        listeners.remove("key");
        update("1 red");

        assertTold();
    }

    @Test
    void aListenerOfTheFirstVersionSeesAModificationAsGoingAndComing() {
        listeners.put("key", new LegacyListener(new LegacyRecorder()), ANY);

        update("1 red");
        update("1 blue");
        update();

        assertTold("old added 1", "old removed 1", "old added 1", "old removed 1");
    }

    @SuppressWarnings("deprecation")
    private final class LegacyRecorder implements org.osgi.service.remoteserviceadmin.EndpointListener {

        @Override
        public void endpointAdded(org.osgi.service.remoteserviceadmin.EndpointDescription endpoint, String matchedFilter) {
            told.add("old added " + endpoint.getId());
        }

        @Override
        public void endpointRemoved(org.osgi.service.remoteserviceadmin.EndpointDescription endpoint, String matchedFilter) {
            told.add("old removed " + endpoint.getId());
        }
    }
}
