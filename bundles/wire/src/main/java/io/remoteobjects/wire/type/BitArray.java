package io.remoteobjects.wire.type;

import java.util.BitSet;

/**
 * A QBitArray, which unlike a {@link BitSet} has a length.
 *
 * @param length in bits
 * @param bits those that are set
 */
public record BitArray(int length, BitSet bits) {

    /** @throws IllegalArgumentException for a bit beyond the length */
    public BitArray {
        if (bits.length() > length) {
            throw new IllegalArgumentException("Bit " + (bits.length() - 1) + " of a bit array of " + length + " bits. Make it longer.");
        }
        bits = (BitSet) bits.clone();
    }

    /** {@return a copy of the bits} */
    @Override
    public BitSet bits() {
        return (BitSet) bits.clone();
    }
}
