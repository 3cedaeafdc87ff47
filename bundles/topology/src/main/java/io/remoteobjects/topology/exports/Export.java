package io.remoteobjects.topology.exports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.ExportReference;
import org.osgi.service.remoteserviceadmin.ExportRegistration;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.node.PropertyRules;
import io.remoteobjects.topology.ExportStatus;
import io.remoteobjects.topology.policy.Permission;

/** One service that is to be exported and its endpoints. Confined to the thread of the topology manager, but for {@link #statuses}. */
final class Export {

    private static final Logger LOG = LoggerFactory.getLogger(Export.class);

    private final ServiceReference<?> service;
    private final Announcements announcements;
    private final List<Exported> endpoints = new ArrayList<>();
    private final Map<RemoteServiceAdmin, String> failures = new LinkedHashMap<>();
    private volatile Marking marking;
    private Permission permission;
    private Map<String, Object> properties;
    private volatile List<ExportStatus> statuses = List.of();

    /** An endpoint of the service, as it was exported and as it is now. */
    private static final class Exported {
        private final RemoteServiceAdmin admin;
        private final ExportRegistration registration;
        private final EndpointDescription first;
        private final Map<String, Object> firstProperties;
        private EndpointDescription current;

        Exported(RemoteServiceAdmin admin, ExportRegistration registration, EndpointDescription first, Map<String, Object> properties) {
            this.admin = admin;
            this.registration = registration;
            this.first = first;
            this.firstProperties = properties;
            this.current = first;
        }

        /** While the end is told, a registration may still look open. */
        boolean isEnded(ExportReference told) {
            ExportReference now = registration.getExportReference();
            return now == null || now == told;
        }
    }

    Export(ServiceReference<?> service, Marking marking, Permission permission, Announcements announcements) {
        this.service = service;
        this.marking = marking;
        this.permission = permission;
        this.announcements = announcements;
        this.properties = ServiceProperties.of(service, marking.additions());
        publish();
    }

    /** {@return the service; any thread} */
    ServiceReference<?> service() {
        return service;
    }

    /** {@return why it is exported; any thread} */
    Marking marking() {
        return marking;
    }

    /** Lets a Remote Service Admin export the service, if that is permitted and it is one that can. */
    void exportBy(RemoteServiceAdmin admin) {
        if (!refusal(properties).isEmpty()) {
            return;
        }
        String failed = failures.remove(admin);
        try {
            Collection<ExportRegistration> registrations = admin.exportService(service,
                    ExportedInterfaces.withoutClasses(service, properties, marking.additions()));
            for (ExportRegistration each : registrations == null ? List.<ExportRegistration>of() : registrations) {
                take(admin, each, failed);
            }
        } catch (RuntimeException | LinkageError refused) {
            fail(admin, refused, failed);
        }
        publish();
    }

    private void take(RemoteServiceAdmin admin, ExportRegistration registration, String failedBefore) {
        Throwable failure = registration.getException();
        if (failure != null) {
            // Closed, or the next attempt would only get this failure again.
            registration.close();
            fail(admin, failure, failedBefore);
            return;
        }
        ExportReference reference = registration.getExportReference();
        EndpointDescription endpoint = reference == null ? null : reference.getExportedEndpoint();
        if (endpoint != null) {
            endpoints.add(new Exported(admin, registration, endpoint, properties));
            announcements.present(endpoint);
        }
        // Else the service was unregistered meanwhile, which is told next.
    }

    private void fail(RemoteServiceAdmin admin, Throwable failure, String failedBefore) {
        String message = ExportedInterfaces.explain(failure);
        failures.put(admin, message);
        if (isEnd(failure)) {
            LOG.debug("The admin ended before it had exported service {}; the next one will", properties.get(Constants.SERVICE_ID), failure);
        } else if (!message.equals(failedBefore) && service.getBundle() != null) {
            LOG.error("Cannot export service {} of {} ({}): {}", properties.get(Constants.SERVICE_ID), bundle(), interfaces(), message);
            LOG.debug("It failed here", failure);
        }
    }

    /** {@return whether this is how a framework says that a bundle has stopped: here the admin's, as others look at the service only} */
    private static boolean isEnd(Throwable failure) {
        return failure instanceof IllegalStateException && String.valueOf(failure.getMessage()).contains("BundleContext");
    }

    /** {@return whether an earlier attempt to export it failed} */
    boolean failed(RemoteServiceAdmin admin) {
        return failures.containsKey(admin);
    }

