package io.remoteobjects.node.replica;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.remoteobjects.node.contract.Signatures;
import io.remoteobjects.wire.packet.ClassDefinition;
import io.remoteobjects.wire.packet.ClassDefinition.EnumDefinition;
import io.remoteobjects.wire.rep.RepClass;
import io.remoteobjects.wire.rep.RepEnum;
import io.remoteobjects.wire.rep.RepFile;
import io.remoteobjects.wire.rep.RepItem;
import io.remoteobjects.wire.rep.RepMember;
import io.remoteobjects.wire.rep.RepParameter;
import io.remoteobjects.wire.rep.RepPod;
import io.remoteobjects.wire.rep.RepProperty;
import io.remoteobjects.wire.rep.RepProperty.Modifier;
import io.remoteobjects.wire.rep.RepSignal;
import io.remoteobjects.wire.rep.RepSlot;

/**
 * Writes down as a .rep file what a host tells of an object. Defaults, persistence and whether a replica may write a property are not
 * told, so the result need not have the signature of the original.
 */
final class DefinitionRep {

    private static final Set<String> REPC_SUFFIXES = Set.of("", "Source", "SimpleSource", "Replica");

    private final ClassDefinition definition;
    private final String typeName;

    private DefinitionRep(ClassDefinition definition, String objectName) {
        this.definition = definition;
        this.typeName = Objects.requireNonNullElse(definition.typeName(), objectName);
    }

    /**
     * @param definition what the host told
     * @param objectName stands for the type where the host told none
     * @return the .rep file
     */
    static RepFile of(ClassDefinition definition, String objectName) {
        return new DefinitionRep(definition, objectName).file();
    }

    private RepFile file() {
        List<RepItem> items = new ArrayList<>();
        for (ClassDefinition.Gadget gadget : definition.gadgets()) {
            items.add(new RepPod(gadget.name(), gadget.enums().stream().map(DefinitionRep::enumeration).toList(), List.of(),
                    gadget.fields().stream().map(field -> new RepParameter(plain(field.typeName()), field.name())).toList()));
        }
        items.add(new RepClass(typeName, members()));
        return new RepFile(items);
    }

    private List<RepMember> members() {
        List<RepMember> members = new ArrayList<>();
        definition.enums().forEach(each -> members.add(enumeration(each)));
        Set<String> notifies = new HashSet<>();
        Set<String> pushes = new HashSet<>();
        for (ClassDefinition.Property told : definition.properties()) {
            RepProperty property = property(told);
            members.add(property);
            if (told.notifySignature() != null) {
                notifies.add(told.notifySignature());
            }
            if (property.modifier() == Modifier.READPUSH) {
                pushes.add(pushSignature(told));
            }
        }
        definition.signals().stream().filter(each -> !notifies.contains(each.signature()))
                .forEach(each -> members.add(new RepSignal(Signatures.name(each.signature()),
                        parameters(each.signature(), each.parameterNames()))));
        definition.methods().stream().filter(each -> !pushes.contains(plainSignature(each))).forEach(each -> members.add(slot(each)));
        return members;
    }

    private RepProperty property(ClassDefinition.Property told) {
        boolean push = definition.methods().stream().anyMatch(each -> plainSignature(each).equals(pushSignature(told)));
        Modifier modifier = told.notifySignature() == null ? Modifier.CONSTANT : push ? Modifier.READPUSH : Modifier.READONLY;
        return new RepProperty(plain(told.typeName()), told.name(), modifier, false, Optional.empty());
    }

    private String pushSignature(ClassDefinition.Property property) {
        String name = property.name();
        return "push" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "(" + plain(property.typeName()) + ")";
    }

    private String plainSignature(ClassDefinition.Method method) {
        return Signatures.name(method.signature()) + Signatures.parameterTypes(method.signature()).stream().map(this::plain)
                .collect(Collectors.joining(",", "(", ")"));
    }

    private RepSlot slot(ClassDefinition.Method method) {
        return new RepSlot(method.isVoid() ? RepSlot.VOID : plain(method.returnType()), Signatures.name(method.signature()),
                parameters(method.signature(), method.parameterNames()));
    }

    private List<RepParameter> parameters(String signature, List<String> names) {
        List<RepParameter> parameters = new ArrayList<>();
        for (String type : Signatures.parameterTypes(signature)) {
            int index = parameters.size();
            String name = index < names.size() && !names.get(index).isEmpty() ? names.get(index) : "arg" + (index + 1);
            parameters.add(new RepParameter(plain(type), name));
        }
        return parameters;
    }

    private static RepEnum enumeration(EnumDefinition told) {
        return new RepEnum(told.name(), told.scoped(), "",
                told.keys().stream().map(key -> new RepEnum.Entry(key.name(), key.value())).toList());
    }

    /** Without the scope of the class, which in a .rep file goes without saying; hosts name the class or one that repc made of it. */
    private String plain(String type) {
        String scoped = type.startsWith("QFlags<") && type.endsWith(">") ? type.substring(7, type.length() - 1) : type;
        int end = scoped.indexOf("::");
        return end > 0 && isOwnScope(scoped.substring(0, end)) ? scoped.substring(end + 2) : type;
    }

    private boolean isOwnScope(String scope) {
        return scope.startsWith(typeName) && REPC_SUFFIXES.contains(scope.substring(typeName.length()));
    }
}
