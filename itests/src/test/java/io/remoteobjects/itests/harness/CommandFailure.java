package io.remoteobjects.itests.harness;

/** A console command that failed; the message holds all it printed. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient String output;

    CommandFailure(String command, String what, String output) {
        super("Console command \"" + command + "\" " + what + ". It printed:\n" + output);
        this.output = output;
    }

    /** What the command printed on both streams. */
    public String output() {
        return output;
    }
}
