package io.remoteobjects.topology;

import java.util.List;

/**
 * A service that is to be exported. There is one status for each endpoint it became, and one for each failure.
 *
 * @param serviceId its {@code service.id}
 * @param bundle symbolic name of the bundle that registered it
 * @param interfaces what it is exported by; what it is registered under while it is not exported
 * @param configuration PID of the configuration that exports it; empty if it is marked for export itself
 * @param endpointId the endpoint's id; empty while there is none
 * @param configType the endpoint's configuration type; empty while there is none
 * @param name the object name ({@code remoteobjects.name}); empty if there is none
 * @param url where it can be reached ({@code remoteobjects.url}); empty if unknown
 * @param failure why it is not exported; empty if it is
 */
public record ExportStatus(long serviceId, String bundle, List<String> interfaces, String configuration, String endpointId,
        String configType, String name, String url, String failure) {

    /** {@return whether it is exported} */
    public boolean isExported() {
        return failure.isEmpty();
    }
}
