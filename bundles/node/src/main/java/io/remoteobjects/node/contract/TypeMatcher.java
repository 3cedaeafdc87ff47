package io.remoteobjects.node.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.packet.ClassDefinition;
import io.remoteobjects.wire.packet.ClassDefinition.EnumDefinition;
import io.remoteobjects.wire.packet.ClassDefinition.Gadget;
import io.remoteobjects.wire.type.QtTypes;

/**
 * Compares the types of two definitions. Enums are the same if no name has two numbers and the size is the same, PODs if their fields
 * are, as they travel without field names to Qt; built-in types if they are the same under all of their names.
 */
final class TypeMatcher {

    private static final Map<String, String> ALIASES_OF_QT6 = Map.of("QStringList", "QList<QString>", "QVariantList", "QList<QVariant>",
            "QByteArrayList", "QList<QByteArray>", "QVariantMap", "QMap<QString,QVariant>", "QVariantHash", "QHash<QString,QVariant>");

    private final Map<String, EnumDefinition> ownEnums;
    private final Map<String, EnumDefinition> remoteEnums;
    private final Map<String, Gadget> ownPods = new HashMap<>();
    private final Map<String, Gadget> remotePods = new HashMap<>();
    private final Generation generation;
    private final boolean dataByName;

    /** @param dataByName whether PODs and enums travel by the names of their members, so that versions of them may differ */
    TypeMatcher(ClassDefinition own, ClassDefinition remote, Generation generation, boolean dataByName) {
        this.generation = generation;
        this.dataByName = dataByName;
        ownEnums = enums(own, ownPods);
        remoteEnums = enums(remote, remotePods);
    }

    /** {@return the enums by their plain names, those of PODs after their PODs too} */
    private static Map<String, EnumDefinition> enums(ClassDefinition definition, Map<String, Gadget> pods) {
        Map<String, EnumDefinition> enums = new HashMap<>();
        for (Gadget each : definition.gadgets()) {
            pods.put(each.name(), each);
            each.enums().forEach(type -> enums.put(type.name(), type));
        }
        definition.enums().forEach(type -> enums.put(type.name(), type));
        return enums;
    }

    /** {@return how two types differ, as the end of a sentence; empty if they do not} */
    Optional<String> difference(String own, String remote) {
        return same(own, remote) ? Optional.empty() : Optional.of("is " + own + " here and " + remote + " there");
    }

    boolean sameParameters(String ownSignature, String remoteSignature) {
        List<String> own = Signatures.parameterTypes(ownSignature);
        List<String> remote = Signatures.parameterTypes(remoteSignature);
        if (own.size() != remote.size()) {
            return false;
        }
        for (int i = 0; i < own.size(); i++) {
            if (!same(own.get(i), remote.get(i))) {
                return false;
            }
        }
        return true;
    }

    boolean same(String own, String remote) {
        if (own.startsWith("QtRO") || remote.startsWith("QtRO")) {
            return isSequence(own) == isSequence(remote);
        }
        EnumDefinition ownEnum = enumOf(own, ownEnums);
        EnumDefinition remoteEnum = enumOf(remote, remoteEnums);
        if (ownEnum != null || remoteEnum != null) {
            return ownEnum != null && remoteEnum != null && (dataByName || sameEnum(ownEnum, remoteEnum));
        }
        Gadget pod = ownPods.get(own);
        if (pod != null) {
            return own.equals(remote) && (dataByName || samePod(pod, remotePods.get(remote)));
        }
        String ownName = canonical(own);
        String remoteName = canonical(remote);
        return ownName.equals(remoteName) ? samePods(arguments(ownName)) : sameTemplate(ownName, remoteName);
    }

    private boolean samePods(List<String> types) {
        return types.stream().allMatch(each -> !ownPods.containsKey(each) || same(each, each));
    }

    /** Elements may be spelled differently, as enums of a class are. */
    private boolean sameTemplate(String own, String remote) {
        List<String> ownArguments = arguments(own);
        List<String> remoteArguments = arguments(remote);
        if (ownArguments.isEmpty() || ownArguments.size() != remoteArguments.size()
                || !own.substring(0, own.indexOf('<')).equals(remote.substring(0, remote.indexOf('<')))) {
            return false;
        }
        for (int i = 0; i < ownArguments.size(); i++) {
            if (!same(ownArguments.get(i), remoteArguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> arguments(String type) {
        return type.indexOf('<') < 0 ? List.of() : ContainerTypes.arguments(type);
    }

    private static boolean isSequence(String type) {
        return type.equals("QtROSequentialContainer") || type.startsWith("QList<") || type.startsWith("QVector<");
    }

    private static EnumDefinition enumOf(String type, Map<String, EnumDefinition> enums) {
        String name = type.startsWith("QFlags<") ? type.substring("QFlags<".length(), type.length() - 1) : type;
        return name.indexOf('<') >= 0 ? null : enums.get(name.substring(name.lastIndexOf(':') + 1));
    }

    private static boolean sameEnum(EnumDefinition own, EnumDefinition remote) {
        Map<String, Integer> numbers = new HashMap<>();
        own.keys().forEach(each -> numbers.put(each.name(), each.value()));
        return own.bytes() == remote.bytes()
                && remote.keys().stream().allMatch(each -> numbers.getOrDefault(each.name(), each.value()) == each.value());
    }

    private boolean samePod(Gadget own, Gadget remote) {
        if (remote == null || own.fields().size() != remote.fields().size()) {
            return false;
        }
        for (int i = 0; i < own.fields().size(); i++) {
            ClassDefinition.Field field = own.fields().get(i);
            ClassDefinition.Field other = remote.fields().get(i);
            if (!field.name().equals(other.name()) || !same(field.typeName(), other.typeName())) {
                return false;
            }
        }
        return true;
    }

    private String canonical(String type) {
        String name = QtTypes.byName(type).map(each -> each.name()).orElse(type).replace(" ", "");
        return generation == Generation.QTRO_2_0 ? ALIASES_OF_QT6.getOrDefault(name, name).replace("QVector<", "QList<") : name;
    }
}
