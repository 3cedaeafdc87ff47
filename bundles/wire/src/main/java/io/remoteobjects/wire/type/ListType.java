package io.remoteobjects.wire.type;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A sequence: a count, then bare elements. Lists of PODs travel inside a {@code QSQ_} wrapper in QtRO 2.0. Values read are unmodifiable.
 *
 * @param <E> the Java class of the elements
 */
public final class ListType<E> extends QtType<List<E>> {

    static final String WRAPPER = "QRemoteObjectPackets::QSQ_";

    /** Room for so many elements before they are there: lists nest, and mere counts must not make us allocate much. */
    private static final int ROOM = 1_024;

    private final QtType<E> element;

    private ListType(String name, VariantHeader header, QtType<E> element) {
        super(name, header, false);
        this.element = element;
    }

    /** {@return the type {@code QList<element>}} */
    public static <E> ListType<E> of(QtType<E> element) {
        String name = "QList<" + element.name() + ">";
        switch (element.name()) {
            case "QString":
                return new ListType<>(name, VariantHeader.userThenBuiltIn(name, 11), element);
            case "QVariant":
                return new ListType<>(name, VariantHeader.userThenBuiltIn(name, 9), element);
            case "QByteArray":
                return new ListType<>(name, VariantHeader.userThenBuiltIn(name, 49), element);
            default:
                return new ListType<>(name, header(name, name, element), element);
        }
    }

    /** {@return the type that is {@code QVector<element>} in Qt 5 and the same as {@code QList<element>} in Qt 6} */
    public static <E> ListType<E> vector(QtType<E> element) {
        String name = "QVector<" + element.name() + ">";
        return new ListType<>(name, header(name, "QList<" + element.name() + ">", element), element);
    }

    private static VariantHeader header(String qt5, String qt6, QtType<?> element) {
        return VariantHeader.user(qt5, element.isPod() ? WRAPPER : qt6);
    }

    static <E> ListType<E> builtIn(String name, int id, QtType<E> element) {
        return new ListType<>(name, VariantHeader.builtIn(id), element);
    }

    /** A user type with a name of its own that is laid out like a list. */
    static <E> ListType<E> named(String name, QtType<E> element) {
        return named(name, VariantHeader.user(name), element);
    }

    static <E> ListType<E> named(String name, VariantHeader header, QtType<E> element) {
        return new ListType<>(name, header, element);
    }

    /** {@return the type of the elements} */
    public QtType<E> element() {
        return element;
    }

    @Override
    public List<E> defaultValue() {
        return List.of();
    }

    @Override
    public List<E> read(WireInput in) {
        int count = in.readCount(1);
        List<E> values = new ArrayList<>(Math.min(count, ROOM));
        for (int i = 0; i < count; i++) {
            values.add(element.read(in));
        }
        return Collections.unmodifiableList(values);
    }

    @Override
    List<E> readHeaded(WireInput in) {
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

    /** Reads what follows the list's type name in a QSQ_ wrapper. */
    List<E> readWrapped(WireInput in) {
        in.readCString();
        WireInput blob = in.readBlob();
        blob.readCString();
        List<E> values = read(blob);
        blob.requireEnd();
        return values;
    }

    @Override
    void writeHeaded(WireOutput out, List<E> value) {
        if (!isWrapped(out.generation())) {
            write(out, value);
            return;
        }
        out.writeText(name());
        out.writeText(element.name());
        out.writeBlob(blob -> {
            blob.writeText(element.name());
            write(blob, value);
        });
    }

    private boolean isWrapped(Generation generation) {
        return element.isPod() && generation.wrapsPodContainers();
    }

    @Override
    List<E> readNamed(WireInput in, String userName, int start) {
        return namesThis(userName) ? read(in) : super.readNamed(in, userName, start);
    }

    @Override
    List<E> readConverted(WireInput in, int id, int start) {
        boolean same = QtTypes.REGISTRY.byId(id, in.generation()).orElse(null) instanceof ListType<?> other
                && other.element.name().equals(element.name());
        return same ? read(in) : super.readConverted(in, id, start);
    }

    boolean namesThis(String userName) {
        TypeName parsed = TypeName.parse(userName).orElse(null);
        return parsed != null && (parsed.base().equals("QList") || parsed.base().equals("QVector"))
                && parsed.arguments().size() == 1 && parsed.arguments().get(0).toString().equals(element.name());
    }

    @Override
    public void write(WireOutput out, List<E> value) {
        out.writeI32(required(value).size());
        for (E item : value) {
            element.write(out, item);
        }
    }
}
