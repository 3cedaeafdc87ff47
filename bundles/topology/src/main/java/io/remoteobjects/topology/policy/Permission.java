package io.remoteobjects.topology.policy;

import java.util.Dictionary;

import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/** Which services may be exported, or which endpoints imported, as a key of the configuration says. */
public final class Permission {

    private final String text;
    private final Filter filter;
    private final String problem;

    private Permission(String text, Filter filter, String problem) {
        this.text = text;
        this.filter = filter;
        this.problem = problem;
    }

    /**
     * @param key the key, for messages
     * @param filter LDAP filter that permits; a blank one permits all, and one that is malformed nothing
     * @return the permission
     */
    public static Permission of(String key, String filter) {
        String text = key + "=" + filter.trim();
        try {
            return new Permission(text, filter.isBlank() ? null : FrameworkUtil.createFilter(filter.trim()), "");
        } catch (InvalidSyntaxException malformed) {
            return new Permission(text, null, "Configuration io.remoteobjects: " + text + " cannot be used (" + malformed.getMessage()
                    + "), and permits nothing. Write an LDAP filter such as (objectClass=com.acme.*), or remove the line to permit all.");
        }
    }

    /**
     * @param properties of a service or endpoint
     * @return why it is not permitted; empty if it is
     */
    public String refusal(Dictionary<String, Object> properties) {
        boolean permitted = problem.isEmpty() && (filter == null || filter.match(properties));
        return permitted ? "" : text + " in etc/io.remoteobjects.cfg does not permit it";
    }

    /** {@return what is wrong with the configuration and what to write; empty if nothing} */
    public String problem() {
        return problem;
    }
}
