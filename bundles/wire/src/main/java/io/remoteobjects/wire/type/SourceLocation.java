package io.remoteobjects.wire.type;

import java.net.URI;

/**
 * Where an object is shared, as a registry tells it.
 *
 * @param typeName the object's class, null where it has none
 * @param hostUrl what the host listens on, as it told the registry; null if it told none
 */
public record SourceLocation(String typeName, URI hostUrl) {
}
