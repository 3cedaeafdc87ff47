package io.remoteobjects.topology.imports;

import java.util.List;

import org.osgi.framework.Bundle;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.Replica.State;
import io.remoteobjects.node.PropertyRules;
import io.remoteobjects.topology.ImportStatus;
import io.remoteobjects.topology.imports.Admins.Imported;

/** One endpoint elsewhere and what became of it here. Confined to the thread of the topology manager, but for {@link #status}. */
final class Import implements ImportGate.Effects {

    private static final Logger LOG = LoggerFactory.getLogger(Import.class);

    /** Within this time after an endpoint was withdrawn, its link shows whether its Source is lost. */
    private static final long LOSS_NOTICED_MILLIS = 10_000;

    /** What an import needs of its surroundings. */
    interface Surroundings {

        /** {@return what happens to services whose Source is lost, as it is configured now} */
        LossPolicy policy();

        /** {@return what follows the endpoint's Source; {@code changed} is told on any thread} */
        SourceLink link(EndpointDescription endpoint, Runnable changed);

        /** {@return the open import of an endpoint} */
        Imported open(EndpointDescription endpoint) throws Admins.ImportException;

        /** Runs something on the thread of the topology manager. */
        void execute(Runnable task);

        /** An import that was withdrawn is no service any more. */
        void over(Import gone);

        /** {@return cancels} */
        Runnable schedule(Runnable task, long millis);
    }

    private final Surroundings surroundings;
    private final ImportGate gate;
    private EndpointDescription endpoint;
    private List<Bundle> interested = List.of();
    private SourceLink link;
    private Imported imported;
    private String refusal = "";
    private List<String> importedBy = List.of();
    private Runnable grace = () -> { };
    private String importedId = "";
    private boolean withdrawn;
    private String failure = "";
    private String warned = "";
    private volatile ImportStatus status;

    Import(EndpointDescription endpoint, Surroundings surroundings) {
        this.endpoint = endpoint;
        this.surroundings = surroundings;
        this.gate = new ImportGate(surroundings::policy, this);
        publish();
    }

    EndpointDescription endpoint() {
        return endpoint;
    }

    /** Says who asks for it now, and why they may not have it; empty if they may. */
    void wantedBy(List<Bundle> bundles, String refused) {
        interested = bundles;
        refusal = refused;
        if (bundles.isEmpty() || !refused.isEmpty()) {
            gate.unwanted();
        } else {
            gate.wanted();
            link.seenBy(bundles);
            look();
        }
        publish();
    }

    private void look() {
        boolean refused = gate.stage() == ImportGate.Stage.IMPORTED && imported == null;
        gate.state(link.interfaces().isEmpty() && link.state() == State.VALID ? State.SIGNATURE_MISMATCH : link.state());
        boolean again = imported != null ? !importedBy.equals(List.copyOf(link.interfaces()))
                : refused && gate.stage() == ImportGate.Stage.IMPORTED;
        if (again) {
            close();
            open();
        }
        warn();
    }

    /**
     * The description changed, or that of an object that was withdrawn is back, under another id if its framework was restarted. What
     * changes the object itself is as good as another endpoint.
     */
    void describedAs(EndpointDescription description) {
        withdrawn = false;
        boolean same = Names.sameObject(description, endpoint);
        if (!same) {
            gate.unwanted();
        }
        boolean differs = !PropertyRules.areEqual(description.getProperties(), endpoint.getProperties());
        endpoint = description;
        if (imported != null && differs) {
            show(link.state());
        }
        publish();
    }

    /**
     * Nobody tells of the endpoint any more. Often that is how its Source is lost, so a service that is to outlive that does: until the
     * policy ends it, it is described again, or the Source turns out to be well, and the endpoint taken back.
     */
    void withdraw() {
        LossPolicy policy = surroundings.policy();
        if (imported == null || policy.graceMillis() == 0 && !policy.keep()) {
            end();
            return;
        }
        withdrawn = true;
        surroundings.schedule(() -> {
            if (withdrawn && gate.stage() == ImportGate.Stage.IMPORTED) {
                end();
            }
        }, LOSS_NOTICED_MILLIS);
        publish();
    }

    /** {@return whether it is only kept because its Source may come back} */
    boolean isWithdrawn() {
        return withdrawn;
    }

