package io.remoteobjects.examples.printer;

/**
 * Something a printer uses up: ink, toner.
 *
 * @param name what the printer calls it, such as "Black Toner"
 * @param colour its colour: a name such as "black", or #RRGGBB, as the printer tells; empty where it tells none
 * @param level how full it is, in percent; {@link #UNKNOWN} where the printer cannot tell
 */
public record Ink(String name, String colour, int level) {

    /** The level of an ink that the printer does not measure. */
    public static final int UNKNOWN = -1;
}
