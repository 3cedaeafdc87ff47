package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.packet.ClassDefinition.EnumDefinition;
import io.remoteobjects.wire.packet.ClassDefinition.Field;
import io.remoteobjects.wire.packet.ClassDefinition.Gadget;
import io.remoteobjects.wire.packet.ClassDefinition.Key;
import io.remoteobjects.wire.packet.ClassDefinition.Member;
import io.remoteobjects.wire.packet.ClassDefinition.Method;
import io.remoteobjects.wire.packet.ClassDefinition.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Reads and writes a {@link ClassDefinition}. Names are byte arrays, but those of properties and their types are C strings. */
final class DefinitionCodec {

    /** Nothing in a definition is shorter than one length word. */
    private static final int MIN_ELEMENT_BYTES = 4;

    private DefinitionCodec() {
    }

    static ClassDefinition read(WireInput in) {
        return new ClassDefinition(in.readString(), readList(in, DefinitionCodec::readEnum), readList(in, WireInput::readCString),
                readList(in, DefinitionCodec::readGadget), readList(in, DefinitionCodec::readSignal),
                readList(in, DefinitionCodec::readMethod), readList(in, DefinitionCodec::readProperty));
    }

    static void write(WireOutput out, ClassDefinition definition) {
        out.writeString(definition.typeName());
        writeList(out, definition.enums(), DefinitionCodec::writeEnum);
        writeList(out, definition.qtEnums(), WireOutput::writeText);
        writeList(out, definition.gadgets(), DefinitionCodec::writeGadget);
        writeList(out, definition.signals(), DefinitionCodec::writeSignal);
        writeList(out, definition.methods(), DefinitionCodec::writeMethod);
        writeList(out, definition.properties(), DefinitionCodec::writeProperty);
    }

    /** Qt 5 leaves out the enums of the POD. */
    static List<Gadget> readPods(WireInput in) {
        readList(in, WireInput::readCString);
        return readList(in, pod -> new Gadget(pod.readCString(), readFields(pod),
                pod.remaining() == 0 ? List.of() : readList(pod, DefinitionCodec::readEnum)));
    }

    private static EnumDefinition readEnum(WireInput in) {
        return new EnumDefinition(in.readCString(), in.readBool(), in.readBool(), in.readI32(),
                readList(in, key -> new Key(key.readCString(), key.readI32())));
    }

    private static void writeEnum(WireOutput out, EnumDefinition definition) {
        out.writeText(definition.name());
        out.writeBool(definition.flag());
        out.writeBool(definition.scoped());
        out.writeI32(definition.size());
        writeList(out, definition.keys(), (keys, key) -> {
            keys.writeText(key.name());
            keys.writeI32(key.value());
        });
    }

    private static Gadget readGadget(WireInput in) {
        return new Gadget(in.readCString(), readFields(in), readList(in, DefinitionCodec::readEnum));
    }

    private static List<Field> readFields(WireInput in) {
        return readList(in, field -> new Field(field.readCString(), field.readCString()));
    }

    private static void writeGadget(WireOutput out, Gadget gadget) {
        out.writeText(gadget.name());
        writeList(out, gadget.fields(), (fields, field) -> {
            fields.writeText(field.name());
            fields.writeText(field.typeName());
        });
        writeList(out, gadget.enums(), DefinitionCodec::writeEnum);
    }

    private static Member readSignal(WireInput in) {
        return new Member(in.readCString(), readList(in, WireInput::readCString));
    }

    private static void writeSignal(WireOutput out, Member signal) {
        out.writeText(signal.signature());
        writeList(out, signal.parameterNames(), WireOutput::writeText);
    }

    private static Method readMethod(WireInput in) {
        return new Method(in.readCString(), in.readCString(), readList(in, WireInput::readCString));
    }

    private static void writeMethod(WireOutput out, Method method) {
        out.writeText(method.signature());
        out.writeText(method.returnType());
        writeList(out, method.parameterNames(), WireOutput::writeText);
    }

    private static Property readProperty(WireInput in) {
        String name = in.readCString();
        String typeName = in.readCString();
        String notifySignature = in.readCString();
        return new Property(name, typeName, notifySignature.isEmpty() ? null : notifySignature);
    }

    private static void writeProperty(WireOutput out, Property property) {
        out.writeCString(property.name());
        out.writeCString(property.typeName());
        out.writeText(property.notifySignature());
    }

    private static <T> List<T> readList(WireInput in, Function<WireInput, T> element) {
        int count = in.readCount(MIN_ELEMENT_BYTES);
        List<T> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(element.apply(in));
        }
        return list;
    }

    private static <T> void writeList(WireOutput out, List<T> list, BiConsumer<WireOutput, T> element) {
        out.writeI32(list.size());
        list.forEach(item -> element.accept(out, item));
    }
}
