package io.remoteobjects.topology.imports;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the interfaces that a service filter asks for: those of its {@code (objectClass=NAME)} terms that are not negated. A name with a
 * wildcard is none. The filter must be well-formed, as every filter is that the framework has accepted.
 *
 * @see <a href="https://docs.osgi.org/specification/osgi.core/8.0.0/framework.module.html#framework.module.filtersyntax">Filter syntax</a>
 */
final class ObjectClassTerms {

    private static final String OBJECT_CLASS = "objectclass";

    private final String filter;
    private final Set<String> names = new LinkedHashSet<>();
    private int at;

    private ObjectClassTerms(String filter) {
        this.filter = filter;
    }

    /** {@return the names that a filter asks for; none for null} */
    static Set<String> of(String filter) {
        if (filter == null) {
            return Set.of();
        }
        ObjectClassTerms terms = new ObjectClassTerms(filter);
        terms.term(false);
        return terms.names;
    }

    private void term(boolean negated) {
        skipBlanks();
        at++;
        skipBlanks();
        switch (at < filter.length() ? filter.charAt(at) : ')') {
            case '&', '|' -> {
                at++;
                terms(negated);
            }
            case '!' -> {
                at++;
                terms(!negated);
            }
            default -> comparison(negated);
        }
        at++;
    }

    private void terms(boolean negated) {
        skipBlanks();
        while (at < filter.length() && filter.charAt(at) == '(') {
            term(negated);
            skipBlanks();
        }
    }

    private void comparison(boolean negated) {
        int start = at;
        boolean escaped = false;
        while (at < filter.length() && (escaped || filter.charAt(at) != ')')) {
            escaped = !escaped && filter.charAt(at) == '\\';
            at++;
        }
        String comparison = filter.substring(start, at);
        int equals = comparison.indexOf('=');
        if (!negated && equals > 0 && comparison.substring(0, equals).trim().toLowerCase(Locale.ROOT).equals(OBJECT_CLASS)) {
            String name = comparison.substring(equals + 1).trim();
            if (!name.isEmpty() && name.indexOf('*') < 0) {
                names.add(name);
            }
        }
    }

    private void skipBlanks() {
        while (at < filter.length() && Character.isWhitespace(filter.charAt(at))) {
            at++;
        }
    }
}
