package io.remoteobjects.wire;

/**
 * Bytes that do not mean what the protocol or the schema says they should. The frame they are in cannot be used; the stream can, because
 * frames carry their length.
 */
public class WireException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String what;
    private final int offset;

    /**
     * @param what what was wrong
     * @param offset the byte it was found at, counted from the start of the input, -1 when unknown
     * @param remedy what to do about it, one sentence
     */
    public WireException(String what, int offset, String remedy) {
        this(what, offset, remedy, null);
    }

    /**
     * @param what what was wrong
     * @param offset the byte it was found at, counted from the start of the input, -1 when unknown
     * @param remedy what to do about it, one sentence
     * @param cause what revealed it, or null
     */
    public WireException(String what, int offset, String remedy, Throwable cause) {
        super(what + (offset < 0 ? "" : " at byte " + offset) + ". " + remedy, cause);
        this.what = what;
        this.offset = offset;
    }

    /** {@return what was wrong} */
    public String what() {
        return what;
    }

    /** {@return the byte it was found at, counted from the start of the input, -1 when unknown} */
    public int offset() {
        return offset;
    }
}
