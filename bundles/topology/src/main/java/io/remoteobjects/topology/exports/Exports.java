package io.remoteobjects.topology.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;
import org.osgi.service.remoteserviceadmin.RemoteConstants;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;
import org.osgi.util.tracker.ServiceTracker;

import io.remoteobjects.topology.ExportStatus;

/**
 * Exports the services that are marked for it and tells discoveries of them. All is done on the executor's one thread, never in that of
 * whoever registers a service; methods that say so may be called on any.
 */
public final class Exports {

    private final Executor work;
    private final Announcements announcements = new Announcements();
    private final List<RemoteServiceAdmin> admins = new ArrayList<>();
    private final Map<Long, Export> exports = new ConcurrentSkipListMap<>();
    private final ServiceTracker<Object, ServiceReference<Object>> services;
    private final ServiceTracker<EndpointEventListener, EndpointEventListener> listeners;

    /**
     * @param context of the topology manager's bundle
     * @param work runs tasks on one thread, in order
     */
    public Exports(BundleContext context, Executor work) {
        this.work = work;
        services = new MarkedServices(context);
        listeners = new Listeners(context);
    }

    /** Starts to look for services and listeners. Any thread. */
    public void start() {
        listeners.open();
        services.open();
    }

    /** Withdraws all. On the executor's thread. */
    public void close() {
        services.close();
        exports.values().forEach(Export::withdraw);
        exports.clear();
        listeners.close();
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

    /** {@return how each marked service stands; any thread} */
    public List<ExportStatus> statuses() {
        return exports.values().stream().flatMap(each -> each.statuses().stream()).toList();
    }

    private void added(ServiceReference<?> service) {
        Export export = new Export(service, announcements);
        exports.put(id(service), export);
        exportBy(export);
    }

    private void exportBy(Export export) {
        admins.forEach(export::exportBy);
    }

    private void modified(ServiceReference<?> service) {
        Export export = exports.get(id(service));
        if (export != null && export.update()) {
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

    /** What one service gave up, its name for instance, may be what another waits for. */
    private void retryFailed() {
        for (Export each : exports.values()) {
            admins.stream().filter(each::failed).toList().forEach(each::exportBy);
        }
    }

    private static Long id(ServiceReference<?> service) {
        return (Long) service.getProperty(Constants.SERVICE_ID);
    }

    /** Services with {@code service.exported.interfaces}, from when they get it until they lose it. */
    private final class MarkedServices extends ServiceTracker<Object, ServiceReference<Object>> {

        MarkedServices(BundleContext context) {
            super(context, marked(), null);
        }

        private static Filter marked() {
            try {
                return FrameworkUtil.createFilter("(&(" + RemoteConstants.SERVICE_EXPORTED_INTERFACES + "=*)(!("
                        + RemoteConstants.SERVICE_IMPORTED + "=*)))");
            } catch (InvalidSyntaxException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public ServiceReference<Object> addingService(ServiceReference<Object> service) {
            work.execute(() -> added(service));
            return service;
        }

        @Override
        public void modifiedService(ServiceReference<Object> service, ServiceReference<Object> same) {
            work.execute(() -> modified(service));
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
