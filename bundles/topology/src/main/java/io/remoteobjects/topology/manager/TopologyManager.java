package io.remoteobjects.topology.manager;

import java.util.List;
import java.util.function.Consumer;

import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.node.Node;
import io.remoteobjects.topology.ConfiguredExport;
import io.remoteobjects.topology.ExportStatus;
import io.remoteobjects.topology.ImportStatus;
import io.remoteobjects.topology.InterestStatus;
import io.remoteobjects.topology.TopologyView;
import io.remoteobjects.topology.exports.Exports;
import io.remoteobjects.topology.imports.Imports;

/**
 * The topology manager: exports what is marked, imports what is asked for, and registers the services of Replicas as long as they are
 * valid. Starts and stops its two halves and brings them the services they work with.
 *
 * @see <a href="https://docs.osgi.org/specification/osgi.cmpn/8.0.0/service.remoteserviceadmin.html">Remote Service Admin</a>
 */
@Component(immediate = true, configurationPid = TopologyManager.PID)
@Designate(ocd = TopologyConfiguration.class)
@Capability(namespace = "osgi.remoteserviceadmin.topology", version = "1.1.0", attribute = "policy:List<String>=\"valid-on-demand\"")
public final class TopologyManager implements TopologyView {

    static final String PID = "io.remoteobjects";

    private static final Logger LOG = LoggerFactory.getLogger(TopologyManager.class);

    /** After which time an export that others ended is made again. */
    private static final long EXPORT_AGAIN_MILLIS = 1_000;

    private final TopologyThread thread = new TopologyThread();
    private final Exports exports;
    private final Imports imports;
    private final ServiceTracker<?, ?> admins;
    private final ServiceTracker<?, ?> nodes;
    private final ServiceTracker<?, ?> configurations;
    private volatile List<String> problems;

    @Activate
    public TopologyManager(BundleContext context, TopologyConfiguration config) {
        TopologySettings settings = read(config);
        exports = new Exports(context, thread, task -> thread.schedule(task, EXPORT_AGAIN_MILLIS), settings.exports());
        imports = new Imports(context, thread, thread, settings.lossPolicy(), settings.imports(), settings.ranking());
        admins = new Followed<>(context, RemoteServiceAdmin.class, this::addAdmin, this::removeAdmin);
        nodes = new Followed<>(context, Node.class, imports::useNode, gone -> imports.useNode(null));
        configurations = new Followed<>(context, ExportComponent.class, each -> exports.configure(each.settings()),
                gone -> exports.unconfigure(gone.settings().pid()));
        configurations.open();
        nodes.open();
        admins.open();
        imports.start();
        exports.start();
    }

    private TopologySettings read(TopologyConfiguration config) {
        TopologySettings settings = new TopologySettings(config);
        problems = settings.problems();
        problems.forEach(LOG::error);
        return settings;
    }

    /** Changes what the configuration concerns: nothing else is exported or imported anew. */
    @Modified
    void configure(TopologyConfiguration config) {
        TopologySettings settings = read(config);
        thread.execute(() -> {
            exports.permit(settings.exports());
            imports.configure(settings.lossPolicy(), settings.imports(), settings.ranking());
            LOG.info("What is exported and imported follows the configuration as it is now");
        });
    }

    private void addAdmin(RemoteServiceAdmin admin) {
        exports.addAdmin(admin);
        imports.addAdmin(admin);
    }

    private void removeAdmin(RemoteServiceAdmin admin) {
        exports.removeAdmin(admin);
        imports.removeAdmin(admin);
    }

    @Deactivate
    void stop() {
        thread.end(() -> {
            exports.close();
            imports.close();
        });
        admins.close();
        nodes.close();
        configurations.close();
    }

    @Override
    public List<String> problems() {
        return problems;
    }

    @Override
    public List<ExportStatus> exports() {
        return exports.statuses();
    }

    @Override
    public List<ConfiguredExport> configuredExports() {
        return exports.configured();
    }

    @Override
    public List<ImportStatus> imports() {
        return imports.statuses();
    }

    @Override
    public List<InterestStatus> interests() {
        return imports.interests();
    }

    /** Services of one kind, whose coming and going is told on the topology thread. */
    private final class Followed<T> extends ServiceTracker<T, T> {

        private final Consumer<T> come;
        private final Consumer<T> gone;

        Followed(BundleContext context, Class<T> type, Consumer<T> come, Consumer<T> gone) {
            super(context, type, null);
            this.come = come;
            this.gone = gone;
        }

        @Override
        public T addingService(ServiceReference<T> reference) {
            T service = super.addingService(reference);
            if (service != null) {
                thread.execute(() -> come.accept(service));
            }
            return service;
        }

        @Override
        public void modifiedService(ServiceReference<T> reference, T service) {
            if (service instanceof ExportComponent) {
                thread.execute(() -> come.accept(service));
            }
        }

        @Override
        public void removedService(ServiceReference<T> reference, T service) {
            thread.execute(() -> gone.accept(service));
            super.removedService(reference, service);
        }
    }
}
