package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.remoteobjects.itests.harness.CommandFailure;
import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every bundle of the project, and those it brings, is installed, started, updated, refreshed, stopped and uninstalled in any order, while
 * replicas are live here and in another container. {@code -Dit.life.from=117 -Dit.life.count=1} runs sequence 117 again.
 */
class LifeTest {

    private static final long SEED = Long.getLong("it.life.seed", 4);
    private static final int FROM = Integer.getInteger("it.life.from", 0);
    private static final int COUNT = Integer.getInteger("it.life.count", 200);

    /** As many as end while a console command may run. */
    private static final int AT_ONCE = 20;

    private static final Duration SOON = Duration.ofSeconds(60);

    /** A thread keeps the classes that were at work when it was made, and those of pools live for a minute after their last work. */
    private static final Duration IDLE_THREADS_END = Duration.ofMinutes(2);

    private static final long HEAP_TOLERANCE = 8 << 20;

    private static final Pattern ENTRY = Pattern.compile("(?m)^(?=\\d{4}-\\d\\d-\\d\\dT)");
    private static final Pattern TROUBLE = Pattern.compile("\\| ERROR \\||\\n\\s+at ");

    /**
     * The framework tells of bundles that it cannot start again after a refresh, as what they need was uninstalled, and that the service
     * this test asked for went meanwhile, or who asked for one. Others are told late of a bundle that came and went, and stumble over it.
     * We tell that the API was updated, and some bundles were refreshed to the new one and others not.
     */
    private static final List<Pattern> EXPECTED = List.of(
            Pattern.compile("\\| FelixDispatchQueue +\\| Framework .*\\| FrameworkEvent ERROR\\s+org.osgi.framework."
                    + "(BundleException: (Unable to resolve|Uses constraint violation|Unable to acquire global lock)"
                    + "|ServiceException: Service factory (returned null|exception: .* because \"usingBundle\" is null))"),
            Pattern.compile("^.*\\| \\d+ - (?!io\\.remoteobjects).*\\s+java.lang.IllegalStateException: "
                    + "(The bundle is uninstalled|Invalid BundleContext)"),
            Pattern.compile("of another copy of the API"));

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    private static KarafContainer here;
    private static KarafContainer there;

    @BeforeAll
    static void start() {
        // What nothing but soft references hold is as good as gone.
        here = CONTAINERS.prepare("here").feature("remoteobjects-gps-source").feature("remoteobjects-gps-replica")
                .javaOption("-XX:SoftRefLRUPolicyMSPerMB=0").build();
        there = CONTAINERS.prepare("there").feature("remoteobjects-gps-replica").build();
        Containers.startAll(here, there);
        LifeBundles.install(here, there);
    }

    @Test
    void allIsWellAfterEverySequenceAndNothingIsLeftBehind() {
        // What is used for the first time may stay: threads of pools, open jars.
        run(FROM, 1);
        Stock before = Stock.of(here);

        for (int i = FROM; i < FROM + COUNT; i += AT_ONCE) {
            run(i, Math.min(AT_ONCE, FROM + COUNT - i));
            awaitLoaders();
        }

        before.awaitNothingMore(here, HEAP_TOLERANCE);
        assertEquals(List.of(), troubles(here), "in the log of the one whose bundles came and went");
        assertEquals(List.of(), troubles(there), "in the log of the other one");
        assertTrue(here.execute("ro:sources").contains("lighthouse"));
        there.awaitOutput("ro:get gps fix", SOON, fix -> fix.contains("latitude"));
    }

    private static void awaitLoaders() {
        try {
            here.awaitOutput("life:loaders", IDLE_THREADS_END, left -> left.strip().equals("left behind: []"));
        } catch (AssertionError left) {
            throw new AssertionError(left.getMessage() + " What keeps it is in " + here.dumpHeap(), left);
        }
    }

    private static void run(int from, int count) {
        try {
            here.execute("life:run " + SEED + " " + from + " " + count);
        } catch (CommandFailure failure) {
            throw new AssertionError(failure.output(), failure);
        }
    }

    private static List<String> troubles(KarafContainer container) {
        return ENTRY.splitAsStream(container.log()).filter(entry -> TROUBLE.matcher(entry).find())
                .filter(entry -> EXPECTED.stream().noneMatch(each -> each.matcher(entry).find())).toList();
    }
}
