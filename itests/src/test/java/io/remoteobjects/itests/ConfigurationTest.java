package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.Ports;
import io.remoteobjects.itests.harness.TestBundle;
import io.remoteobjects.itests.samples.trouble.Unmappable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people get wrong: each mistake is told with what to do about it, and everything else works on. */
class ConfigurationTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String RIGHT = "local:hall";

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    private static KarafContainer hall;
    private static KarafContainer replica;

    @BeforeAll
    static void start() {
        hall = CONTAINERS.prepare("hall").configure("listen", RIGHT).build();
        replica = CONTAINERS.prepare("replica").patient().build();
        Containers.startAll(hall, replica);
        GpsBundles.installSource(hall);
        GpsBundles.installProbe(replica);
    }

    @BeforeEach
    void theGpsIsShared() {
        replica.awaitOutput("probe:services", SOON, services -> services.contains("VALID"));
    }

    @Test
    void wrongAddressesAreToldAndTheRightOnesWorkUntilTheFileIsCorrected() throws IOException {
        int free = Ports.free();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            String used = "tcp://127.0.0.1:" + taken.getLocalPort();
            hall.configure("io.remoteobjects", "listen", String.join(", ", RIGHT, "tpc://127.0.0.1:4711", used, "tcp://0.0.0.0:" + free,
                    "tcp://127.0.0.1:" + free + "?protocol=9.9"));

            awaitError("listen=tpc://127.0.0.1:4711 .*Known are local:NAME and tcp://HOST:PORT");
            awaitError("listen=tcp://127.0.0.1:" + free + "\\?protocol=9.9 .*Known are 1.3 and 2.0");
            awaitError(used + ".* in use");
            awaitError("tcp://0.0.0.0:" + free + ".*add \\?insecure=true");
            hall.awaitOutput("ro:sources", SOON, shown -> shown.matches("(?s).*Left out: [^\\n]*listen=tpc://127.0.0.1:4711 "
                    + ".*Left out: [^\\n]*" + used + "[^\\n]* in use.*"));
        }
        replica.awaitOutput("probe:services", SOON, services -> services.contains("VALID"));
        assertEquals(1, tcpListeners());

        hall.configure("io.remoteobjects", "listen", RIGHT + ", tcp://127.0.0.1:" + free);

        hall.awaitOutput("ro:sources", SOON, sources -> sources.contains("tcp://127.0.0.1:" + free) && !sources.contains("Left out"));
        assertEquals(2, tcpListeners());
        assertTrue(hall.isRunning());
    }

    private static void awaitError(String message) {
        hall.awaitLog(Pattern.compile("ERROR[^\\n]*" + message), SOON);
    }

    /** The first of them is that of ssh. */
    private static long tcpListeners() {
        return hall.openFiles().listening().stream().filter(socket -> socket.startsWith("tcp ")).count();
    }

    @Test
    void aWrongNumberIsToldAndACorrectOneTakesEffect() {
        hall.configure("io.remoteobjects", "heartbeat.ms", "-5");
        hall.awaitLog(Pattern.compile("heartbeat.ms=-5 cannot be used. Write a number of at least 0"), SOON);

        // From the console, which works as well.
        hall.execute("config:property-set --pid io.remoteobjects heartbeat.ms 5000");
        replica.awaitOutput("probe:services", SOON, services -> services.contains("VALID"));
    }

    @Test
    void aSecondObjectOfANameAndAnInterfaceThatCannotBeMappedAreRefused() {
        hall.install(TestBundle.of("trouble", Unmappable.class));

        hall.awaitOutput("ro:explain gps", SOON, text -> text.contains("gps is shared here, as a Gps")
                && text.contains("of bundle trouble") && text.contains("The name gps is in use here"));
        String unmappable = hall.awaitOutput("ro:explain unmappable", SOON, text -> text.contains("is not exported"));
        assertTrue(unmappable.matches("(?s).*Thread.*Unmappable.run.*Use a primitive.*"), unmappable);
        awaitError("The name gps is in use here");
        awaitError("Thread.*Unmappable.run");
        assertTrue(replica.execute("probe:satellites").contains("satellites 7"));

        hall.uninstall("trouble");
        assertTrue(hall.execute("ro:explain gps").startsWith("gps is shared here, as a Gps"));
    }

    @Test
    void besideOneThatFitsAnInterfaceOfAnotherVersionIsNotInjectedEither() {
        replica.install(TestBundle.compiled("old-chart", Path.of("src/test/other-versions/gps")));

        replica.awaitLog(Pattern.compile("another version of \\[interface io.remoteobjects.examples.gps.Gps\\][^\\n]*rate"), SOON);
        replica.awaitOutput("ro:explain gps", SOON, text -> text.matches("(?s).*Not all who ask get it: .*old-chart[^\\n]*rate.*"));
        assertTrue(replica.execute("probe:satellites").contains("satellites 7"));
        assertFalse(replica.log().contains("This GPS is of the new kind"));
        replica.uninstall("old-chart");
    }

    @Test
    void anInterfaceOfAnotherVersionIsNeverInjectedAndTheMemberIsNamed() {
        replica.uninstall("gps-probe");
        replica.install(TestBundle.compiled("old-chart", Path.of("src/test/other-versions/gps")));

        String explained = replica.awaitOutput("ro:explain gps", SOON, text -> text.contains("is another one than the Source's"));
        assertTrue(explained.matches("(?s).*old-chart.*rate.*"), explained);
        replica.awaitLog(Pattern.compile("WARN[^\\n]*rate"), SOON);
        assertEquals("", replica.execute("service:list io.remoteobjects.examples.gps.Gps").strip());
        assertFalse(replica.log().contains("This GPS is of the new kind"));

        replica.uninstall("old-chart");
        GpsBundles.installProbe(replica);
    }
}
