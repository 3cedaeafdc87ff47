package io.remoteobjects.wire.type;

import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;

/** QVariant itself: holds a value of any type that the registry knows. A QVariant in a QVariant is unwrapped on reading. */
final class VariantType extends QtType<Variant> {

    private final TypeRegistry registry;

    VariantType(TypeRegistry registry) {
        super("QVariant", VariantHeader.builtIn(VariantHeader.VARIANT), true);
        this.registry = registry;
    }

    @Override
    public Variant defaultValue() {
        return Variant.INVALID;
    }

    @Override
    public Variant readVariant(WireInput in) {
        return read(in);
    }

    @Override
    public Variant read(WireInput in) {
        int start = in.position();
        int id = in.readI32();
        in.skip(1);
        if (id == VariantHeader.INVALID) {
            return Variant.INVALID;
        }
        in.enter();
        Variant value = id == in.generation().userTypeId() ? readNamed(in, in.readCString(), start) : readBuiltIn(in, id, start);
        in.leave();
        return value;
    }

    private Variant readBuiltIn(WireInput in, int id, int start) {
        if (id == VariantHeader.VARIANT) {
            return read(in);
        }
        QtType<?> type = registry.byId(id, in.generation()).orElseThrow(() -> unknown("QVariant type " + id, start));
        return new Variant(type, type.read(in));
    }

    @Override
    Variant readNamed(WireInput in, String userName, int start) {
        if (userName.equals(ListType.WRAPPER)) {
            String name = in.readCString();
            if (registry.find(name).orElse(null) instanceof ListType<?> list) {
                return new Variant(list, list.readWrapped(in));
            }
            throw unknown("type " + name, start);
        }
        if (userName.equals(MapType.WRAPPER)) {
            String name = in.readCString();
            if (registry.find(name).orElse(null) instanceof MapType<?, ?> map) {
                return new Variant(map, map.readWrapped(in));
            }
            throw unknown("type " + name, start);
        }
        QtType<?> type = registry.find(userName).orElseThrow(() -> unknown("type " + userName, start));
        return type == this ? read(in) : new Variant(type, type.read(in));
    }

    private static WireException unknown(String what, int start) {
        return new WireException("A QVariant of unknown " + what, start,
                "Declare the type in the .rep file, or use one that both sides know.");
    }

    @Override
    public void writeVariant(WireOutput out, Variant value) {
        write(out, value);
    }

    @Override
    public void write(WireOutput out, Variant value) {
        if (value == null || !value.isValid()) {
            out.writeI32(VariantHeader.INVALID);
            out.writeU8(1);
        } else {
            value.type().writeVariantOf(out, value.value());
        }
    }
}
