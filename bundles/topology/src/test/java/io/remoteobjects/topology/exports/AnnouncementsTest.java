package io.remoteobjects.topology.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;

class AnnouncementsTest {

    private static final String ALL = "(objectClass=*)";

    private final Announcements announcements = new Announcements();
    private final List<String> heard = new ArrayList<>();
    private final EndpointEventListener listener = (event, filter) -> heard.add(name(event.getType()) + " " + event.getEndpoint().getId()
            + " " + event.getEndpoint().getProperties().get("place") + " " + filter);

    @Test
    void listenerHearsOfComingChangeAndGoing() {
        announcements.addListener("1", listener, Scope.of(ALL));

        announcements.present(endpoint("e", "roof"));
        announcements.present(endpoint("e", "cellar"));
        announcements.withdraw(endpoint("e", "cellar"));
        announcements.withdraw(endpoint("e", "cellar"));

        assertEquals(List.of("ADDED e roof " + ALL, "MODIFIED e cellar " + ALL, "REMOVED e cellar " + ALL), heard);
    }

    @Test
    void lateListenerHearsOfWhatIsThere() {
        announcements.present(endpoint("e", "roof"));
        announcements.present(endpoint("f", "cellar"));

        announcements.addListener("1", listener, Scope.of(ALL));

        assertEquals(List.of("ADDED e roof " + ALL, "ADDED f cellar " + ALL), heard);
    }

    @Test
    void firstMatchingFilterOfTheScopeIsToldOf() {
        announcements.addListener("1", listener, Scope.of(new String[] {"(place=cellar)", "(place=roof)", ALL}));

        announcements.present(endpoint("e", "roof"));

        assertEquals(List.of("ADDED e roof (place=roof)"), heard);
    }

    @Test
    void endpointThatLeavesAScopeEndsTheMatch() {
        announcements.addListener("1", listener, Scope.of("(place=roof)"));
        announcements.present(endpoint("e", "roof"));

        announcements.present(endpoint("e", "cellar"));
        announcements.withdraw(endpoint("e", "cellar"));

        assertEquals(List.of("ADDED e roof (place=roof)", "MODIFIED_ENDMATCH e cellar (place=roof)"), heard);
    }

    @Test
    void changedScopeAddsAndEndsMatches() {
        announcements.addListener("1", listener, Scope.of(List.of("(place=roof)")));
        announcements.present(endpoint("e", "roof"));
        announcements.present(endpoint("f", "cellar"));

        announcements.changeScope("1", Scope.of("(place=cellar)"));
        announcements.changeScope("1", Scope.of("(place=cellar)"));

        assertEquals(List.of("ADDED e roof (place=roof)", "MODIFIED_ENDMATCH e roof (place=roof)", "ADDED f cellar (place=cellar)"), heard);
    }

    @Test
    void emptyOrMalformedScopeHearsNothing() {
        announcements.addListener("1", listener, Scope.of(null));
        announcements.addListener("2", listener, Scope.of(new String[0]));
        announcements.addListener("3", listener, Scope.of("(place=roof"));

        announcements.present(endpoint("e", "roof"));

        assertEquals(List.of(), heard);
    }

    @Test
    void listenerThatFailsDoesNotKeepOthersFromHearing() {
        announcements.addListener("1", (event, filter) -> {
            throw new IllegalStateException("for the test");
        }, Scope.of(ALL));
        announcements.addListener("2", (event, filter) -> {
            throw new NoClassDefFoundError("for the test");
        }, Scope.of(ALL));
        announcements.addListener("3", listener, Scope.of(ALL));

        announcements.present(endpoint("e", "roof"));

        assertEquals(List.of("ADDED e roof " + ALL), heard);
    }

    @Test
    void listenerThatIsGoneHearsNothing() {
        announcements.addListener("1", listener, Scope.of(ALL));
        announcements.removeListener("1");

        announcements.present(endpoint("e", "roof"));
        announcements.changeScope("1", Scope.of(ALL));

        assertEquals(List.of(), heard);
    }

    private static String name(int type) {
        return switch (type) {
            case EndpointEvent.ADDED -> "ADDED";
            case EndpointEvent.MODIFIED -> "MODIFIED";
            case EndpointEvent.REMOVED -> "REMOVED";
            default -> "MODIFIED_ENDMATCH";
        };
    }

    private static EndpointDescription endpoint(String id, String place) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("endpoint.id", id);
        properties.put("service.imported.configs", "x");
        properties.put("objectClass", new String[] {"a.B"});
        properties.put("place", place);
        return new EndpointDescription(properties);
    }
}
