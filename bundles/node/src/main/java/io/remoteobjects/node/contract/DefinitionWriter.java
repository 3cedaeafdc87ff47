package io.remoteobjects.node.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.packet.ClassDefinition;
import io.remoteobjects.wire.packet.ClassDefinition.EnumDefinition;
import io.remoteobjects.wire.packet.ClassDefinition.Gadget;
import io.remoteobjects.wire.rep.RepClass;
import io.remoteobjects.wire.rep.RepEnum;
import io.remoteobjects.wire.rep.RepFlag;
import io.remoteobjects.wire.rep.RepItem;
import io.remoteobjects.wire.rep.RepParameter;
import io.remoteobjects.wire.rep.RepPod;
import io.remoteobjects.wire.rep.RepProperty;
import io.remoteobjects.wire.rep.RepSlot;
import io.remoteobjects.wire.type.QtTypes;

/**
 * Writes the definition that dynamic replicas get. It says what Qt's own Sources say, with two differences that help Qt's dynamic replicas:
 * the change signal a property names is spelled as in the list of signals, so that it is always found there; and enums from outside the
 * class are listed as if they were in it, so that their values are known.
 */
final class DefinitionWriter {

    private static final String SEQUENCE_OF_PODS = "QtROSequentialContainer";
    private static final String MAP_OF_PODS = "QtROAssociativeContainer";

    private final RepClass type;
    private final RepScope scope;
    private final Generation generation;
    private final Map<String, RepEnum> enums = new LinkedHashMap<>();
    private final Map<String, RepFlag> flags = new LinkedHashMap<>();
    private final Map<String, Gadget> gadgets = new LinkedHashMap<>();

    DefinitionWriter(RepClass type, RepScope scope, Generation generation) {
        this.type = type;
        this.scope = scope;
        this.generation = generation;
        type.enums().forEach(each -> enums.put(each.name(), each));
        type.members(RepFlag.class).forEach(each -> flags.put(each.name(), each));
    }

    /** {@return the definition of an object that no .rep file declares} */
    static ClassDefinition ofMembers(String typeName, List<PropertyMember> properties, List<SignalMember> signals, List<SlotMember> slots) {
        return new ClassDefinition(typeName, List.of(), List.of(), List.of(),
                signals.stream().map(each -> new ClassDefinition.Member(each.signature(), parameterNames(each.parameters()))).toList(),
                slots.stream().map(each -> new ClassDefinition.Method(each.signature(),
                        each.returnType() == null ? RepSlot.VOID : each.returnType().name(), parameterNames(each.parameters()))).toList(),
                properties.stream().map(each -> new ClassDefinition.Property(each.name(), each.type().name(),
                        each.notifySignal() < 0 ? null : signals.get(each.notifySignal()).signature())).toList());
    }

