package io.remoteobjects.topology.exports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;
import org.osgi.service.remoteserviceadmin.ExportReference;
import org.osgi.service.remoteserviceadmin.RemoteConstants;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdminEvent;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdminListener;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.topology.ConfiguredExport;
import io.remoteobjects.topology.ExportStatus;
import io.remoteobjects.topology.policy.Permission;

/**
 * Exports the services that are marked for it or that a configuration chooses, and tells discoveries of them. All is done on the executor's
 * one thread, never in that of whoever registers a service; methods that say so may be called on any.
 */
public final class Exports {

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

    private final BundleContext context;
    private final Executor work;
    private final Executor soon;
    private final Announcements announcements = new Announcements();
    private final List<RemoteServiceAdmin> admins = new ArrayList<>();
    private final Map<Long, Export> exports = new ConcurrentSkipListMap<>();
    private final Map<String, ExportSettings> configurations = new ConcurrentSkipListMap<>();
    private final ServiceTracker<Object, ServiceReference<Object>> services;
    private final ServiceTracker<EndpointEventListener, EndpointEventListener> listeners;
    private Permission permission;
    private ServiceRegistration<?> endsRegistration;

    /**
     * @param context of the topology manager's bundle
     * @param work runs tasks on one thread, in order
     * @param soon runs tasks on the same thread, in a moment
     * @param permission which services may be exported
     */
    public Exports(BundleContext context, Executor work, Executor soon, Permission permission) {
        this.context = context;
        this.work = work;
        this.soon = soon;
        this.permission = permission;
        services = new Services(context);
        listeners = new Listeners(context);
    }

    /** Starts to look for services and listeners. Any thread. */
    public void start() {
        endsRegistration = context.registerService(RemoteServiceAdminListener.class.getName(), (RemoteServiceAdminListener) this::told, null);
        listeners.open();
        services.open();
    }

    /** Withdraws all. On the executor's thread. */
    public void close() {
        services.close();
        exports.values().forEach(Export::withdraw);
        exports.clear();
        listeners.close();
        endsRegistration.unregister();
    }

    /** On the executor's thread. */
    public void addAdmin(RemoteServiceAdmin admin) {
        admins.add(admin);
        exports.values().forEach(each -> each.exportBy(admin));
    }

    /** On the executor's thread. */
    public void removeAdmin(RemoteServiceAdmin admin) {
        admins.remove(admin);
        exports.values().forEach(each -> each.withdrawFrom(admin));
    }

    /** Other services may be exported than before. On the executor's thread. */
    public void permit(Permission newPermission) {
        permission = newPermission;
        reconsiderAll();
    }

    /** A configuration is there, or another one than before. On the executor's thread. */
    public void configure(ExportSettings settings) {
        configurations.put(settings.pid(), settings);
        if (!settings.problem().isEmpty()) {
            LOG.error(settings.problem());
        }
        reconsiderAll();
    }

    /** A configuration is gone. On the executor's thread. */
    public void unconfigure(String pid) {
        configurations.remove(pid);
        reconsiderAll();
    }

    /** {@return how each service stands that is to be exported; any thread} */
    public List<ExportStatus> statuses() {
        return exports.values().stream().flatMap(each -> each.statuses().stream()).toList();
    }

    /** {@return what each configuration chose; any thread} */
    public List<ConfiguredExport> configured() {
        return configurations.values().stream().map(this::configured).toList();
    }

    private ConfiguredExport configured(ExportSettings settings) {
        Map<Boolean, List<Long>> chosen = exports.values().stream().filter(each -> settings.chooses(each.service()))
                .collect(Collectors.partitioningBy(each -> each.marking().configuration().equals(settings.pid()),
                        Collectors.mapping(each -> id(each.service()), Collectors.toList())));
        return new ConfiguredExport(settings.pid(), settings.name(), settings.filterText(), chosen.get(true), chosen.get(false),
                settings.problem());
    }

