package io.remoteobjects.wire.type;

import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.type.JsonValue.Kind;
import java.nio.charset.StandardCharsets;

/** Makes the JSON and CBOR types; their content stays text or bytes. */
final class Documents {

    private static final Kind[] KINDS = Kind.values();
    private static final byte[] CBOR_UNDEFINED = {(byte) 0xF7};

    private Documents() {
    }

    static QtType<JsonText> json(String name, int id, String empty) {
        return ValueType.of(name, id, new JsonText(empty), Documents::readText, (out, value) -> out.writeText(value.text()));
    }

    private static JsonText readText(WireInput in) {
        byte[] utf8 = in.readBytes();
        return new JsonText(utf8 == null ? "" : new String(utf8, StandardCharsets.UTF_8));
    }

    static QtType<JsonValue> jsonValue() {
        return ValueType.of("QJsonValue", 45, new JsonValue(Kind.NULL, null), Documents::readValue, Documents::writeValue);
    }

    private static JsonValue readValue(WireInput in) {
        int start = in.position();
        int kind = in.readU8();
        if (kind >= KINDS.length) {
            throw new WireException("A QJsonValue of unknown kind " + kind, start, "Send a defined JSON value.");
        }
        switch (KINDS[kind]) {
            case BOOL:
                return new JsonValue(Kind.BOOL, in.readBool());
            case DOUBLE:
                return new JsonValue(Kind.DOUBLE, in.readDouble());
            case STRING:
                return new JsonValue(Kind.STRING, in.readString());
            case ARRAY:
            case OBJECT:
                return new JsonValue(KINDS[kind], readText(in));
            default:
                return new JsonValue(Kind.NULL, null);
        }
    }

    private static void writeValue(WireOutput out, JsonValue value) {
        out.writeU8(value.kind().ordinal());
        switch (value.kind()) {
            case BOOL:
                out.writeBool((Boolean) value.value());
                break;
            case DOUBLE:
                out.writeDouble((Double) value.value());
                break;
            case STRING:
                out.writeString((String) value.value());
                break;
            case ARRAY:
            case OBJECT:
                out.writeText(((JsonText) value.value()).text());
                break;
            default:
                break;
        }
    }

    static QtType<CborData> cbor(String name, int id) {
        return ValueType.of(name, id, new CborData(CBOR_UNDEFINED.clone()), Documents::readCbor,
                (out, value) -> out.writeBytes(value.bytes()));
    }

    private static CborData readCbor(WireInput in) {
        byte[] bytes = in.readBytes();
        return new CborData(bytes == null ? new byte[0] : bytes);
    }
}
