package io.remoteobjects.topology;

import java.util.List;

/**
 * An endpoint in another framework.
 *
 * @param endpointId its id
 * @param frameworkId the framework it lives in
 * @param configTypes its configuration types
 * @param interfaces what it can be imported by
 * @param name the object name ({@code remoteobjects.name}); empty if there is none
 * @param type the QtRO type name ({@code remoteobjects.type}); empty if there is none
 * @param url where it can be reached ({@code remoteobjects.url}); empty if unknown
 * @param interested symbolic names of the bundles here that ask for it
 * @param stage how far it got
 * @param problem why it is no service though somebody asks for it, as far as that is known; else empty
 */
public record ImportStatus(String endpointId, String frameworkId, List<String> configTypes, List<String> interfaces, String name,
        String type, String url, List<String> interested, Stage stage, String problem) {

    /**
     * @param other how far it got
     * @return this status with that stage
     */
    public ImportStatus at(Stage other) {
        return new ImportStatus(endpointId, frameworkId, configTypes, interfaces, name, type, url, interested, other, problem);
    }

    /** How far the import of an endpoint got. */
    public enum Stage {
        /** Nobody here asks for it. */
        NOT_WANTED,
        /** The configuration does not permit it, whether or not somebody asks for it. */
        NOT_PERMITTED,
        /** Somebody asks for it; its Source has not been reached yet. */
        WAITING,
        /** It is a service here, and its Source is connected. */
        IMPORTED,
        /** Its Source was lost; the service stays for the grace time, or because {@code onLoss} is {@code keep}. */
        KEPT,
        /** Its Source was lost, and with it the service. */
        SUSPECT,
        /** The interface of those who ask is another one than the Source's. It is no service. */
        MISMATCH,
        /** It cannot be imported. */
        FAILED,
        /** Nobody asks for it any more; its last values are kept for a while. */
        LINGERING
    }
}
