package io.remoteobjects.wire.rep;

/** A .rep text that cannot be read. The message tells source, line and column, what was found, and what to do. */
public final class RepSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    RepSyntaxException(String source, int line, int column, String message) {
        super(source + ":" + line + ":" + column + ": " + message);
        this.line = line;
        this.column = column;
    }

    /** {@return the line of the trouble, from 1} */
    public int line() {
        return line;
    }

    /** {@return the column of the trouble, from 1} */
    public int column() {
        return column;
    }
}