    private static List<String> parameterNames(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).toList();
    }

    ClassDefinition write() {
        List<ClassDefinition.Member> signals = new ArrayList<>();
        List<ClassDefinition.Method> methods = new ArrayList<>();
        List<ClassDefinition.Property> properties = new ArrayList<>();
        for (RepProperty each : type.properties()) {
            String change = null;
            String argument = "(" + inSignature(each.type()) + ")";
            if (each.modifier() != RepProperty.Modifier.CONSTANT) {
                change = each.notifyName() + argument;
                signals.add(new ClassDefinition.Member(change, List.of(each.name())));
            }
            if (each.modifier() == RepProperty.Modifier.READPUSH) {
                methods.add(new ClassDefinition.Method(each.pushName() + argument, RepSlot.VOID, List.of(each.name())));
            }
            properties.add(new ClassDefinition.Property(each.name(), ofProperty(each.type()), change));
        }
        type.signals().forEach(each ->
                signals.add(new ClassDefinition.Member(signature(each.name(), each.parameters()), names(each.parameters()))));
        type.slots().forEach(each -> methods.add(new ClassDefinition.Method(signature(each.name(), each.parameters()),
                name(each.returnType().strip(), null, this::signatureName), names(each.parameters()))));
        return new ClassDefinition(type.name(), definitions(enums, flags, null), List.of(), List.copyOf(gadgets.values()), signals, methods,
                properties);
    }

    private String signature(String name, List<RepParameter> parameters) {
        return parameters.stream().map(each -> inSignature(each.type())).collect(Collectors.joining(",", name + "(", ")"));
    }

    private static List<String> names(List<RepParameter> parameters) {
        return parameters.stream().map(RepParameter::name).toList();
    }

    private String inSignature(String text) {
        String wrapper = wrapper(text);
        String name = name(text, null, this::signatureName);
        return wrapper == null ? name : wrapper;
    }

    private String ofProperty(String text) {
        String wrapper = wrapper(text);
        String name = name(text, null, this::propertyName);
        return wrapper == null ? name : wrapper;
    }

    private String signatureName(RepItem declared) {
        return declared instanceof RepEnum each ? type.name() + "::" + each.name() : ((RepFlag) declared).name();
    }

    /** Qt 5 names the enum as the C++ class of the Source has it, Qt 6 with the name of that class before it. */
    private String propertyName(RepItem declared) {
        String cppClass = generation == Generation.QTRO_1_3 ? "" : type.name() + "Source::";
        return declared instanceof RepEnum each ? cppClass + each.name() : "QFlags<" + cppClass + ((RepFlag) declared).enumName() + ">";
    }

    /** What Qt 6 calls a container of PODs where it lists types; null for any other type. */
    private String wrapper(String text) {
        if (!generation.wrapsPodContainers()) {
            return null;
        }
        String element = ContainerTypes.elementText(text);
        List<String> entry = ContainerTypes.entryTexts(text);
        if (element != null && scope.find(element, null) instanceof RepPod) {
            return SEQUENCE_OF_PODS;
        }
        return entry != null && scope.find(entry.get(1), null) instanceof RepPod ? MAP_OF_PODS : null;
    }

    /**
     * @param pod the POD whose field has the type, or null
     * @param ofEnum names an enum or flag type
     */
    private String name(String text, String pod, Function<RepItem, String> ofEnum) {
        RepItem declared = scope.find(text, pod);
        if (declared instanceof RepPod found) {
            add(found);
            return found.name();
        }
        if (declared != null) {
            if (pod == null) {
                addEnum(declared);
            }
            return ofEnum.apply(declared);
        }
        int template = text.indexOf('<');
        List<String> arguments = template < 0 ? List.of() : ContainerTypes.arguments(text);
        if (!arguments.isEmpty()) {
            return arguments.stream().map(each -> name(each, pod, ofEnum))
                    .collect(Collectors.joining(",", text.substring(0, template) + "<", ">"));
        }
        return QtTypes.byName(text).map(each -> each.name()).orElse(text);
    }

    private void addEnum(RepItem declared) {
        if (declared instanceof RepEnum each) {
            enums.putIfAbsent(each.name(), each);
        } else if (declared instanceof RepFlag each) {
            addEnum(scope.enumOf(each, null));
            flags.putIfAbsent(each.name(), each);
        }
    }

    private void add(RepPod pod) {
        if (gadgets.containsKey(pod.name())) {
            return;
        }
        Map<String, RepEnum> ownEnums = new LinkedHashMap<>();
        Map<String, RepFlag> ownFlags = new LinkedHashMap<>();
        pod.enums().forEach(each -> ownEnums.put(each.name(), each));
        pod.flags().forEach(each -> ownFlags.put(each.name(), each));
        List<ClassDefinition.Field> fields = new ArrayList<>();
        for (RepParameter field : pod.fields()) {
            fields.add(new ClassDefinition.Field(field.name(), name(field.type(), pod.name(), declared -> {
                if (declared instanceof RepEnum each) {
                    ownEnums.putIfAbsent(each.name(), each);
                    return pod.name() + "::" + each.name();
                }
                RepFlag flag = (RepFlag) declared;
                ownFlags.putIfAbsent(flag.name(), flag);
                return "QFlags<" + pod.name() + "::" + flag.name() + ">";
            })));
        }
        gadgets.put(pod.name(), new Gadget(pod.name(), fields, definitions(ownEnums, ownFlags, pod.name())));
    }

    private List<EnumDefinition> definitions(Map<String, RepEnum> listedEnums, Map<String, RepFlag> listedFlags, String pod) {
        List<EnumDefinition> definitions = new ArrayList<>();
        listedEnums.values().forEach(each ->
                definitions.add(new EnumDefinition(each.name(), false, each.scoped(), EnumBinder.size(each), keys(each))));
        listedFlags.values().forEach(each -> definitions.add(
                new EnumDefinition(each.name(), true, false, Integer.BYTES, keys(scope.enumOf(each, pod)))));
        return definitions;
    }

    private static List<ClassDefinition.Key> keys(RepEnum type) {
        return type.entries().stream().map(each -> new ClassDefinition.Key(each.name(), each.value())).toList();
    }
}
