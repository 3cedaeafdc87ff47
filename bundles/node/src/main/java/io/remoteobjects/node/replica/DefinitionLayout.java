package io.remoteobjects.node.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.remoteobjects.node.contract.Signatures;
import io.remoteobjects.wire.packet.ClassDefinition;
import io.remoteobjects.wire.packet.ClassDefinition.EnumDefinition;
import io.remoteobjects.wire.type.EnumType;
import io.remoteobjects.wire.type.ListType;
import io.remoteobjects.wire.type.MapType;
import io.remoteobjects.wire.type.QtType;
import io.remoteobjects.wire.type.TypeRegistry;

/** Reads the layout of an object from the definition that its host tells: names of types become types that need no Java class. */
final class DefinitionLayout {

    private final ClassDefinition definition;
    private final TypeRegistry types;
    private final Map<String, EnumDefinition> enums = new HashMap<>();

    private DefinitionLayout(ClassDefinition definition) {
        this.definition = definition;
        this.types = definition.types(TypeRegistry.builtIn());
        definition.gadgets().forEach(pod -> pod.enums().forEach(each -> enums.put(each.name(), each)));
        definition.enums().forEach(each -> enums.put(each.name(), each));
    }

    static Layout of(ClassDefinition definition) {
        return new DefinitionLayout(definition).layout();
    }

    private Layout layout() {
        List<Layout.Property> properties = new ArrayList<>();
        Map<String, Integer> notifies = new HashMap<>();
        for (ClassDefinition.Property property : definition.properties()) {
            if (property.notifySignature() != null) {
                notifies.put(property.notifySignature(), properties.size());
            }
            properties.add(new Layout.Property(property.name(), type(property.typeName())));
        }
        List<Layout.Signal> signals = new ArrayList<>();
        for (ClassDefinition.Member signal : definition.signals()) {
            signals.add(new Layout.Signal(Signatures.name(signal.signature()), parameters(signal.signature()),
                    notifies.getOrDefault(signal.signature(), -1)));
        }
        List<Layout.Slot> slots = new ArrayList<>();
        for (ClassDefinition.Method method : definition.methods()) {
            slots.add(new Layout.Slot(Signatures.name(method.signature()), parameters(method.signature()),
                    method.isVoid() ? null : type(method.returnType())));
        }
        return new Layout(properties, signals, slots, definition, null);
    }

    private List<QtType<?>> parameters(String signature) {
        List<QtType<?>> parameters = new ArrayList<>();
        Signatures.parameterTypes(signature).forEach(type -> parameters.add(type(type)));
        return parameters;
    }

    /** The type of a name; what is not known by name is read by what it says itself when it comes. */
    private QtType<?> type(String name) {
        EnumDefinition found = enums.get(plain(name));
        if (found != null) {
            return EnumType.generic(name, found.bytes());
        }
        return types.find(name).filter(type -> !holdsEnums(type)).orElseGet(types::variant);
    }

    /** With a value, the enum in its type has another scope than here. */
    private static boolean holdsEnums(QtType<?> type) {
        List<QtType<?>> held = type instanceof ListType<?> list ? List.of(list.element())
                : type instanceof MapType<?, ?> map ? List.of(map.key(), map.value()) : List.of();
        return held.stream().anyMatch(each -> each instanceof EnumType || holdsEnums(each));
    }

    /** Enums come with the scope of the Source's class, flags wrapped in QFlags. */
    private static String plain(String name) {
        String inner = name.startsWith("QFlags<") && name.endsWith(">") ? name.substring(7, name.length() - 1) : name;
        return inner.substring(inner.lastIndexOf(':') + 1);
    }
}
