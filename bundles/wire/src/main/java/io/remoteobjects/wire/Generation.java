package io.remoteobjects.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A generation of the protocol; the text in the handshake names it. All Qt versions of one generation interoperate. */
public enum Generation {

    /** Qt 5.12.4 to 5.15: big endian, QDataStream version Qt_5_12. */
    QTRO_1_3("QtRO 1.3", false, 1024),

    /** Qt 6.2 and later: little endian, QDataStream version Qt_6_2; nested blobs stay big endian. */
    QTRO_2_0("QtRO 2.0", true, 65536);

    private final String protocol;
    private final boolean littleEndian;
    private final int userTypeId;

    Generation(String protocol, boolean littleEndian, int userTypeId) {
        this.protocol = protocol;
        this.littleEndian = littleEndian;
        this.userTypeId = userTypeId;
    }

    /**
     * @param protocol the text of a handshake, compared exactly as Qt does
     * @return the generation it names, empty when this library does not speak it
     */
    public static Optional<Generation> ofProtocol(String protocol) {
        for (Generation generation : values()) {
            if (generation.protocol.equals(protocol)) {
                return Optional.of(generation);
            }
        }
        return Optional.empty();
    }

    /** {@return the text of the handshake} */
    public String protocol() {
        return protocol;
    }

    /** {@return the byte order of frames; the blobs inside QRO_, QSQ_ and QAS_ values are big endian in both generations} */
    public boolean littleEndian() {
        return littleEndian;
    }

    /** {@return the QVariant type id of every type that is known by name only} */
    public int userTypeId() {
        return userTypeId;
    }

    /** {@return whether a QBitArray counts its bits in 64 bits, not 32} */
    public boolean longBitArrays() {
        return this == QTRO_2_0;
    }

    /** {@return whether lists and maps of PODs travel in QSQ_ and QAS_ wrappers, not as plain user types} */
    public boolean wrapsPodContainers() {
        return this == QTRO_2_0;
    }

    /**
     * @param text any text
     * @return the UTF-16 code units in this generation's byte order, without a length: what a {@link View} of a name holds
     */
    public byte[] encode(String text) {
        return text.getBytes(charset());
    }

    Charset charset() {
        return littleEndian ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
}
