package io.remoteobjects.topology.exports;

import java.util.Arrays;
import java.util.Collection;
import java.util.Hashtable;
import java.util.List;

import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an endpoint listener wants to hear of. An empty scope is nothing. */
final class Scope {

    private static final Logger LOG = LoggerFactory.getLogger(Scope.class);

    private final List<Filter> filters;

    private Scope(List<Filter> filters) {
        this.filters = filters;
    }

    /** {@return the scope in a service property: a text, or an array or collection of them} */
    static Scope of(Object property) {
        Collection<?> texts = property instanceof Object[] array ? Arrays.asList(array)
                : property instanceof Collection<?> collection ? collection : property == null ? List.of() : List.of(property);
        return new Scope(texts.stream().map(String::valueOf).filter(each -> !each.isBlank()).map(Scope::filter)
                .filter(each -> each != null).toList());
    }

    private static Filter filter(String text) {
        try {
            return FrameworkUtil.createFilter(text);
        } catch (InvalidSyntaxException malformed) {
            LOG.warn("An endpoint listener's scope has a malformed filter, which matches nothing: {}. Correct the property "
                    + "endpoint.listener.scope.", malformed.getMessage());
            return null;
        }
    }

    /** {@return the first of its filters that an endpoint matches; null if there is none} */
    String match(EndpointDescription endpoint) {
        Hashtable<String, Object> properties = new Hashtable<>(endpoint.getProperties());
        return filters.stream().filter(each -> each.match(properties)).findFirst().map(Filter::toString).orElse(null);
    }
}