    private void reconsiderAll() {
        ServiceReference<Object>[] all = services.getServiceReferences();
        if (all != null) {
            Arrays.stream(all).sorted(Comparator.comparing(Exports::id)).forEach(this::reconsider);
        }
    }

    private void reconsider(ServiceReference<?> service) {
        // One that is gone already may be told of as changed, by another thread than the one that unregistered it.
        Marking marking = service.getBundle() == null ? null : Marking.of(service, configurations.values());
        Export export = exports.get(id(service));
        if (marking == null) {
            removed(service);
        } else if (export == null) {
            Export added = new Export(service, marking, permission, announcements);
            exports.put(id(service), added);
            exportBy(added);
        } else if (export.update(marking, permission)) {
            retryFailed();
            exportBy(export);
        }
    }

    private void removed(ServiceReference<?> service) {
        Export export = exports.remove(id(service));
        if (export != null) {
            export.withdraw();
            retryFailed();
        }
    }

    private void exportBy(Export export) {
        admins.forEach(export::exportBy);
    }

    /** Told amid the end of an export, so it takes a moment until its name is free. */
    private void told(RemoteServiceAdminEvent event) {
        if (event.getType() == RemoteServiceAdminEvent.EXPORT_UNREGISTRATION) {
            ExportReference ended = event.getExportReference();
            work.execute(() -> {
                boolean again = false;
                for (Export each : exports.values()) {
                    again |= each.endedByOthers(ended);
                }
                if (again) {
                    soon.execute(this::retryFailed);
                }
            });
        }
    }

    /** What one service gave up, its name for instance, may be what another waits for. */
    private void retryFailed() {
        for (Export each : exports.values()) {
            admins.stream().filter(each::failed).toList().forEach(each::exportBy);
        }
    }

    private static Long id(ServiceReference<?> service) {
        return (Long) service.getProperty(Constants.SERVICE_ID);
    }

    /** All services that are not imported; any may get or lose a marking, or be chosen by a configuration. */
    private final class Services extends ServiceTracker<Object, ServiceReference<Object>> {

        Services(BundleContext context) {
            super(context, notImported(), null);
        }

        private static Filter notImported() {
            try {
                return FrameworkUtil.createFilter("(!(" + RemoteConstants.SERVICE_IMPORTED + "=*))");
            } catch (InvalidSyntaxException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public ServiceReference<Object> addingService(ServiceReference<Object> service) {
            work.execute(() -> reconsider(service));
            return service;
        }

        @Override
        public void modifiedService(ServiceReference<Object> service, ServiceReference<Object> same) {
            work.execute(() -> reconsider(service));
        }

        @Override
        public void removedService(ServiceReference<Object> service, ServiceReference<Object> same) {
            work.execute(() -> removed(service));
        }
    }

    /** Those who want to hear of endpoints: discoveries, mostly. */
    private final class Listeners extends ServiceTracker<EndpointEventListener, EndpointEventListener> {

        Listeners(BundleContext context) {
            super(context, EndpointEventListener.class, null);
        }

        @Override
        public EndpointEventListener addingService(ServiceReference<EndpointEventListener> reference) {
            EndpointEventListener listener = super.addingService(reference);
            if (listener != null) {
                Scope scope = scope(reference);
                work.execute(() -> announcements.addListener(reference, listener, scope));
            }
            return listener;
        }

        @Override
        public void modifiedService(ServiceReference<EndpointEventListener> reference, EndpointEventListener listener) {
            Scope scope = scope(reference);
            work.execute(() -> announcements.changeScope(reference, scope));
        }

        @Override
        public void removedService(ServiceReference<EndpointEventListener> reference, EndpointEventListener listener) {
            work.execute(() -> announcements.removeListener(reference));
            super.removedService(reference, listener);
        }

        private static Scope scope(ServiceReference<EndpointEventListener> reference) {
            return Scope.of(reference.getProperty(EndpointEventListener.ENDPOINT_LISTENER_SCOPE));
        }
    }
}
