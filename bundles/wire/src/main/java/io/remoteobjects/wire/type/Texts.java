package io.remoteobjects.wire.type;

import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Locale;
import java.util.UUID;

/** How the types that are texts, or packed bits, travel. */
final class Texts {

    private static final String ILLEGAL_IN_URI = " \"<>[]\\^`{|}";

    private Texts() {
    }

    static URI readUrl(WireInput in) {
        int start = in.position();
        byte[] bytes = in.readBytes();
        if (bytes == null) {
            return null;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            return new URI(text);
        } catch (URISyntaxException laxer) {
            return readLaxUrl(text, start);
        }
    }

    /** Qt leaves some characters as they are that {@link URI} wants escaped. */
    private static URI readLaxUrl(String text, int start) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (ILLEGAL_IN_URI.indexOf(c) < 0) {
                escaped.append(c);
            } else {
                escaped.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            }
        }
        try {
            return new URI(escaped.toString());
        } catch (URISyntaxException malformed) {
            throw new WireException("No valid URL (" + malformed.getReason() + ")", start, "Send an absolute, percent-encoded URL.",
                    malformed);
        }
    }

    static void writeUrl(WireOutput out, URI url) {
        out.writeBytes(url == null ? null : url.toASCIIString().getBytes(StandardCharsets.US_ASCII));
    }

    static UUID readUuid(WireInput in) {
        long high = in.readI32() & 0xFFFF_FFFFL;
        high = high << 16 | in.readU16();
        high = high << 16 | in.readU16();
        long low = 0;
        for (int i = 0; i < 8; i++) {
            low = low << 8 | in.readU8();
        }
        return new UUID(high, low);
    }

    static void writeUuid(WireOutput out, UUID uuid) {
        long high = uuid.getMostSignificantBits();
        out.writeI32((int) (high >>> 32));
        out.writeI16((int) (high >>> 16));
        out.writeI16((int) high);
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.writeU8((int) (uuid.getLeastSignificantBits() >>> shift));
        }
    }

    /** Qt's names have underscores, and "C" for no locale at all. */
    static Locale readLocale(WireInput in) {
        String name = in.readString();
        return name == null || name.equals("C") ? Locale.ROOT : Locale.forLanguageTag(name.replace('_', '-'));
    }

    static void writeLocale(WireOutput out, Locale locale) {
        out.writeString(locale.equals(Locale.ROOT) ? "C" : locale.toLanguageTag().replace('-', '_'));
    }

    static BitArray readBits(WireInput in) {
        int start = in.position();
        long length = in.generation().longBitArrays() ? in.readI64() : in.readI32() & 0xFFFF_FFFFL;
        if (length < 0 || length > Integer.MAX_VALUE || (length + 7) / 8 > in.remaining()) {
            throw new WireException("A bit array of " + Long.toUnsignedString(length) + " bits with only " + in.remaining() + " bytes left",
                    start, "The frame is cut short or was built for another interface; regenerate both sides from the same .rep file.");
        }
        byte[] bytes = in.readView((int) ((length + 7) / 8)).copy();
        BitSet bits = BitSet.valueOf(bytes);
        bits.clear((int) length, Math.max((int) length, bits.length()));
        return new BitArray((int) length, bits);
    }

    static void writeBits(WireOutput out, BitArray array) {
        if (out.generation().longBitArrays()) {
            out.writeI64(array.length());
        } else {
            out.writeI32(array.length());
        }
        byte[] bytes = array.bits().toByteArray();
        byte[] padded = new byte[(array.length() + 7) / 8];
        System.arraycopy(bytes, 0, padded, 0, bytes.length);
        out.writeRaw(padded);
    }

    static RegularExpression readRegularExpression(WireInput in) {
        return new RegularExpression(in.readString(), in.readI32());
    }

    static void writeRegularExpression(WireOutput out, RegularExpression expression) {
        out.writeString(expression.pattern());
        out.writeI32(expression.options());
    }
}
