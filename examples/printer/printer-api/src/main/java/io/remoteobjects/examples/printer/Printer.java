package io.remoteobjects.examples.printer;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import org.osgi.util.promise.Promise;

import io.remoteobjects.Constant;
import io.remoteobjects.Name;
import io.remoteobjects.Property;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.Signal;

/**
 * A printer. Its Source talks to the device; every replica has its state and its inks at hand, and may print.
 *
 * <p>A call whose link breaks fails with a {@code LinkException} (in OSGi the cause of a {@code ServiceException}), which tells whether
 * the request was never sent, so that it may simply be repeated, or sent and not confirmed: then {@link #printOnce} may be repeated
 * with the same key, and {@link #print} may have printed.
 */
@RemoteObject
@ProviderType
public interface Printer {

    /** What a printer does. */
    enum State {
        /** Nothing; it would print. */
        @Name("Idle") IDLE,
        /** It prints. */
        @Name("Processing") PROCESSING,
        /** It does not print, see {@link Printer#reasons}. */
        @Name("Stopped") STOPPED
    }

    /** {@return what people call it} */
    @Constant
    Property<String> name();

    /** {@return what it does} A printer that cannot be reached is {@link State#STOPPED}. */
    Property<State> state();

    /**
     * {@return why it is in this state, or soon will not be: keywords such as {@code media-empty}, {@code toner-low-warning} as IPP has
     * them (RFC 8011, 5.4.12), {@code paused}, or {@code unreachable: } and a text; empty if there is nothing to tell}
     */
    Property<List<String>> reasons();

    /** {@return what it prints with, in the printer's order} */
    Property<List<Ink>> inks();

    /** {@return how many jobs the printer has yet to finish, whoever sent them} */
    Property<Integer> queueLength();

    /** {@return emitted once for each job of this Source that comes to its end, after {@link #state()} has changed} */
    Signal<JobDone> jobDone();

    /**
     * Prints a document. While the printer is busy or paused this waits, for a time that the Source's configuration sets.
     *
     * @param document its bytes; the Source has a limit, 16 MiB unless configured
     * @param mimeType what they are, such as application/pdf
     * @param title what the job is called
     * @return the number of the job, once the printer has all of the document
     * @throws IllegalArgumentException if the document is empty or too large, or an argument is missing; nothing was sent to the printer
     * @throws PrintException if the printer does not take it; nothing was printed unless the message says so
     */
    Promise<Integer> print(byte[] document, String mimeType, String title) throws PrintException;

    /**
     * Prints a document once, however often this is called with the same key: later calls get the number of the job that the first one
     * made. A call that failed with nothing printed does not count. A document may have been printed when the Source's connection to the
     * printer broke on the way, or the Source ended: then later calls fail, too, and who has looked prints it again with another key. The
     * Source remembers the last thousand keys, also when it or its container is started again, until its bundle is uninstalled.
     *
     * @param key made up by the caller, another one for each document, such as a UUID
     * @param document as for {@link #print}
     * @param mimeType as for {@link #print}
     * @param title as for {@link #print}
     * @return as for {@link #print}
     * @throws IllegalArgumentException as for {@link #print}, and if the key was used for another document
     * @throws PrintException as for {@link #print}
     */
    Promise<Integer> printOnce(String key, byte[] document, String mimeType, String title) throws PrintException;

    /**
     * Cancels a job. {@link #jobDone} tells when it has ended.
     *
     * @param job its number
     * @return resolved when the printer has taken the request
     * @throws PrintException if the printer has no such job, or it has ended already
     */
    Promise<Void> cancel(int job) throws PrintException;

    /**
     * Stops the printer after its current job, or, with a printer that cannot be asked to, lets no further job through to it.
     *
     * @return resolved when the printer is paused
     * @throws PrintException if the printer refuses
     */
    Promise<Void> pause() throws PrintException;

    /**
     * Ends a pause.
     *
     * @return resolved when the printer is no longer paused
     * @throws PrintException if the printer refuses
     */
    Promise<Void> resume() throws PrintException;
}
