package io.remoteobjects.discovery;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.util.tracker.BundleTracker;

import io.remoteobjects.discovery.ContractClaims.Claim;

/** Finds out which interfaces the bundles of this container have for which QtRO types, from their capabilities: no class is loaded. */
final class ContractTracker extends BundleTracker<Long> {

    private static final String CAPABILITY = "io.remoteobjects.contract";

    private final ContractClaims claims;
    private final Executor thread;
    private final Runnable changed;

    /**
     * @param context of this bundle
     * @param claims kept up to date, on the thread
     * @param thread one that works in order
     * @param changed run after a change
     */
    ContractTracker(BundleContext context, ContractClaims claims, Executor thread, Runnable changed) {
        super(context, Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING, null);
        this.claims = claims;
        this.thread = thread;
        this.changed = changed;
    }

    @Override
    public Long addingBundle(Bundle bundle, BundleEvent event) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        List<Claim> claimed = revision == null ? List.of() : revision.getDeclaredCapabilities(CAPABILITY).stream()
                .map(each -> Claim.of(each.getAttributes())).filter(Objects::nonNull).toList();
        if (claimed.isEmpty()) {
            return null;
        }
        long id = bundle.getBundleId();
        thread.execute(() -> {
            claims.put(id, claimed);
            changed.run();
        });
        return id;
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Long id) {
        thread.execute(() -> {
            claims.remove(id);
            changed.run();
        });
    }
}
