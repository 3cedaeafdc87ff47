package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.packet.ClassDefinition.EnumDefinition;
import io.remoteobjects.wire.packet.ClassDefinition.Field;
import io.remoteobjects.wire.packet.ClassDefinition.Gadget;
import io.remoteobjects.wire.type.EnumType;
import io.remoteobjects.wire.type.QtType;
import io.remoteobjects.wire.type.TypeRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what a {@link ClassDefinition} describes into types. */
final class DefinitionTypes {

    private DefinitionTypes() {
    }

    static TypeRegistry add(TypeRegistry known, ClassDefinition definition) {
        List<QtType<?>> enums = new ArrayList<>();
        String scope = definition.typeName() == null ? "" : definition.typeName();
        for (EnumDefinition item : definition.enums()) {
            // signatures have the scope of the interface, property types that of the Source's C++ class
            addEnum(enums, item, "", scope + "::", scope + "Source::");
        }
        definition.qtEnums().forEach(name -> enums.add(EnumType.generic(name, Integer.BYTES)));
        definition.gadgets().forEach(pod -> pod.enums().forEach(item -> addEnum(enums, item, pod.name() + "::")));
        return known.with(enums).withPods(pods(definition.gadgets()));
    }

    static Map<String, Map<String, String>> pods(List<Gadget> gadgets) {
        Map<String, Map<String, String>> pods = new LinkedHashMap<>();
        for (Gadget gadget : gadgets) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (Field field : gadget.fields()) {
                fields.put(field.name(), field.typeName());
            }
            pods.put(gadget.name(), fields);
        }
        return pods;
    }

    private static void addEnum(List<QtType<?>> enums, EnumDefinition item, String... scopes) {
        for (String scope : scopes) {
            enums.add(EnumType.generic(scope + item.name(), item.bytes()));
        }
    }
}
