package io.remoteobjects.wire.type;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map: a count, then key and value pairs, bare. Maps to PODs travel inside a {@code QAS_} wrapper in QtRO 2.0. Values read are
 * unmodifiable and keep the order of the wire, which has no meaning; they are written in the order of the map's iteration.
 *
 * @param <K> the Java class of the keys
 * @param <V> the Java class of the values
 */
public final class MapType<K, V> extends QtType<Map<K, V>> {

    static final String WRAPPER = "QRemoteObjectPackets::QAS_";

    private final String container;
    private final QtType<K> key;
    private final QtType<V> value;

    private MapType(String name, VariantHeader header, String container, QtType<K> key, QtType<V> value) {
        super(name, header, false);
        this.container = container;
        this.key = key;
        this.value = value;
    }

    /** {@return the type {@code QMap<key,value>}} */
    public static <K, V> MapType<K, V> of(QtType<K> key, QtType<V> value) {
        return of("QMap", 8, key, value);
    }

    /** {@return the type {@code QHash<key,value>}} */
    public static <K, V> MapType<K, V> hash(QtType<K> key, QtType<V> value) {
        return of("QHash", 28, key, value);
    }

    private static <K, V> MapType<K, V> of(String container, int variantId, QtType<K> key, QtType<V> value) {
        String name = container + "<" + key.name() + "," + value.name() + ">";
        VariantHeader header;
        if (key.name().equals("QString") && value.name().equals("QVariant")) {
            header = VariantHeader.userThenBuiltIn(name, variantId);
        } else {
            header = VariantHeader.user(name, value.isPod() ? WRAPPER : name);
        }
        return new MapType<>(name, header, container, key, value);
    }

    static <K, V> MapType<K, V> builtIn(String name, int id, String container, QtType<K> key, QtType<V> value) {
        return new MapType<>(name, VariantHeader.builtIn(id), container, key, value);
    }

    /** A user type with a name of its own in either generation that is laid out like a map. */
    static <K, V> MapType<K, V> named(VariantHeader header, String container, QtType<K> key, QtType<V> value) {
        return new MapType<>(container + "<" + key.name() + "," + value.name() + ">", header, container, key, value);
    }

    /** {@return the type of the keys} */
    public QtType<K> key() {
        return key;
    }

    /** {@return the type of the values} */
    public QtType<V> value() {
        return value;
    }

    @Override
    public Map<K, V> defaultValue() {
        return Map.of();
    }

    @Override
    public Map<K, V> read(WireInput in) {
        int count = in.readCount(1);
        Map<K, V> values = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            K k = key.read(in);
            values.put(k, value.read(in));
        }
        return Collections.unmodifiableMap(values);
    }

    @Override
    Map<K, V> readHeaded(WireInput in) {
        if (!isWrapped(in.generation())) {
            return read(in);
        }
        int start = in.position();
        String typeName = in.readCString();
        if (!namesThis(typeName)) {
            throw mismatch(in, typeName, start);
        }
        return readWrapped(in);
    }

    /** Reads what follows the map's type name in a QAS_ wrapper. */
    Map<K, V> readWrapped(WireInput in) {
        in.readCString();
        in.readCString();
        WireInput blob = in.readBlob();
        blob.readCString();
        blob.readCString();
        Map<K, V> values = read(blob);
        blob.requireEnd();
        return values;
    }

    @Override
    Map<K, V> readConverted(WireInput in, int id, int start) {
        boolean same = QtTypes.REGISTRY.byId(id, in.generation()).orElse(null) instanceof MapType<?, ?> other
                && other.key.name().equals(key.name()) && other.value.name().equals(value.name());
        return same ? read(in) : super.readConverted(in, id, start);
    }

    @Override
    Map<K, V> readNamed(WireInput in, String userName, int start) {
        return namesThis(userName) ? read(in) : super.readNamed(in, userName, start);
    }

    boolean namesThis(String userName) {
        return TypeName.normalize(userName).equals(container + "<" + key.name() + "," + value.name() + ">");
    }

    @Override
    void writeHeaded(WireOutput out, Map<K, V> map) {
        if (!isWrapped(out.generation())) {
            write(out, map);
            return;
        }
        out.writeText(name());
        out.writeText(key.name());
        out.writeText(value.name());
        out.writeBlob(blob -> {
            blob.writeText(key.name());
            blob.writeText(value.name());
            write(blob, map);
        });
    }

    private boolean isWrapped(Generation generation) {
        return value.isPod() && generation.wrapsPodContainers();
    }

    @Override
    public void write(WireOutput out, Map<K, V> map) {
        out.writeI32(required(map).size());
        for (Map.Entry<K, V> entry : map.entrySet()) {
            key.write(out, entry.getKey());
            value.write(out, entry.getValue());
        }
    }
}
