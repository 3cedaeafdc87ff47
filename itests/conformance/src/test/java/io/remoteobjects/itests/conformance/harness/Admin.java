package io.remoteobjects.itests.conformance.harness;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.osgi.framework.ServiceReference;
import org.osgi.service.remoteserviceadmin.RemoteConstants;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;

/** The Remote Service Admin of a framework as the bundle of the tests has it, until it gives it back. */
public final class Admin implements AutoCloseable {

    private final TestFramework framework;
    private final ServiceReference<RemoteServiceAdmin> reference;
    private final RemoteServiceAdmin service;

    /** Gets the service. */
    public Admin(TestFramework framework) {
        this.framework = framework;
        reference = framework.awaitReference(RemoteServiceAdmin.class, null);
        service = framework.context().getService(reference);
    }

    /** {@return the service} */
    public RemoteServiceAdmin service() {
        return service;
    }

    /** {@return the service's reference} */
    public ServiceReference<RemoteServiceAdmin> reference() {
        return reference;
    }

    /** {@return the first configuration type it supports} */
    public String configType() {
        return strings(reference.getProperty(RemoteConstants.REMOTE_CONFIGS_SUPPORTED)).get(0);
    }

    /** {@return a property of OSGi's type {@code String+}} */
    public static List<String> strings(Object property) {
        return property instanceof String one ? List.of(one) : property instanceof String[] several ? Arrays.asList(several)
                : property instanceof Collection<?> several ? several.stream().map(String.class::cast).toList() : List.of();
    }

    @Override
    public void close() {
        framework.context().ungetService(reference);
    }
}
