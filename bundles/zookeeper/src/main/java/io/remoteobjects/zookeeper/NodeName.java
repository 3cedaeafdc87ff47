package io.remoteobjects.zookeeper;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a node: {@code FRAMEWORK.GENERATION.PART.PARTS}. Its content never changes: what a container offers is the newest generation
 * of its nodes of which all parts are there. So the names alone tell what has changed, and an update can never be seen half done.
 *
 * @param framework the container's framework UUID
 * @param generation counts the updates
 * @param part from 0
 * @param parts in how many nodes this generation is
 */
record NodeName(String framework, long generation, int part, int parts) {

    private static final Pattern FORMAT = Pattern.compile("(.+)\\.(\\d{1,18})\\.(\\d{1,6})\\.(\\d{1,6})");

    /** {@return what a name means; empty if it is none of ours} */
    static Optional<NodeName> parse(String name) {
        Matcher parts = FORMAT.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        NodeName parsed = new NodeName(parts.group(1), Long.parseLong(parts.group(2)), Integer.parseInt(parts.group(3)),
                Integer.parseInt(parts.group(4)));
        return parsed.part < parsed.parts ? Optional.of(parsed) : Optional.empty();
    }

    @Override
    public String toString() {
        return framework + "." + generation + "." + part + "." + parts;
    }
}
