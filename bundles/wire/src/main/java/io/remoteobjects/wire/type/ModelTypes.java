package io.remoteobjects.wire.type;

import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import java.util.List;
import java.util.Map;

/** The types of item models. Their names are those that Qt 5.15 and Qt 6.4 were seen to send. */
public final class ModelTypes {

    private static final QtType<ModelIndex> INDEX = ValueType.of("ModelIndex", VariantHeader.user("ModelIndex"), new ModelIndex(-1, -1),
            in -> new ModelIndex(in.readI32(), in.readI32()), (out, index) -> {
                out.writeI32(index.row());
                out.writeI32(index.column());
            });

    /** The path to an item; empty for the root. */
    public static final QtType<List<ModelIndex>> INDEX_LIST =
            ListType.named("QList<ModelIndex>", VariantHeader.user("IndexList", "QList<ModelIndex>"), INDEX);

    private static final QtType<Integer> ORIENTATION = EnumType.generic("Qt::Orientation", Integer.BYTES);

    /** Roles, sections. */
    public static final QtType<List<Integer>> INT_LIST = ListType.vector(QtTypes.INT);

    /** 1 horizontal, 2 vertical. */
    public static final QtType<List<Integer>> ORIENTATIONS = ListType.vector(ORIENTATION);

    /** Names of roles by number. */
    public static final QtType<Map<Integer, byte[]>> ROLE_NAMES =
            MapType.named(VariantHeader.user("QIntHash", "QHash<int,QByteArray>"), "QHash", QtTypes.INT, QtTypes.QBYTEARRAY);

    /** How a selection changes; a bit set. */
    public static final QtType<Integer> SELECTION_FLAGS = ValueType.of("QItemSelectionModel::SelectionFlags",
            VariantHeader.userThenBuiltIn("QItemSelectionModel::SelectionFlags", IntegerKind.INT.id()), 0, WireInput::readI32,
            WireOutput::writeI32);

    private static final QtType<ModelEntry> ENTRY = ValueType.of("IndexValuePair", VariantHeader.user("IndexValuePair"),
            new ModelEntry(List.of(), List.of(), false, 0, List.of(), Geometry.Size.INVALID), ModelTypes::readEntry,
            ModelTypes::writeEntry);

    /** The reply to a row request. */
    public static final QtType<List<ModelEntry>> DATA_ENTRIES = ListType.named("DataEntries", ENTRY);

    /** The reply to a cache request. */
    public static final QtType<ModelSnapshot> SNAPSHOT = ValueType.of("MetaAndDataEntries", VariantHeader.user("MetaAndDataEntries"),
            new ModelSnapshot(List.of(), List.of(), Geometry.Size.INVALID),
            in -> new ModelSnapshot(DATA_ENTRIES.read(in), INT_LIST.read(in), Shapes.readSize(in)), (out, snapshot) -> {
                DATA_ENTRIES.write(out, snapshot.entries());
                INT_LIST.write(out, snapshot.roles());
                Shapes.writeSize(out, snapshot.size());
            });

    /** A registry that knows the built-in types and these. */
    public static final TypeRegistry REGISTRY = TypeRegistry.builtIn()
            .with(List.of(INDEX_LIST, ORIENTATION, ROLE_NAMES, SELECTION_FLAGS, DATA_ENTRIES, SNAPSHOT));

    private ModelTypes() {
    }

    private static ModelEntry readEntry(WireInput in) {
        in.enter();
        ModelEntry entry = new ModelEntry(INDEX_LIST.read(in), QtTypes.QVARIANTLIST.read(in), in.readBool(), in.readI32(),
                DATA_ENTRIES.read(in), Shapes.readSize(in));
        in.leave();
        return entry;
    }

    private static void writeEntry(WireOutput out, ModelEntry entry) {
        INDEX_LIST.write(out, entry.index());
        QtTypes.QVARIANTLIST.write(out, entry.data());
        out.writeBool(entry.hasChildren());
        out.writeI32(entry.flags());
        DATA_ENTRIES.write(out, entry.children());
        Shapes.writeSize(out, entry.size());
    }
}
