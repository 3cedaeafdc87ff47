package io.remoteobjects.itests.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * What there is in the container this runs in at one moment: bundles, services, threads, open files and sockets. Two of them show what
 * something has left behind.
 *
 * @param things one line each, such as {@code thread nioEventLoopGroup-#-#}; the same line several times for several of a kind
 */
public record Leftovers(List<String> things) {

    /** Threads and sockets of RMI, over which Pax Exam runs the test: they come and go on their own. */
    private static final String RMI = "RMI ";

    /** Takes stock. */
    public static Leftovers now(BundleContext context) {
        OpenFiles open = OpenFiles.of(ProcessHandle.current().pid());
        List<String> things = new ArrayList<>();
        Arrays.stream(context.getBundles()).forEach(bundle -> things.add("bundle " + bundle.getSymbolicName()));
        services(context).forEach(service -> things.add("service " + service));
        threads().forEach(thread -> things.add("thread " + thread));
        open.files().forEach(file -> things.add("file " + file));
        open.sockets().forEach(socket -> things.add("socket " + socket));
        return new Leftovers(things);
    }

    /**
     * Waits until nothing is there that was not there when this stock was taken.
     *
     * @throws AssertionError naming what stays
     */
    public void awaitNothingMore(BundleContext context, Duration atMost) {
        Await.until("everything to be as before", atMost, () -> now(context).minus(this), List::isEmpty);
    }

    private List<String> minus(Leftovers earlier) {
        List<String> more = new ArrayList<>(things);
        earlier.things.forEach(more::remove);
        return more;
    }

    private static Stream<String> services(BundleContext context) {
        try {
            ServiceReference<?>[] all = context.getAllServiceReferences(null, null);
            return Arrays.stream(all).map(service -> Arrays.toString((Object[]) service.getProperty(Constants.OBJECTCLASS))
                    + " of bundle " + service.getProperty(Constants.SERVICE_BUNDLEID));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("No filter cannot be a wrong filter", e);
        }
    }

    private static Stream<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(name -> !name.startsWith(RMI))
                .map(name -> name.replaceAll("\\d+", "#"));
    }
}
