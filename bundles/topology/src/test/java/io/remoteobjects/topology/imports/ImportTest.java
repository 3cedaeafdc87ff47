package io.remoteobjects.topology.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;

import io.remoteobjects.Replica.State;
import io.remoteobjects.topology.ImportStatus.Stage;
import io.remoteobjects.topology.imports.Admins.ImportException;
import io.remoteobjects.topology.imports.Admins.Imported;

class ImportTest {

    private static final List<Bundle> SOMEBODY = List.of(Fakes.bundle("chart"));

    private final EndpointDescription endpoint = gps(Map.of());
    private final Fakes.Clock clock = new Fakes.Clock();
    private final Link link = new Link();
    private final RemoteServiceAdmin admin = Fakes.fake(RemoteServiceAdmin.class, (proxy, method, arguments) -> null);
    private final List<EndpointDescription> opened = new ArrayList<>();
    private Fakes.Registration registration = new Fakes.Registration();
    private ImportException refusal;
    private Runnable changed;
    private int attempts;
    private int over;

    @Test
    void nothingIsDoneWhileNobodyAsks() {
        Import it = imports(new LossPolicy(0, false, 0));

        assertEquals(Stage.NOT_WANTED, it.status().stage());
        assertEquals(List.of(), it.status().interested());
    }

    @Test
    void importIsOpenWhileTheSourceIsValid() {
        Import it = imports(new LossPolicy(0, false, 0));
        it.wantedBy(SOMEBODY, "");
        assertEquals(Stage.WAITING, it.status().stage());
        assertEquals(0, opened.size());

        become(State.VALID);
        assertEquals(Stage.IMPORTED, it.status().stage());
        assertEquals("Valid", opened.get(0).getProperties().get("remoteobjects.state"));
        assertEquals(List.of("chart"), it.status().interested());

        become(State.SUSPECT);
        assertEquals(Stage.SUSPECT, it.status().stage());
        assertTrue(registration.closed);
    }

    @Test
    void whatIsNotPermittedIsNotAcquiredAndSaysWhy() {
        Import it = imports(new LossPolicy(0, false, 0));
        it.wantedBy(SOMEBODY, "import.filter=(a=b) does not permit it");

        assertEquals(Stage.NOT_PERMITTED, it.status().stage());
        assertEquals("import.filter=(a=b) does not permit it", it.status().problem());
        assertEquals(null, changed);

        it.wantedBy(SOMEBODY, "");
        become(State.VALID);
        assertEquals(Stage.IMPORTED, it.status().stage());

        it.wantedBy(SOMEBODY, "no more");
        assertTrue(registration.closed && link.closed);
    }

    @Test
    void newsOfALinkThatWasClosedIsIgnored() {
        Import it = imports(new LossPolicy(0, false, 0));
        it.wantedBy(SOMEBODY, "");
        it.wantedBy(List.of(), "");
        assertTrue(link.closed);

        become(State.VALID);

        assertEquals(Stage.NOT_WANTED, it.status().stage());
        assertEquals(0, opened.size());
    }

    @Test
    void linkIsClosedEvenIfTheImportFailsToClose() {
        Import it = imports(new LossPolicy(0, false, 0));
        it.wantedBy(SOMEBODY, "");
        become(State.VALID);
        registration.closeFailure = new IllegalStateException("the provider is gone");

        assertThrows(IllegalStateException.class, () -> it.wantedBy(List.of(), ""));

        assertTrue(link.closed);
    }

    @Test
    void mismatchIsExplained() {
        Import it = imports(new LossPolicy(0, false, 0));
        it.wantedBy(SOMEBODY, "");
        link.problem = "property fix is missing";

        become(State.SIGNATURE_MISMATCH);

        assertEquals(Stage.MISMATCH, it.status().stage());
        assertEquals("property fix is missing", it.status().problem());
    }

    @Test
    void problemOfSomeWhoAskIsToldBesideTheServiceOfTheOthers() {
        Import it = imports(new LossPolicy(0, false, 0));
        it.wantedBy(SOMEBODY, "");
        link.problem = "with that of old-chart, property fix is missing";

        become(State.VALID);

        assertEquals(Stage.IMPORTED, it.status().stage());
        assertEquals("with that of old-chart, property fix is missing", it.status().problem());
    }

    @Test
    void keptServiceShowsItsStateAndTheGraceTimeIsKept() {
        Import it = imports(new LossPolicy(100, true, 0));
        it.wantedBy(SOMEBODY, "");
        become(State.VALID);
        become(State.SUSPECT);
        clock.pass(100);

        assertEquals(Stage.KEPT, it.status().stage());
        assertFalse(registration.closed);
        assertEquals(List.of("Suspect"),
                registration.updates.stream().map(each -> each.getProperties().get("remoteobjects.state")).toList());
    }

