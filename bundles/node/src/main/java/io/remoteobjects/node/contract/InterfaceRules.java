package io.remoteobjects.node.contract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an interface must keep to be a remote object. */
final class InterfaceRules {

    private InterfaceRules() {
    }

    static void check(List<Class<?>> interfaces) {
        if (interfaces.isEmpty()) {
            throw new ContractException("No interface given. Name at least one.");
        }
        for (Class<?> each : interfaces) {
            if (!each.isInterface() || each.isAnnotation()) {
                throw new ContractException("Class " + each.getName() + " is no interface, and only interfaces can be remote. "
                        + "Name an interface that it implements.");
            }
        }
        for (Class<?> each : InterfaceMethods.hierarchy(interfaces)) {
            if (each.getTypeParameters().length > 0) {
                throw new ContractException("Interface " + each.getName() + " is generic, and the types of a remote interface are fixed. "
                        + "Write an interface without type parameters, and do not extend one that has them.");
            }
        }
    }

    /** C++ has one namespace for properties, signals and slots; only slots may be overloaded. */
    static void checkNames(JavaMembers members) {
        Map<String, String> taken = new HashMap<>();
        for (JavaMember.OfProperty each : members.properties()) {
            String where = each.value().where();
            take(taken, each.name(), "property " + where);
            if (each.modifier() != Modifier.CONSTANT) {
                take(taken, each.name() + "Changed", "the change signal of " + where);
            }
            if (each.modifier().isWritable()) {
                String capital = Character.toUpperCase(each.name().charAt(0)) + each.name().substring(1);
                take(taken, (each.modifier() == Modifier.READPUSH ? "push" : "set") + capital, "the setter of " + where);
            }
        }
        members.signals().forEach(each -> take(taken, each.name(), "signal " + JavaMembers.where(each.methods().method())));
        Set<String> slots = new HashSet<>();
        for (JavaMember.OfSlot each : members.slots()) {
            if (slots.add(each.name())) {
                take(taken, each.name(), "slot " + JavaMembers.where(each.methods().method()));
            }
        }
    }

    private static void take(Map<String, String> taken, String name, String what) {
        String other = taken.put(name, what);
        if (other != null) {
            throw new ContractException("The name '" + name + "' is that of " + other + " and of " + what
                    + ", and C++ cannot have both. Give one of them another name with @Name.");
        }
    }
}
