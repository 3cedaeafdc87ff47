package io.remoteobjects.node.replica;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireInput;

/**
 * The last encoded value of each property of a replica, for views that come later. Its memory is reused from change to change. Owned
 * by the replicas' event loop.
 */
final class EncodedValues {

    private final byte[][] bytes;
    private final int[] lengths;

    EncodedValues(int count) {
        bytes = new byte[count][];
        lengths = new int[count];
    }

    int count() {
        return bytes.length;
    }

    void store(int index, View value) {
        int length = value.length();
        byte[] target = bytes[index];
        if (target == null || target.length < length || target.length > 4 * length + 256) {
            target = new byte[length];
            bytes[index] = target;
        }
        value.buffer().getBytes(value.offset(), target, 0, length);
        lengths[index] = length;
    }

    /** {@return whether the host has sent this one} */
    boolean has(int index) {
        return bytes[index] != null;
    }

    WireInput open(int index, Generation generation, Limits limits) {
        ByteBuf buffer = Unpooled.wrappedBuffer(bytes[index]);
        return new WireInput(buffer, 0, lengths[index], generation, limits);
    }
}
