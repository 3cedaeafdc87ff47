package io.remoteobjects.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;

/** Several ways of discovery that know the same. */
class ExchangeTest {

    private static final String HERE = "here";

    private final ManualSchedule schedule = new ManualSchedule();
    private final EndpointListeners listeners = new EndpointListeners();
    private final OwnEndpoints own = new OwnEndpoints(schedule);
    private final Exchange exchange = new Exchange(HERE, Optional.of("tcp://hall:1"), schedule, own, listeners::update);
    private final List<String> events = new ArrayList<>();
    private Discovery.Channel one;
    private Discovery.Channel other;

    @BeforeEach
    void listen() {
        listeners.put("test", (event, filter) -> events.add((event.getType() == EndpointEvent.ADDED ? "+"
                : event.getType() == EndpointEvent.REMOVED ? "-" : "~") + event.getEndpoint().getId()
                + event.getEndpoint().getProperties().getOrDefault("by", "")), "(endpoint.id=*)");
        one = exchange.open(endpoints -> { });
        other = exchange.open(endpoints -> { });
    }

    private static EndpointDescription endpoint(String id, String by) {
        return Endpoints.endpoint(id, "there", "other", Map.of("by", by));
    }

    private void assertTold(String... expected) {
        schedule.runDue();
        assertEquals(List.of(expected), events);
        events.clear();
    }

    @Test
    void whatSeveralKnowIsToldOnceAndGoneWithTheLast() {
        one.found("x", List.of(endpoint("e", "1")));
        other.found("x", List.of(endpoint("e", "2")));
        assertTold("+e1");

        one.found("x", List.of());
        assertTold("~e2");
        one.found("x", List.of(endpoint("e", "1")));
        assertTold();

        other.close();
        assertTold("~e1");
        one.close();
        assertTold("-e1");
    }

    @Test
    void whatIsToldAfterTheEndIsIgnored() {
        one.found("x", List.of(endpoint("e", "")));
        assertTold("+e");

        one.close();
        one.found("x", List.of(endpoint("e", "")));
        one.found("y", List.of(endpoint("f", "")));
        assertTold("-e");
    }

    @Test
    void whatRegistriesKnowIsNoOther() {
        exchange.put("registry", Map.of("e", KnownEndpoint.of(endpoint("e", "1"))));
        one.found("x", List.of(endpoint("e", "1")));
        assertTold("+e1");

        exchange.put("registry", Map.of());
        assertTold();
        one.found("x", List.of());
        assertTold("-e1");
    }

    @Test
    void whatOneOfSeveralOffersDoesNotGoWithAnother() {
        one.found("x", List.of(endpoint("e", ""), endpoint("f", "")));
        one.found("y", List.of(endpoint("f", ""), endpoint("g", "")));
        assertTold("+e", "+f", "+g");

        one.found("x", List.of());
        assertTold("-e");
        one.found("y", List.of(endpoint("g", "2")));
        assertTold("-f", "~g2");
    }

    @Test
    void whatIsToldAtOnceReachesListenersAtOnce() {
        List<Integer> updates = new ArrayList<>();
        Exchange counting = new Exchange(HERE, Optional.empty(), schedule, own, all -> updates.add(all.size()));
        Discovery.Channel channel = counting.open(endpoints -> { });
        for (int i = 0; i < 100; i++) {
            channel.found("origin" + i, List.of(endpoint("e" + i, "")));
        }
        schedule.runDue();

        assertEquals(List.of(100), updates);
    }

    @Test
    void endpointsOfThisContainerThatComeBackToItAreIgnored() {
        one.found("x", List.of(Endpoints.endpoint("mine", HERE, "other", Map.of()), endpoint("e", "")));

        assertTold("+e");
    }

    @Test
    void thisContainersEndpointsArePassedOnByTheirNetworkAddress() {
        List<Collection<EndpointDescription>> passed = new ArrayList<>();
        exchange.open(passed::add);
        own.endpointAdded(ours(), "");
        schedule.runDue();

        assertEquals(List.of("tcp://hall:1"), passed.get(1).stream().map(each -> each.getProperties().get("remoteobjects.url")).toList());
    }

    @Test
    void endpointsOnLocalSocketsDoNotLeaveTheMachine() {
        List<Collection<EndpointDescription>> passed = new ArrayList<>();
        new Exchange(HERE, Optional.empty(), schedule, own, all -> { }).open(passed::add);
        own.endpointAdded(ours(), "");
        own.endpointAdded(Endpoints.endpoint("aries", HERE, "aries.tcp", Map.of()), "");
        schedule.runDue();

        assertEquals(List.of("aries"), passed.get(2).stream().map(EndpointDescription::getId).toList());
    }

    private static EndpointDescription ours() {
        return Endpoints.endpoint("ours", HERE, "remoteobjects", Map.of("remoteobjects.url", "local:hall"));
    }
}
