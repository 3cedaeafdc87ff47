package io.remoteobjects.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.karaf.shell.support.CommandException;

import io.remoteobjects.DynamicReplica;
import io.remoteobjects.DynamicReplica.Member;

/** Finds the members of an object that a user names. */
final class Members {

    private Members() {
    }

    /**
     * @param of an object
     * @param name a property's name
     * @return the property
     * @throws CommandException if there is none; it says which there are
     */
    static Member property(DynamicReplica of, String name) throws CommandException {
        List<Member> properties = of.schema().properties();
        return properties.stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new CommandException(of.name() + " has no property " + name + ". It has: "
                        + list(properties.stream().map(Member::name).toList()) + "."));
    }

    /**
     * @param of an object
     * @param name a slot's name, or signature where several have the name
     * @param arguments how many are given
     * @return the slot
     * @throws CommandException if there is none or more than one; it says which there are
     */
    static Member slot(DynamicReplica of, String name, int arguments) throws CommandException {
        List<Member> slots = of.schema().slots();
        List<Member> fitting = slots.stream()
                .filter(each -> each.signature().equals(name) || each.name().equals(name) && each.parameters().size() == arguments)
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        List<Member> named = slots.stream().filter(each -> each.name().equals(name)).toList();
        if (fitting.isEmpty() && !named.isEmpty()) {
            throw new CommandException(of.name() + "." + name + " takes other arguments than these " + arguments + ": "
                    + list(named.stream().map(Member::signature).toList()) + ".");
        }
        throw new CommandException(fitting.isEmpty()
                ? of.name() + " has no slot " + name + ". It has: " + list(slots.stream().map(Member::signature).toList()) + "."
                : of.name() + " has several slots " + name + ". Name one by its signature, in quotes: "
                        + list(fitting.stream().map(Member::signature).toList()) + ".");
    }

    /** {@return the signals that tell something else than the change of a property} */
    static List<Member> signals(DynamicReplica of) {
        List<Member> signals = new ArrayList<>(of.schema().signals());
        of.schema().properties().forEach(property -> signals.removeIf(each -> each.name().equals(property.name() + "Changed")));
        return signals;
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "none" : names.stream().sorted().collect(Collectors.joining(", "));
    }
}
