package io.remoteobjects.wire.type;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A QCborValue, QCborMap or QCborArray as the bytes it travels as.
 *
 * @param bytes CBOR, not checked; not copied, so do not change it
 */
public record CborData(byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof CborData data && Arrays.equals(bytes, data.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "CborData[" + HexFormat.of().formatHex(bytes) + "]";
    }
}
