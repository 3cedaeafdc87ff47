package io.remoteobjects.node.registry;

/** Whether a node hosts the registry it uses. */
public enum RegistryMode {
    /** It hosts one on a local socket if nobody else does, and takes over when whoever does dies. */
    AUTO,
    /** It hosts one, or fails to start. */
    ALWAYS,
    /** It uses registries that others host. */
    NEVER
}
