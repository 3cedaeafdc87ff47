package io.remoteobjects.examples.printer;

import io.remoteobjects.Signal;

/**
 * A job has come to its end.
 *
 * @param job its number, as {@link Printer#print} returned it
 * @param ok whether it was printed; otherwise it was cancelled, or the printer gave up
 * @param detail what the printer says about it, in English, for people
 */
public record JobDone(int job, boolean ok, String detail) implements Signal.Arguments {
}
