package io.remoteobjects.topology;

import java.util.List;

/**
 * A configuration that exports services, and what it chose.
 *
 * @param pid the configuration
 * @param name the object name it gives; empty if it leaves that to the service
 * @param filter chooses the services
 * @param services ids of the services that are exported as it says
 * @param overruled ids of the services that it would choose, and another configuration chose before
 * @param problem why it cannot be used; empty if it can
 */
public record ConfiguredExport(String pid, String name, String filter, List<Long> services, List<Long> overruled, String problem) {
}
