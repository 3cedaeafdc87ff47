package io.remoteobjects.topology.imports;

import java.util.Dictionary;
import java.util.Set;

import org.osgi.framework.Bundle;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/**
 * Something that a bundle asks the service registry for.
 *
 * @param bundle who asks
 * @param interfaces by these names; an endpoint must have one of them
 * @param filter what the service must match besides; null for nothing
 */
record Interest(Bundle bundle, Set<String> interfaces, Filter filter) {

    /**
     * @param bundle who asks
     * @param name the interface asked for; null to take those of the filter
     * @param filter what the framework was given; may be null
     * @return the interest; null if it names no interface
     */
    static Interest of(Bundle bundle, String name, String filter) {
        Set<String> interfaces = name != null ? Set.of(name) : ObjectClassTerms.of(filter);
        if (interfaces.isEmpty()) {
            return null;
        }
        try {
            Filter parsed = filter == null ? null : FrameworkUtil.createFilter(filter);
            boolean nothingMore = parsed != null && interfaces.stream().map(each -> "(objectClass=" + each + ")")
                    .anyMatch(parsed.toString()::equals);
            return new Interest(bundle, interfaces, nothingMore ? null : parsed);
        } catch (InvalidSyntaxException refusedByTheFramework) {
            return null;
        }
    }

    /**
     * @param service the properties the imported service would have
     * @param offered its interfaces
     * @return whether that is what is asked for
     */
    boolean matches(Dictionary<String, Object> service, Set<String> offered) {
        return interfaces.stream().anyMatch(offered::contains) && (filter == null || filter.match(service));
    }

    String filterText() {
        return filter == null ? "" : filter.toString();
    }
}
