package io.remoteobjects.node.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.remoteobjects.wire.rep.RepClass;
import io.remoteobjects.wire.rep.RepEnum;
import io.remoteobjects.wire.rep.RepFile;
import io.remoteobjects.wire.rep.RepFlag;
import io.remoteobjects.wire.rep.RepItem;
import io.remoteobjects.wire.rep.RepPod;

/** Binds the types of an interface to those of its .rep file, and tells where they differ. */
final class TypeBinder {

    private final RepScope scope;
    private final String fileName;
    private final PlainTypes plain;
    private final Map<Class<?>, BoundType> pods = new HashMap<>();
    private final List<RepPod> openPods = new ArrayList<>();

    /** @param plain the types of a plain interface, of which those that have no Qt type are QVariants; else null */
    TypeBinder(RepFile file, RepClass type, String fileName, PlainTypes plain) {
        this.scope = new RepScope(file, type);
        this.fileName = fileName;
        this.plain = plain;
    }

    /**
     * @param value a place in the interface
     * @param text the type in the .rep file
     * @throws ContractException if values of the one cannot be values of the other
     */
    BoundType bind(JavaValue value, String text) {
        return bind(value, text, null);
    }

    private BoundType bind(JavaValue value, String text, String pod) {
        if (value.repType() != null && !sameText(value.repType(), text)) {
            throw new ContractException("Type of " + value.where() + " is @RepType(\"" + value.repType() + "\") in Java and '" + text
                    + "' in " + fileName + ". Make both the same.");
        }
        return bind(value.type(), text.strip(), pod, value.where());
    }

    private static boolean sameText(String one, String other) {
        return one.replaceAll("\\s", "").equals(other.replaceAll("\\s", ""));
    }

    private BoundType bind(JavaType javaType, String text, String pod, String where) {
        String element = ContainerTypes.elementText(text);
        if (element != null && javaType.isList()) {
            return ContainerTypes.list(text, javaType, bind(javaType.element(), element, pod, where));
        }
        List<String> entry = ContainerTypes.entryTexts(text);
        if (entry != null && javaType.isMap()) {
            return ContainerTypes.map(text, bind(javaType.arguments().get(0), entry.get(0), pod, where),
                    bind(javaType.arguments().get(1), entry.get(1), pod, where));
        }
        RepItem declared = scope.find(text, pod);
        Optional<BoundType> bound = declared == null ? ScalarTypes.bind(text, javaType.raw())
                : declared(declared, javaType, pod, where);
        if (bound.isEmpty() && plain != null && text.equals("QVariant")) {
            return PlainVariants.bind(plain.of(javaType, where), plain);
        }
        return bound.orElseThrow(() -> new ContractException("Type of " + where + " is " + javaType + " in Java and '" + text + "' in "
                + fileName + ", and values of one cannot be values of the other. Make both the same; unsigned types need the next wider "
                + "Java type."));
    }

    private Optional<BoundType> declared(RepItem declared, JavaType javaType, String pod, String where) {
        Class<?> raw = javaType.raw();
        if (declared instanceof RepEnum type && raw.isEnum()) {
            return Optional.of(EnumBinder.bind(type, raw, where));
        }
        if (declared instanceof RepFlag flag && raw == Set.class && javaType.element().raw().isEnum()) {
            return Optional.of(EnumBinder.bindFlags(flag.name(), scope.enumOf(flag, pod), javaType.element().raw(), where));
        }
        if (declared instanceof RepPod type && raw.isRecord()) {
            return Optional.of(pod(type, raw, where));
        }
        return Optional.empty();
    }

    private BoundType pod(RepPod type, Class<?> raw, String where) {
        BoundType known = pods.get(raw);
        if (known != null && known.type().name().equals(type.name())) {
            return known;
        }
        if (openPods.contains(type)) {
            throw new ContractException("POD " + type.name() + " of " + where + " in " + fileName + " contains itself. "
                    + "Send a list of flat PODs that name their parents.");
        }
        openPods.add(type);
        BoundType bound = RecordBinder.bind(type.name(), type.fields(), RecordShape.of(raw), where,
                (component, text) -> bind(component, text, type.name()));
        openPods.remove(type);
        pods.put(raw, bound);
        return bound;
    }
}
