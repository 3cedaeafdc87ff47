package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.TestBundle;
import io.remoteobjects.itests.samples.boiler.Boiler;
import io.remoteobjects.itests.samples.boilerprobe.BoilerProbe;
import io.remoteobjects.itests.samples.boilersource.OldBoiler;
import io.remoteobjects.itests.samples.eventlog.EventLog;

/** JavaBeans, EventAdmin and push streams, between two containers. */
class BridgesTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    private static KarafContainer source;
    private static KarafContainer replica;
    private static Path bean;

    @BeforeAll
    static void start() throws IOException {
        source = CONTAINERS.prepare("source")
                .configure("io.remoteobjects.export-boiler", "filter", "(objectClass=" + Boiler.class.getName() + ")")
                .configure("io.remoteobjects.export-boiler", "name", "cellar.boiler").build();
        replica = CONTAINERS.prepare("replica").patient().feature("remoteobjects-eventadmin").feature("remoteobjects-pushstream")
                .configure("io.remoteobjects.eventadmin", "objects.target", "(remoteobjects.type=Boiler)").build();
        Containers.startAll(source, replica);
        Path api = TestBundle.of("boiler-api", Boiler.class);
        bean = TestBundle.of("boiler-source", OldBoiler.class);
        try (JarFile jar = new JarFile(bean.toFile())) {
            String imports = jar.getManifest().getMainAttributes().getValue("Import-Package");
            assertFalse(imports.matches(".*\\bio\\.remoteobjects[;,].*"), imports);
        }
        source.install(api);
        source.install(bean);
        replica.install(api);
        replica.install(TestBundle.of("event-log", EventLog.class));
        replica.install(TestBundle.of("boiler-probe", BoilerProbe.class));
        replica.awaitOutput("ro:get cellar.boiler temperature", SOON, text -> text.contains("20.0"));
    }

    @Test
    void beanIsASourceByConfigurationABeanElsewhereAndEventsBesides() {
        assertEquals("raised to 25, is 25.0", replica.awaitOutput("boiler:raise 5", SOON, text -> text.contains("raised")).strip());
        replica.awaitLog(Pattern.compile("BEAN temperature 20.0 to 25.0"), SOON);
        assertEquals("target 70", replica.execute("boiler:target 70").strip());
        replica.awaitLog(Pattern.compile("BEAN target 60 to 70"), SOON);
        assertEquals("refused: no more than 90", replica.execute("boiler:target 100").strip());
        String rep = source.execute("ro:rep cellar.boiler");
        assertTrue(rep.contains("PROP(int target)") && rep.contains("PROP(double temperature READONLY)"), rep);

        replica.awaitLog(Pattern.compile("EVENT io/remoteobjects/Boiler/cellar_boiler/state Valid null"), SOON);
        replica.awaitLog(Pattern.compile("EVENT io/remoteobjects/Boiler/cellar_boiler/property/temperature null 25.0"), SOON);
        replica.awaitLog(Pattern.compile("EVENT io/remoteobjects/Boiler/cellar_boiler/property/target null 70"), SOON);

        source.uninstall("boiler-source");
        replica.awaitLog(Pattern.compile("EVENT io/remoteobjects/Boiler/cellar_boiler/state Suspect null"), SOON);
        source.install(bean);
        replica.awaitOutput("boiler:raise 1", SOON, text -> text.contains("raised to 21, is 21.0"));

        // The bridge listens on, and that keeps nothing imported.
        replica.uninstall("boiler-probe");
        replica.awaitOutput("ro:explain cellar.boiler", SOON, text -> text.contains("No bundle here asks for it any more"));
    }

    @Test
    void streamBeginsAndEndsWithTheService() {
        GpsBundles.installSource(source);
        GpsBundles.installStreamChart(replica);
        replica.awaitLog(Pattern.compile("STREAM \\d"), SOON);
        source.execute("source:move 47.5");
        replica.awaitLog(Pattern.compile("STREAM 47.5"), SOON);
        source.uninstall("test-gps");
        replica.awaitLog(Pattern.compile("STREAM has ended"), SOON);
        assertFalse(replica.log().contains("EVENT io/remoteobjects/Gps"), "told of what the configuration does not select");
    }
}
