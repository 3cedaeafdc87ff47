package io.remoteobjects.itests.samples.otheradmin;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.ExportReference;
import org.osgi.service.remoteserviceadmin.ExportRegistration;
import org.osgi.service.remoteserviceadmin.ImportReference;
import org.osgi.service.remoteserviceadmin.ImportRegistration;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;

/** A Remote Service Admin that knows no provider but its own, as that of ECF. */
@Component
public final class OtherAdmin implements RemoteServiceAdmin {

    @Override
    public Collection<ExportRegistration> exportService(ServiceReference<?> reference, Map<String, ?> properties) {
        return List.of();
    }

    @Override
    public ImportRegistration importService(EndpointDescription endpoint) {
        return null;
    }

    @Override
    public Collection<ExportReference> getExportedServices() {
        return List.of();
    }

    @Override
    public Collection<ImportReference> getImportedEndpoints() {
        return List.of();
    }
}
