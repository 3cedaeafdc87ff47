package io.remoteobjects.topology.imports;

import java.util.ArrayList;
import java.util.List;

import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.ImportRegistration;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;

/** The Remote Service Admins here; the first that can imports. Confined to the thread of the topology manager. */
final class Admins {

    private final List<RemoteServiceAdmin> admins = new ArrayList<>();

    /**
     * An open import.
     *
     * @param admin who imported it
     * @param registration ends it
     */
    record Imported(RemoteServiceAdmin admin, ImportRegistration registration) {
    }

    void add(RemoteServiceAdmin admin) {
        admins.add(admin);
    }

    void remove(RemoteServiceAdmin admin) {
        admins.remove(admin);
    }

    /**
     * @param endpoint what to import
     * @return the import
     * @throws ImportException if none can; the message says why
     */
    Imported importService(EndpointDescription endpoint) throws ImportException {
        Throwable failure = null;
        for (RemoteServiceAdmin admin : admins) {
            try {
                ImportRegistration registration = admin.importService(endpoint);
                if (registration != null && registration.getException() == null) {
                    return new Imported(admin, registration);
                }
                if (registration != null) {
                    failure = registration.getException();
                    registration.close();
                }
            } catch (RuntimeException | LinkageError refused) {
                failure = refused;
            }
        }
        throw failure == null
                ? new ImportException("no distribution provider here knows one of its configuration types "
                        + endpoint.getConfigurationTypes() + "; install one that does", null)
                : new ImportException("importing it failed: " + failure, failure);
    }

    /** An endpoint could not be imported. */
    static final class ImportException extends Exception {

        private static final long serialVersionUID = 1;

        ImportException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