    /** The endpoint is gone, or with it whatever it is followed by. */
    void end() {
        gate.unwanted();
        publish();
    }

    void adminAdded() {
        if (imported == null && gate.stage() == ImportGate.Stage.IMPORTED) {
            open();
            publish();
        }
    }

    void adminRemoved(RemoteServiceAdmin admin) {
        if (imported != null && imported.admin() == admin) {
            close();
            if (gate.stage() == ImportGate.Stage.IMPORTED) {
                open();
            }
            publish();
        }
    }

    @Override
    public void acquire() {
        SourceLink[] own = new SourceLink[1];
        own[0] = surroundings.link(endpoint, () -> surroundings.execute(() -> {
            if (link == own[0]) {
                look();
                publish();
            }
        }));
        link = own[0];
    }

    @Override
    public void release() {
        SourceLink ended = link;
        link = null;
        failure = "";
        warned = "";
        if (ended != null) {
            ended.close();
        }
    }

    @Override
    public void open() {
        importedBy = List.copyOf(link.interfaces());
        importedId = endpoint.getId();
        try {
            imported = surroundings.open(Names.imported(endpoint, importedId, importedBy.toArray(String[]::new), link.state()));
            failure = "";
        } catch (Admins.ImportException refused) {
            failure = refused.getMessage();
            if (refused.getCause() != null) {
                LOG.warn("Endpoint {} ({}) is no service here: {}", endpoint.getId(), Names.text(endpoint, Names.NAME), failure);
            }
        }
    }

    @Override
    public void close() {
        if (imported != null) {
            Imported ended = imported;
            imported = null;
            ended.registration().close();
        }
    }

    @Override
    public void show(State state) {
        if (imported == null) {
            // Its admin went while the Source was lost.
            if (state == State.VALID) {
                open();
            }
            return;
        }
        try {
            imported.registration().update(Names.imported(endpoint, importedId, importedBy.toArray(String[]::new), state));
        } catch (RuntimeException cannotUpdate) {
            LOG.debug("Importing {} again, for its import cannot be updated", endpoint.getId(), cannotUpdate);
            close();
            open();
        }
    }

    @Override
    public void startGrace() {
        grace = surroundings.schedule(() -> {
            gate.graceOver();
            publish();
        }, surroundings.policy().graceMillis());
    }

    @Override
    public void cancelGrace() {
        grace.run();
    }

    /** Beside a service there may be one: some who ask have another version of its interface. */
    private String problem() {
        return !refusal.isEmpty() ? refusal : failure.isEmpty() ? linkProblem() : failure;
    }

    private String linkProblem() {
        return link == null ? "" : link.problem();
    }

    /** Says once why nobody gets anything, if it is a fault of somebody here. */
    private void warn() {
        String problem = imported == null ? linkProblem() : "";
        if (!problem.isEmpty() && !problem.equals(warned) && !link.isPassing()) {
            LOG.warn("Endpoint {} ({}) is no service here: {}", endpoint.getId(), Names.text(endpoint, Names.NAME), problem);
        }
        warned = problem;
    }

    private ImportStatus.Stage stage() {
        return switch (gate.stage()) {
            case NOT_WANTED -> refusal.isEmpty() ? ImportStatus.Stage.NOT_WANTED : ImportStatus.Stage.NOT_PERMITTED;
            case WAITING -> ImportStatus.Stage.WAITING;
            case IMPORTED -> imported == null ? ImportStatus.Stage.FAILED : ImportStatus.Stage.IMPORTED;
            case GRACE, KEPT -> ImportStatus.Stage.KEPT;
            case SUSPECT -> ImportStatus.Stage.SUSPECT;
            case MISMATCH -> ImportStatus.Stage.MISMATCH;
        };
    }

    private void publish() {
        status = new ImportStatus(endpoint.getId(), endpoint.getFrameworkUUID() == null ? "" : endpoint.getFrameworkUUID(),
                endpoint.getConfigurationTypes(), endpoint.getInterfaces(), Names.text(endpoint, Names.NAME),
                Names.text(endpoint, Names.TYPE), Names.text(endpoint, Names.URL),
                interested.stream().map(Names::of).toList(), stage(), problem());
        if (withdrawn && imported == null) {
            withdrawn = false;
            surroundings.over(this);
        }
    }

    /** {@return how it stood when something last happened to it; any thread} */
    ImportStatus status() {
        return status;
    }
}