    @Test
    void serviceGoesWhenTheGraceTimeIsOver() {
        imports(new LossPolicy(100, false, 0)).wantedBy(SOMEBODY, "");
        become(State.VALID);
        become(State.SUSPECT);
        clock.pass(99);
        assertFalse(registration.closed);

        clock.pass(1);

        assertTrue(registration.closed);
    }

    @Test
    void failureToImportIsExplainedAndRetriedWithTheNextAdmin() {
        refusal = new ImportException("no provider", null);
        Import it = imports(new LossPolicy(0, false, 0));
        it.wantedBy(SOMEBODY, "");
        become(State.VALID);
        assertEquals(Stage.FAILED, it.status().stage());
        assertEquals("no provider", it.status().problem());

        refusal = null;
        it.adminAdded();

        assertEquals(Stage.IMPORTED, it.status().stage());
        assertEquals("", it.status().problem());
    }

    @Test
    void failureToImportIsRetriedOnceWithEachLook() {
        refusal = new ImportException("no provider", null);
        Import it = imports(new LossPolicy(0, false, 0));
        it.wantedBy(SOMEBODY, "");
        become(State.VALID);
        assertEquals(1, attempts);

        become(State.VALID);
        assertEquals(2, attempts);

        refusal = null;
        it.wantedBy(SOMEBODY, "");

        assertEquals(Stage.IMPORTED, it.status().stage());
        assertEquals(3, attempts);
    }

    @Test
    void serviceWhoseAdminWasAwayDuringTheGraceTimeIsOpenedWhenTheSourceIsBack() {
        Import it = imports(new LossPolicy(100, false, 0));
        it.wantedBy(SOMEBODY, "");
        adminIsReplacedWhileTheSourceIsLost(it);

        become(State.VALID);

        assertEquals(Stage.IMPORTED, it.status().stage());
        assertEquals(2, opened.size());
    }

    @Test
    void keptServiceWhoseAdminWasAwayIsOpenedWhenTheSourceIsBack() {
        Import it = imports(new LossPolicy(0, true, 0));
        it.wantedBy(SOMEBODY, "");
        adminIsReplacedWhileTheSourceIsLost(it);

        become(State.VALID);

        assertEquals(Stage.IMPORTED, it.status().stage());
        assertEquals(2, opened.size());
    }

    private void adminIsReplacedWhileTheSourceIsLost(Import it) {
        become(State.VALID);
        become(State.SUSPECT);
        it.adminRemoved(admin);
        it.adminAdded();
        assertEquals(1, opened.size());
    }

    @Test
    void importMovesToAnotherAdminWhenItsOwnGoes() {
        Import it = imports(new LossPolicy(0, false, 0));
        it.wantedBy(SOMEBODY, "");
        become(State.VALID);
        Fakes.Registration first = registration;
        registration = new Fakes.Registration();

        it.adminRemoved(admin);

        assertTrue(first.closed);
        assertEquals(2, opened.size());
        assertEquals(Stage.IMPORTED, it.status().stage());
    }

    @Test
    void newPropertiesReachTheService() {
        Import it = imports(new LossPolicy(0, false, 0));
        it.wantedBy(SOMEBODY, "");
        become(State.VALID);

        it.describedAs(gps(Map.of("place", "roof")));

        assertEquals("roof", registration.updates.get(0).getProperties().get("place"));
        assertFalse(registration.closed);
    }

    @Test
    void descriptionThatSaysNothingNewChangesNothing() {
        Import it = imports(new LossPolicy(0, false, 0));
        it.wantedBy(SOMEBODY, "");
        become(State.VALID);

        it.describedAs(gps(Map.of()));

        assertEquals(List.of(), registration.updates);
    }

    @Test
    void importThatCannotBeUpdatedIsMadeAnew() {
        Import it = imports(new LossPolicy(0, false, 0));
        it.wantedBy(SOMEBODY, "");
        become(State.VALID);
        registration.refusal = new NullPointerException("not the first registration of its endpoint");

        it.describedAs(gps(Map.of("place", "roof")));

        assertTrue(registration.closed);
        assertEquals("roof", opened.get(1).getProperties().get("place"));
    }

    @Test
    void anotherObjectUnderTheSameIdIsAcquiredAnew() {
        Import it = imports(new LossPolicy(0, false, 0));
        it.wantedBy(SOMEBODY, "");
        become(State.VALID);

        it.describedAs(gps(Map.of("remoteobjects.url", "local:elsewhere")));

        assertTrue(link.closed);
        assertTrue(registration.closed);
    }