    /** A Remote Service Admin is gone, and with it what it exported. */
    void withdrawFrom(RemoteServiceAdmin admin) {
        failures.remove(admin);
        for (Iterator<Exported> each = endpoints.iterator(); each.hasNext();) {
            Exported exported = each.next();
            if (exported.admin == admin) {
                each.remove();
                withdraw(exported);
            }
        }
        publish();
    }

    /**
     * An export ended. Aries ends those of all services of a bundle that gives its Remote Service Admin back.
     *
     * @param reference which
     * @return whether it was one of this service, and ended by others
     */
    boolean endedByOthers(ExportReference reference) {
        List<Exported> ended = endpoints.stream().filter(each -> each.isEnded(reference)).toList();
        for (Exported each : ended) {
            endpoints.remove(each);
            withdraw(each);
            failures.put(each.admin, "another bundle ended its export; it is exported again in a moment");
        }
        if (ended.isEmpty()) {
            return false;
        }
        publish();
        return true;
    }

    /** The service is gone, or no longer marked. */
    void withdraw() {
        endpoints.forEach(this::withdraw);
        endpoints.clear();
        failures.clear();
        publish();
    }

    private void withdraw(Exported exported) {
        announcements.withdraw(exported.current);
        try {
            exported.registration.close();
        } catch (RuntimeException | LinkageError theirs) {
            LOG.warn("Endpoint {} is withdrawn, though its Remote Service Admin failed to end it", exported.current.getId(), theirs);
        }
    }

    /** The properties of the service, its marking or what is permitted changed. {@return whether it must be exported anew} */
    boolean update(Marking newMarking, Permission newPermission) {
        String refusedBefore = refusal(properties);
        marking = newMarking;
        permission = newPermission;
        Map<String, Object> now = ServiceProperties.of(service, newMarking.additions());
        boolean anew = ServiceProperties.isAnotherExport(properties, now) || !refusedBefore.equals(refusal(now));
        properties = now;
        if (anew) {
            withdraw();
        } else {
            endpoints.forEach(each -> update(each, now));
            publish();
        }
        return anew;
    }

    private void update(Exported exported, Map<String, Object> now) {
        EndpointDescription next = new EndpointDescription(
                ServiceProperties.carryOver(exported.first.getProperties(), exported.firstProperties, now));
        if (PropertyRules.areEqual(next.getProperties(), exported.current.getProperties())) {
            return;
        }
        exported.current = next;
        try {
            exported.registration.update(next.getProperties());
        } catch (RuntimeException theirs) {
            LOG.warn("Endpoint {} cannot be updated by its Remote Service Admin; others are told of its new properties all the same",
                    next.getId(), theirs);
        }
        announcements.present(next);
    }

    private void publish() {
        List<ExportStatus> now = new ArrayList<>();
        long id = (Long) properties.get(Constants.SERVICE_ID);
        for (Exported each : endpoints) {
            EndpointDescription endpoint = each.current;
            now.add(new ExportStatus(id, bundle(), endpoint.getInterfaces(), marking.configuration(), endpoint.getId(),
                    String.join(",", endpoint.getConfigurationTypes()), text(endpoint, "remoteobjects.name"),
                    text(endpoint, "remoteobjects.url"), ""));
        }
        failures.values().forEach(why -> now.add(notExported(why)));
        String refusal = refusal(properties);
        if (!refusal.isEmpty()) {
            now.add(notExported(refusal));
        } else if (now.isEmpty()) {
            now.add(notExported("no distribution provider here exports it: none is there, or none has the configuration types and intents "
                    + "it asks for"));
        }
        statuses = List.copyOf(now);
    }

    private ExportStatus notExported(String why) {
        return new ExportStatus((Long) properties.get(Constants.SERVICE_ID), bundle(), interfaces(), marking.configuration(), "", "",
                name(), "", why);
    }

    private String refusal(Map<String, Object> of) {
        return permission.refusal(new Hashtable<>(of));
    }

    private String bundle() {
        Bundle bundle = service.getBundle();
        return bundle == null ? "" : String.valueOf(bundle.getSymbolicName());
    }

    private List<String> interfaces() {
        return List.of((String[]) properties.get(Constants.OBJECTCLASS));
    }

    private String name() {
        return properties.get(ServiceProperties.SOURCE) instanceof String name ? name : "";
    }

    private static String text(EndpointDescription endpoint, String key) {
        return endpoint.getProperties().get(key) instanceof String text ? text : "";
    }

    /** {@return how it stood when something last happened to it; any thread} */
    List<ExportStatus> statuses() {
        return statuses;
    }
}
