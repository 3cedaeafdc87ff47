package io.remoteobjects.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;

/** What becomes of this container's endpoints. */
class OwnEndpointsTest {

    private final ManualSchedule schedule = new ManualSchedule();
    private final List<Map<String, String>> published = new ArrayList<>();
    private final OwnEndpoints own = new OwnEndpoints(schedule);

    @BeforeEach
    void publish() {
        own.add(this, endpoints -> published.add(endpoints.stream().collect(Collectors.toMap(KnownEndpoint::id, KnownEndpoint::version))));
        published.clear();
    }

    private void event(int type, EndpointDescription endpoint) {
        own.endpointChanged(new EndpointEvent(type, endpoint), "");
    }

    @Test
    void theyArePublishedAsLongAsTheyAreThere() {
        EndpointDescription endpoint = Endpoints.with(Map.of("a", 1));
        event(EndpointEvent.ADDED, endpoint);
        schedule.runDue();
        assertEquals(Map.of("id", EndpointXml.write(List.of(endpoint))), published.get(0));

        EndpointDescription modified = Endpoints.with(Map.of("a", 2));
        event(EndpointEvent.MODIFIED, modified);
        schedule.runDue();
        assertEquals(Map.of("id", EndpointXml.write(List.of(modified))), published.get(1));

        event(EndpointEvent.REMOVED, modified);
        schedule.runDue();
        assertEquals(Map.of(), published.get(2));
    }

    @Test
    void whoComesLaterIsToldOfAllThatThereAreAndWhoWentOfNothing() {
        event(EndpointEvent.ADDED, Endpoints.with(Map.of()));
        schedule.runDue();
        List<Integer> later = new ArrayList<>();

        own.add("later", endpoints -> later.add(endpoints.size()));
        own.remove("later");
        event(EndpointEvent.REMOVED, Endpoints.with(Map.of()));
        schedule.runDue();

        assertEquals(List.of(1), later);
        assertEquals(2, published.size());
    }

    @Test
    void nothingIsDoneInTheThreadOfTheCaller() {
        event(EndpointEvent.ADDED, Endpoints.with(Map.of()));

        assertEquals(List.of(), published);
    }

    @Test
    void whatIsToldInBothWaysIsPublishedOnce() {
        event(EndpointEvent.ADDED, Endpoints.with(Map.of()));
        own.endpointAdded(Endpoints.with(Map.of()), "");
        schedule.runDue();
        assertEquals(1, published.size());

        own.endpointRemoved(Endpoints.with(Map.of()), "");
        event(EndpointEvent.MODIFIED_ENDMATCH, Endpoints.with(Map.of()));
        schedule.runDue();
        assertEquals(List.of(Set.of("id"), Set.of()), published.stream().map(Map::keySet).toList());
    }
}