    @Test
    void onlyWhatAllCanSeeIsImported() {
        Import it = imports(new LossPolicy(0, false, 0));
        link.interfaces = List.of("a.Gps");
        it.wantedBy(SOMEBODY, "");
        become(State.VALID);
        assertEquals(List.of("a.Gps"), opened.get(0).getInterfaces());

        link.interfaces = List.of("a.Gps", "a.Clock");
        it.wantedBy(SOMEBODY, "");

        assertEquals(List.of("a.Gps", "a.Clock"), opened.get(1).getInterfaces());
    }

    @Test
    void withdrawnEndpointIsGoneAtOnceUnlessItsServiceIsToOutliveALoss() {
        Import it = imports(new LossPolicy(0, false, 0));
        it.wantedBy(SOMEBODY, "");
        become(State.VALID);

        it.withdraw();

        assertFalse(it.isWithdrawn());
        assertTrue(registration.closed && link.closed);
    }

    @Test
    void keptServiceOutlivesTheWithdrawalThatALossBrings() {
        Import it = imports(new LossPolicy(0, true, 0));
        it.wantedBy(SOMEBODY, "");
        become(State.VALID);
        it.withdraw();
        become(State.SUSPECT);
        clock.pass(60_000);
        assertEquals(Stage.KEPT, it.status().stage());

        it.describedAs(Fakes.endpoint("restarted", Names.CONFIG_TYPE, endpoint.getProperties(), "a.Gps", "a.Clock"));
        become(State.VALID);

        assertFalse(registration.closed);
        assertEquals(Stage.IMPORTED, it.status().stage());
        assertEquals("restarted", it.status().endpointId());
        EndpointDescription service = registration.updates.get(registration.updates.size() - 1);
        assertEquals("Valid", service.getProperties().get("remoteobjects.state"));
        assertEquals("e", service.getId());
    }

    @Test
    void withdrawnServiceEndsWithTheGraceTime() {
        Import it = imports(new LossPolicy(100, false, 0));
        it.wantedBy(SOMEBODY, "");
        become(State.VALID);
        become(State.SUSPECT);
        it.withdraw();
        assertFalse(registration.closed);

        clock.pass(100);

        assertTrue(registration.closed && link.closed);
        assertEquals(1, over);
    }

    @Test
    void keptServiceThatNobodyAsksForAnyMoreIsOver() {
        Import it = imports(new LossPolicy(0, true, 0));
        it.wantedBy(SOMEBODY, "");
        become(State.VALID);
        become(State.SUSPECT);
        it.withdraw();

        it.wantedBy(List.of(), "");

        assertTrue(registration.closed);
        assertEquals(1, over);
    }

    @Test
    void endpointTakenBackFromAHealthySourceGoesEvenIfServicesAreKept() {
        Import it = imports(new LossPolicy(0, true, 0));
        it.wantedBy(SOMEBODY, "");
        become(State.VALID);
        it.withdraw();

        clock.pass(10_000);

        assertTrue(registration.closed && link.closed);
        assertEquals(1, over);
    }

    private static EndpointDescription gps(Map<String, String> more) {
        Map<String, Object> properties = new HashMap<>(Map.of("remoteobjects.name", "gps", "remoteobjects.url", "local:hall"));
        properties.putAll(more);
        return Fakes.endpoint("e", Names.CONFIG_TYPE, properties, "a.Gps", "a.Clock");
    }

    private void become(State state) {
        link.state = state;
        changed.run();
    }

    private Import imports(LossPolicy policy) {
        return new Import(endpoint, new Import.Surroundings() {
            @Override
            public LossPolicy policy() {
                return policy;
            }

            @Override
            public SourceLink link(EndpointDescription ignored, Runnable whenChanged) {
                changed = whenChanged;
                return link;
            }

            @Override
            public Imported open(EndpointDescription description) throws ImportException {
                attempts++;
                if (refusal != null) {
                    throw refusal;
                }
                opened.add(description);
                return new Imported(admin, registration.registration());
            }

            @Override
            public void over(Import gone) {
                over++;
                gone.end();
            }

            @Override
            public void execute(Runnable task) {
                task.run();
            }

            @Override
            public Runnable schedule(Runnable task, long millis) {
                return clock.schedule(task, millis);
            }
        });
    }

    private static final class Link implements SourceLink {

        private State state = State.DEFAULT;
        private String problem = "";
        private Collection<String> interfaces = List.of("a.Gps", "a.Clock");
        private boolean closed;

        @Override
        public void seenBy(List<Bundle> bundles) {
            // What they see is set by the test.
        }

        @Override
        public State state() {
            return state;
        }

        @Override
        public String problem() {
            return problem;
        }

        @Override
        public Collection<String> interfaces() {
            return interfaces;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
