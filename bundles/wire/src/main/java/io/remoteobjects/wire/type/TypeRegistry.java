package io.remoteobjects.wire.type;

import io.remoteobjects.wire.Generation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds types by name and id: the built-in ones, those added, and containers of them. Immutable and thread safe; adding makes a new
 * registry.
 */
public final class TypeRegistry {

    /** Names come from the peer: past this many, containers are put together anew each time. */
    private static final int MAX_CACHED = 1000;

    /** How deep PODs may be nested in PODs that are only described. */
    private static final int MAX_POD_NESTING = 16;

    private final TypeRegistry parent;
    private final Map<String, QtType<?>> named;
    private final Map<Integer, QtType<?>> qt5Ids = new HashMap<>();
    private final Map<Integer, QtType<?>> qt6Ids = new HashMap<>();
    private final Map<String, QtType<?>> containers = new ConcurrentHashMap<>();
    private final QtType<Variant> variant;

    TypeRegistry(TypeRegistry parent, Collection<? extends QtType<?>> types) {
        this.parent = parent;
        this.named = new HashMap<>();
        this.variant = new VariantType(this);
        types.forEach(this::add);
        add(variant);
        add(ListType.builtIn("QVariantList", 9, variant));
        add(MapType.builtIn("QVariantMap", 8, "QMap", QtTypes.QSTRING, variant));
        add(MapType.builtIn("QVariantHash", 28, "QHash", QtTypes.QSTRING, variant));
        // what Qt 6 calls a container of PODs in the lists of a class definition
        named.put("QtROSequentialContainer", variant);
        named.put("QtROAssociativeContainer", variant);
    }

    /** {@return the built-in types} */
    public static TypeRegistry builtIn() {
        return QtTypes.REGISTRY;
    }

    private void add(QtType<?> type) {
        named.put(type.name(), type);
        for (Generation generation : Generation.values()) {
            if (type.isUserType(generation)) {
                named.putIfAbsent(type.userName(generation), type);
            } else if (!(type instanceof EnumType)) {
                ids(generation).put(type.id(generation), type);
            }
        }
    }

    private Map<Integer, QtType<?>> ids(Generation generation) {
        return generation == Generation.QTRO_2_0 ? qt6Ids : qt5Ids;
    }

    /** {@return a registry that knows these types as well; they hide others of the same name} */
    public TypeRegistry with(Collection<? extends QtType<?>> types) {
        return new TypeRegistry(this, types);
    }

    /**
     * Adds PODs that are only described, in any order. One that needs an unknown type, or itself, or is nested too deep, is left out.
     *
     * @param pods type names by field name in order, by POD name
     * @return a registry that knows these PODs as well, their values being {@link Pod}s
     */
    public TypeRegistry withPods(Map<String, ? extends Map<String, String>> pods) {
        Map<String, Map<String, String>> open = new LinkedHashMap<>(pods);
        TypeRegistry known = this;
        for (int nesting = 0; nesting < MAX_POD_NESTING && !open.isEmpty(); nesting++) {
            List<PodType<Pod>> resolved = new ArrayList<>();
            for (Map.Entry<String, Map<String, String>> pod : open.entrySet()) {
                known.pod(pod.getKey(), pod.getValue()).ifPresent(resolved::add);
            }
            if (resolved.isEmpty()) {
                break;
            }
            resolved.forEach(pod -> open.remove(pod.name()));
            known = known.with(resolved);
        }
        return known;
    }

    private Optional<PodType<Pod>> pod(String name, Map<String, String> fieldTypes) {
        List<PodType.Field> fields = new ArrayList<>();
        for (Map.Entry<String, String> field : fieldTypes.entrySet()) {
            Optional<QtType<?>> type = find(field.getValue());
            if (type.isEmpty()) {
                return Optional.empty();
            }
            fields.add(new PodType.Field(field.getKey(), type.get()));
        }
        return Optional.of(PodType.generic(name, fields));
    }

    /** {@return QVariant, holding any type of this registry} */
    public QtType<Variant> variant() {
        return variant;
    }

    /** {@return the type with that id in a QVariant} */
    public Optional<QtType<?>> byId(int id, Generation generation) {
        QtType<?> type = ids(generation).get(id);
        return type != null || parent == null ? Optional.ofNullable(type) : parent.byId(id, generation);
    }

    /** {@return the type with that name, as .rep files, class definitions and QVariants write it; containers are put together} */
    public Optional<QtType<?>> find(String name) {
        QtType<?> type = lookUp(name);
        if (type == null) {
            type = containers.get(name);
        }
        if (type == null) {
            type = TypeName.parse(name).map(this::resolve).orElse(null);
            if (type != null && containers.size() < MAX_CACHED) {
                containers.put(name, type);
            }
        }
        return Optional.ofNullable(type);
    }

    private QtType<?> lookUp(String name) {
        QtType<?> type = named.get(name);
        return type != null || parent == null ? type : parent.lookUp(name);
    }

    private QtType<?> resolve(TypeName name) {
        QtType<?> known = lookUp(name.toString());
        if (known != null) {
            return known;
        }
        List<QtType<?>> arguments = new ArrayList<>();
        for (TypeName argument : name.arguments()) {
            QtType<?> type = resolve(argument);
            if (type == null) {
                return null;
            }
            arguments.add(type);
        }
        return container(name.base(), arguments);
    }

    private static QtType<?> container(String base, List<QtType<?>> arguments) {
        switch (arguments.size()) {
            case 1:
                return sequence(base, arguments.get(0));
            case 2:
                return pairs(base, arguments.get(0), arguments.get(1));
            default:
                return null;
        }
    }

    private static QtType<?> sequence(String base, QtType<?> element) {
        switch (base) {
            case "QList":
                return ListType.of(element);
            case "QVector":
                return ListType.vector(element);
            case "QFlags":
                return element instanceof EnumType ? element : null;
            default:
                return null;
        }
    }

    private static QtType<?> pairs(String base, QtType<?> first, QtType<?> second) {
        switch (base) {
            case "QMap":
                return MapType.of(first, second);
            case "QHash":
                return MapType.hash(first, second);
            case "std::pair":
                return new PairType<>(first, second);
            default:
                return null;
        }
    }
}
