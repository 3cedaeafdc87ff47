package io.remoteobjects.node.replica;

import java.util.List;

import io.remoteobjects.DynamicReplica.Member;
import io.remoteobjects.DynamicReplica.Schema;
import io.remoteobjects.node.contract.Contract;
import io.remoteobjects.node.contract.Parameter;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.packet.ClassDefinition;
import io.remoteobjects.wire.type.QtType;
import io.remoteobjects.wire.type.TypeRegistry;

/**
 * The members of an object as the wire numbers them: from the interface in a typed acquisition, from what the host tells in a dynamic
 * one.
 *
 * @param properties in wire order
 * @param signals in wire order, notify signals included
 * @param slots in wire order, push slots included
 * @param definition what the host told, or would have told
 * @param contract the interface in a typed acquisition, else null
 */
record Layout(List<Property> properties, List<Signal> signals, List<Slot> slots, ClassDefinition definition, Contract contract) {

    /** A property. */
    record Property(String name, QtType<?> type) {
    }

    /** A signal; {@code property} is the one whose change it tells, or -1. */
    record Signal(String name, List<QtType<?>> parameters, int property) {
    }

    /** A slot; the type of its result is null for none. */
    record Slot(String name, List<QtType<?>> parameters, QtType<?> result) {
    }

    static Layout of(Contract contract, Generation generation) {
        return new Layout(
                contract.properties().stream().map(each -> new Property(each.name(), each.type())).toList(),
                contract.signals().stream().map(each -> new Signal(each.name(), types(each.parameters()), each.property())).toList(),
                contract.slots().stream().map(each -> new Slot(each.name(), types(each.parameters()), each.returnType())).toList(),
                contract.definition(generation), contract);
    }

    private static List<QtType<?>> types(List<Parameter> parameters) {
        return List.copyOf(Parameter.types(parameters));
    }

    /** {@return the same members with types that need no interface} */
    Layout untyped() {
        return contract == null ? this : DefinitionLayout.of(definition);
    }

    Schema schema() {
        List<Member> propertyMembers = properties.stream().map(each -> new Member(each.name, each.type.name(), List.of())).toList();
        List<Member> signalMembers = signals.stream().map(each -> new Member(each.name, "void", names(each.parameters))).toList();
        List<Member> slotMembers = slots.stream()
                .map(each -> new Member(each.name, each.result == null ? "void" : each.result.name(), names(each.parameters))).toList();
        return new Schema(propertyMembers, signalMembers, slotMembers);
    }

    private static List<String> names(List<QtType<?>> types) {
        return types.stream().map(QtType::name).toList();
    }
}
