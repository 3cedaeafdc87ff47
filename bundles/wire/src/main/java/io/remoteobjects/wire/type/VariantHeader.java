package io.remoteobjects.wire.type;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.WireOutput;
import java.nio.charset.StandardCharsets;

/** What stands before the value in a QVariant, for each generation: the id, the null flag (always 0) and, for user types, the name. */
final class VariantHeader {

    static final int INVALID = 0;
    static final int VARIANT = 41;

    private final Form qt5;
    private final Form qt6;

    private VariantHeader(Form qt5, Form qt6) {
        this.qt5 = qt5;
        this.qt6 = qt6;
    }

    /** A header of an id that both generations share. */
    static VariantHeader builtIn(int id) {
        return builtIn(id, id);
    }

    static VariantHeader builtIn(int qt5, int qt6) {
        return new VariantHeader(Form.builtIn(qt5), Form.builtIn(qt6));
    }

    /** A header of a name that both generations share. */
    static VariantHeader user(String name) {
        return user(name, name);
    }

    static VariantHeader user(String qt5, String qt6) {
        return new VariantHeader(Form.user(Generation.QTRO_1_3, qt5), Form.user(Generation.QTRO_2_0, qt6));
    }

    /** A header that is a name in Qt 5 and an id in Qt 6, as of QList&lt;QString&gt;. */
    static VariantHeader userThenBuiltIn(String qt5, int qt6) {
        return new VariantHeader(Form.user(Generation.QTRO_1_3, qt5), Form.builtIn(qt6));
    }

    Form of(Generation generation) {
        return generation == Generation.QTRO_2_0 ? qt6 : qt5;
    }

    /** {@return whether a peer of either generation would call the type so} */
    boolean hasName(String name) {
        return name.equals(qt5.name) || name.equals(qt6.name);
    }

    void write(WireOutput out) {
        Form form = of(out.generation());
        out.writeI32(form.id);
        out.writeU8(0);
        if (form.nameBytes != null) {
            out.writeBytes(form.nameBytes);
        }
    }

    /** The header in one generation. */
    static final class Form {

        final int id;
        final String name;
        final byte[] nameBytes;

        private Form(int id, String name) {
            this.id = id;
            this.name = name;
            this.nameBytes = name == null ? null : (name + '\0').getBytes(StandardCharsets.UTF_8);
        }

        static Form builtIn(int id) {
            return new Form(id, null);
        }

        static Form user(Generation generation, String name) {
            return new Form(generation.userTypeId(), name);
        }

        boolean isUserType() {
            return name != null;
        }
    }
}
