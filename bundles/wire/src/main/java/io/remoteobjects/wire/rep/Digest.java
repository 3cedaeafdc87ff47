package io.remoteobjects.wire.rep;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Collects the bytes that a signature is the SHA-1 of. Text is Latin-1. */
final class Digest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Digest add(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Adds a number as four bytes, least significant first, as the build machines of Qt have it in memory. */
    Digest add(int number) {
        for (int shift = 0; shift < 32; shift += 8) {
            bytes.write(number >>> shift);
        }
        return this;
    }

    Digest add(RepEnum.Entry entry) {
        return add(entry.name()).add(Integer.toString(entry.value()));
    }

    /** {@return what was added, as text} */
    String plain() {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    String hex() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This Java has no SHA-1, which every Java must have. Use a complete one.", impossible);
        }
    }
}
