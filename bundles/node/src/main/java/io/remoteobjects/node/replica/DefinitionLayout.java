package io.remoteobjects.node.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.remoteobjects.wire.packet.ClassDefinition;
import io.remoteobjects.wire.packet.ClassDefinition.EnumDefinition;
import io.remoteobjects.wire.type.EnumType;
import io.remoteobjects.wire.type.QtType;
import io.remoteobjects.wire.type.TypeRegistry;

/** Reads the layout of an object from the definition that its host tells: names of types become types that need no Java class. */
final class DefinitionLayout {

    private final ClassDefinition definition;
    private final TypeRegistry types;
    private final Map<String, EnumDefinition> enums = new HashMap<>();

    private DefinitionLayout(ClassDefinition definition) {
        this.definition = definition;
        Map<String, Map<String, String>> pods = new LinkedHashMap<>();
        for (ClassDefinition.Gadget gadget : definition.gadgets()) {
            Map<String, String> fields = new LinkedHashMap<>();
            gadget.fields().forEach(field -> fields.put(field.name(), field.typeName()));
            pods.put(gadget.name(), fields);
            gadget.enums().forEach(each -> enums.put(each.name(), each));
        }
        definition.enums().forEach(each -> enums.put(each.name(), each));
        types = TypeRegistry.builtIn().withPods(pods);
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
            boolean isVoid = method.returnType() == null || method.returnType().isEmpty() || method.returnType().equals("void");
            slots.add(new Layout.Slot(Signatures.name(method.signature()), parameters(method.signature()),
                    isVoid ? null : type(method.returnType())));
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
            return EnumType.generic(name, found.size() == 0 ? Integer.BYTES : found.size());
        }
        return types.find(name).orElseGet(types::variant);
    }

    /** Enums come with the scope of the Source's class, flags wrapped in QFlags. */
    private static String plain(String name) {
        String inner = name.startsWith("QFlags<") && name.endsWith(">") ? name.substring(7, name.length() - 1) : name;
        return inner.substring(inner.lastIndexOf(':') + 1);
    }
}
