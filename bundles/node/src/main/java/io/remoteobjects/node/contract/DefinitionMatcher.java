package io.remoteobjects.node.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.remoteobjects.wire.packet.ClassDefinition;
import io.remoteobjects.wire.packet.ClassDefinition.Member;
import io.remoteobjects.wire.packet.ClassDefinition.Method;
import io.remoteobjects.wire.packet.ClassDefinition.Property;
import io.remoteobjects.wire.rep.RepSlot;

/** Finds the members of one definition in another, by name and type. */
final class DefinitionMatcher {

    private final ClassDefinition own;
    private final ClassDefinition remote;
    private final TypeMatcher types;
    private final List<String> problems = new ArrayList<>();

    DefinitionMatcher(ClassDefinition own, ClassDefinition remote, TypeMatcher types) {
        this.own = own;
        this.remote = remote;
        this.types = types;
    }

    ContractMatch match() {
        int[] properties = own.properties().stream().mapToInt(this::property).toArray();
        int[] signals = own.signals().stream().mapToInt(this::signal).toArray();
        int[] slots = own.methods().stream().mapToInt(this::slot).toArray();
        return new ContractMatch(new IndexMap(properties, remote.properties().size()), new IndexMap(signals, remote.signals().size()),
                new IndexMap(slots, remote.methods().size()), problems);
    }

    private int property(Property property) {
        for (int i = 0; i < remote.properties().size(); i++) {
            Property other = remote.properties().get(i);
            if (other.name().equals(property.name())) {
                types.difference(property.typeName(), other.typeName())
                        .ifPresent(difference -> problems.add("property " + property.name() + " " + difference));
                return i;
            }
        }
        problems.add("property " + property.name() + " of type " + property.typeName() + " is missing there");
        return IndexMap.NONE;
    }

    private int signal(Member signal) {
        Optional<Property> tells = own.properties().stream().filter(each -> signal.signature().equals(each.notifySignature())).findFirst();
        String sought = tells.map(this::remoteNotifyName).orElse(Signatures.name(signal.signature()));
        String difference = "is missing there";
        for (int i = 0; i < remote.signals().size(); i++) {
            String other = remote.signals().get(i).signature();
            if (Signatures.name(other).equals(sought)) {
                if (tells.isPresent() || types.sameParameters(signal.signature(), other)) {
                    return i;
                }
                difference = "is " + other + " there";
            }
        }
        if (tells.isEmpty()) {
            problems.add("signal " + signal.signature() + " " + difference);
        }
        return IndexMap.NONE;
    }

    private String remoteNotifyName(Property property) {
        return remote.properties().stream().filter(each -> each.name().equals(property.name())).map(Property::notifySignature)
                .filter(Objects::nonNull).findFirst().map(Signatures::name).orElse("");
    }

    private int slot(Method slot) {
        String difference = "is missing there";
        boolean push = isPush(slot);
        for (int i = 0; i < remote.methods().size(); i++) {
            Method other = remote.methods().get(i);
            // Qt lists the push slots of enum properties in lower case, and goes by their numbers
            boolean named = Signatures.name(other.signature()).equals(Signatures.name(slot.signature()))
                    || push && Signatures.name(other.signature()).equalsIgnoreCase(Signatures.name(slot.signature()));
            if (named) {
                if (types.sameParameters(slot.signature(), other.signature()) && types.same(returned(slot), returned(other))) {
                    return i;
                }
                difference = "is " + returned(other) + " " + other.signature() + " there";
            }
        }
        if (!push) {
            problems.add("slot " + returned(slot) + " " + slot.signature() + " " + difference);
        }
        return IndexMap.NONE;
    }

    /** Whether it is the push slot of a property: those stand before all others. */
    private boolean isPush(Method slot) {
        return own.properties().stream().anyMatch(each -> Signatures.name(slot.signature())
                .equals("push" + Character.toUpperCase(each.name().charAt(0)) + each.name().substring(1)));
    }

    private static String returned(Method method) {
        return method.isVoid() ? RepSlot.VOID : method.returnType();
    }
}
