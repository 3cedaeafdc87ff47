package io.remoteobjects.node.contract;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.remoteobjects.wire.rep.RepFile;
import io.remoteobjects.wire.rep.RepParser;
import io.remoteobjects.wire.rep.RepSyntaxException;
import io.remoteobjects.wire.rep.RepWriter;

/** What an interface must keep to be a remote object. */
final class InterfaceRules {

    private InterfaceRules() {
    }

    /** @param plain whether they are those of a plain service, which has types erased as any service has */
    static void check(List<Class<?>> interfaces, boolean plain) {
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
            if (each.getTypeParameters().length > 0 && !plain) {
                throw new ContractException("Interface " + each.getName() + " is generic, and the types of a remote interface are fixed. "
                        + "Write an interface without type parameters, and do not extend one that has them.");
            }
        }
    }

    /** What repc reads otherwise than it is meant would give another signature there than here. */
    static void checkText(RepFile rep, Class<?> type) {
        String text = RepWriter.write(rep);
        try {
            if (RepParser.parse(text, type.getSimpleName() + ".rep").equals(rep)) {
                return;
            }
        } catch (RepSyntaxException unreadable) {
            throw new ContractException("Interface " + type.getName() + " makes a .rep file that repc cannot read: "
                    + unreadable.getMessage() + " Look for the annotation that has this text.", unreadable);
        }
        throw new ContractException("Interface " + type.getName() + " makes a .rep file that repc reads otherwise:\n" + text
                + "Give each @RepType one type, without blanks outside of <>, and each @Default one literal.");
    }

    /** C++ has one namespace for properties, signals and slots; only slots may be overloaded, with other types. */
    static void checkNames(Contract contract) {
        Map<String, String> taken = new HashMap<>();
        for (PropertyMember each : contract.properties()) {
            take(taken, each.name(), "property " + where(each.accessor()));
            if (each.modifier() == Modifier.READWRITE) {
                take(taken, "set" + Character.toUpperCase(each.name().charAt(0)) + each.name().substring(1),
                        "the setter of property " + where(each.accessor()));
            }
        }
        for (SignalMember each : contract.signals()) {
            take(taken, each.name(), each.accessor() != null ? "signal " + where(each.accessor())
                    : "the change signal of property " + where(contract.properties().get(each.property()).accessor()));
        }
        Map<String, String> overloads = new HashMap<>();
        for (SlotMember each : contract.slots()) {
            String what = each.method() != null ? "slot " + where(each.method())
                    : "the push slot of property " + where(contract.properties().get(each.pushes()).accessor());
            if (taken.containsKey(each.name())) {
                take(taken, each.name(), what);
            }
            take(overloads, each.signature(), what);
        }
    }

    private static String where(Method method) {
        return JavaMembers.where(method);
    }

    private static void take(Map<String, String> taken, String name, String what) {
        String other = taken.put(name, what);
        if (other != null) {
            throw new ContractException("The name '" + name + "' is that of " + other + " and of " + what
                    + ", and C++ cannot have both. Give one of them another name with @Name.");
        }
    }
}
