package io.remoteobjects.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;

/** What becomes of this container's endpoints. */
class OwnEndpointsTest {

    private final ManualSchedule schedule = new ManualSchedule();
    private final List<Map<String, String>> published = new ArrayList<>();
    private final OwnEndpoints own = new OwnEndpoints(schedule, map -> published.add(Map.copyOf(map)));

    private void event(int type, EndpointDescription endpoint) {
        own.endpointChanged(new EndpointEvent(type, endpoint), "");
    }

    @Test
    void theyArePublishedAsLongAsTheyAreThere() {
        EndpointDescription endpoint = Endpoints.with(Map.of("a", 1));
        event(EndpointEvent.ADDED, endpoint);
        schedule.runDue();
        assertEquals(Map.of("id", EndpointXmlWriter.write(endpoint)), published.get(0));

        EndpointDescription modified = Endpoints.with(Map.of("a", 2));
        event(EndpointEvent.MODIFIED, modified);
        schedule.runDue();
        assertEquals(Map.of("id", EndpointXmlWriter.write(modified)), published.get(1));

        event(EndpointEvent.REMOVED, modified);
        schedule.runDue();
        assertEquals(Map.of(), published.get(2));
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
