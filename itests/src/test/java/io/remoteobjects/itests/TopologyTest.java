package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.remoteobjects.itests.harness.Await;
import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.TestBundle;
import io.remoteobjects.itests.samples.bell.Bell;
import io.remoteobjects.itests.samples.bellblueprint.Ringer;
import io.remoteobjects.itests.samples.bellprobe.BellProbe;
import io.remoteobjects.itests.samples.belltower.Tower;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Services that come, change and go in one container, as others see them. */
class TopologyTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String MARKED = "'service.exported.interfaces=*'";
    private static final String EXPORT = "io.remoteobjects.export-";

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    private static KarafContainer tower;
    private static KarafContainer town;

    @BeforeAll
    static void start() {
        tower = CONTAINERS.prepare("tower").configure("export.filter", "(!(secret=*))").build();
        town = CONTAINERS.prepare("town").patient().feature("aries-blueprint").configure("import.filter", "(!(place=abroad))")
                .configure("replica.linger", "0").build();
        Containers.startAll(tower, town);
        tower.install(TestBundle.of("bell-tower", Bell.class, Tower.class));
        town.install(TestBundle.of("bell-probe", Bell.class, BellProbe.class));
    }

    @BeforeEach
    void allIsQuiet() {
        Containers.startAll(tower, town);
        awaitTown(bells -> bells.contains("0 in all"));
    }

    @Test
    void aServiceWithoutAnyMarkingIsExportedByAFileInEtcAndFollowsIt() throws IOException {
        hang("george weight=heavy");
        hang("mary weight=light");
        awaitTown(bells -> bells.contains("0 in all"));

        tower.configure(EXPORT + "town", "filter", "(&(objectClass=" + Bell.class.getName() + ")(weight=heavy))");
        awaitTown(bells -> bells.contains("bell george") && bells.contains("george rings") && bells.contains("1 in all"));

        tower.configure(EXPORT + "town", "name", "bell");
        awaitTown(bells -> bells.contains("name=bell ") && bells.contains("george rings"));
        tower.awaitOutput("ro:explain bell", SOON, text -> text.contains("is exported by configuration io.remoteobjects.export~town"));

        tower.configure(EXPORT + "village", "filter", "(weight=*");
        String wrong = tower.awaitOutput("ro:sources", SOON, text -> text.contains("village"));
        assertTrue(wrong.contains("Configuration io.remoteobjects.export~village: filter=(weight=* cannot be used"), wrong);
        tower.configure(EXPORT + "village", "filter", "(weight=*)");
        awaitTown(bells -> bells.contains("name=bell ") && bells.contains("bell mary") && bells.contains("2 in all"));
        tower.awaitOutput("ro:sources", SOON, text -> text.contains("io.remoteobjects.export~village is not used for service"));

        Files.delete(tower.folder().resolve("etc/" + EXPORT + "village.cfg"));
        Files.delete(tower.folder().resolve("etc/" + EXPORT + "town.cfg"));
        awaitTown(bells -> bells.contains("0 in all"));
        tower.execute("tower:down george");
        tower.execute("tower:down mary");
    }

    @Test
    void aServiceGetsChangesAndLosesItsMarkingAndLeavesNoPhantom() {
        hang("peter place=tower");
        tower.execute("tower:change peter place=tower " + MARKED);
        String came = awaitTown(bells -> bells.contains("bell peter") && bells.contains("peter rings"));

        tower.execute("tower:change peter place=roof " + MARKED);
        String changed = awaitTown(bells -> bells.contains("place=roof") && !bells.contains("changes=0:") && bells.contains("peter rings"));
        assertEquals(id(came), id(changed));
        assertTrue(changed.contains("changes=1:"), changed);

        tower.execute("tower:change peter place=roof");
        awaitTown(bells -> bells.contains("0 in all"));
        tower.execute("tower:down peter");
        town.awaitOutput("ro:explain " + Bell.class.getName(), SOON, text -> text.contains("Nobody here knows"));
    }

    @Test
    void whatTheConfigurationDoesNotPermitIsNeitherExportedNorImportedAndIsExplained() {
        hang("paul secret=yes remote.source=paul " + MARKED);
        hang("anne place=abroad remote.source=anne " + MARKED);

        tower.awaitOutput("ro:explain paul", SOON, text -> text.contains("not exported: export.filter=(!(secret=*))"));
        town.awaitOutput("ro:explain anne", SOON, text -> text.contains("not imported: import.filter=(!(place=abroad))")
                && text.contains("bell-probe asks for it"));
        awaitTown(bells -> bells.contains("0 in all"));
        tower.execute("tower:change anne place=here remote.source=anne " + MARKED);
        awaitTown(bells -> bells.contains("bell anne") && bells.contains("1 in all"));

        tower.execute("tower:down paul");
        tower.execute("tower:down anne");
    }

    @Test
    void blueprintAndServiceTrackerFollowASourceAsDeclarativeServicesDo() {
        town.install(TestBundle.of("bell-blueprint", Ringer.class));
        town.awaitOutput("blueprint:ring", SOON, text -> text.contains("has nothing"));

        hang("john place=tower " + MARKED);
        town.awaitOutput("blueprint:ring", SOON, text -> text.contains("has john in tower: john rings"));
        awaitTown(bells -> bells.contains("john rings"));

        tower.kill9();
        town.awaitOutput("blueprint:ring", SOON, text -> text.contains("has nothing"));
        awaitTown(bells -> bells.contains("0 in all"));

        tower.start();
        hang("john place=cellar " + MARKED);
        town.awaitOutput("blueprint:ring", SOON, text -> text.contains("has john in cellar: john rings"));
        awaitTown(bells -> bells.contains("john rings"));
        town.uninstall("bell-blueprint");
        tower.execute("tower:down john");
    }

    @Test
    void aKeptServiceShowsItsStateAndOutlivesItsSource() {
        reconfigureTown("onLoss", "keep");
        hang("jack remote.source=jack place=tower " + MARKED);
        town.awaitOutput("ro:explain jack", SOON, text -> text.contains("It is a service here"));
        String before = awaitTown(bells -> bells.contains("state=Valid") && bells.contains("jack rings"));

        tower.kill9();
        String lost = awaitTown(bells -> bells.contains("state=Suspect") && bells.contains("ServiceException"));
        assertEquals(id(before), id(lost));

        tower.start();
        hang("jack remote.source=jack place=tower " + MARKED);
        String back = awaitTown(bells -> bells.contains("state=Valid") && bells.contains("jack rings"));
        assertEquals(id(before), id(back));

        reconfigureTown("onLoss", "unregister");
        tower.execute("tower:down jack");
    }

    @Test
    void aWrongNumberOrFilterIsToldAndTheRestWorksOn() {
        town.configure("io.remoteobjects", "suspect.grace", "soon");
        town.awaitOutput("ro:sources", SOON, text -> text.contains("suspect.grace=(") && text.contains("Meanwhile it is 0."));
        hang("ringo place=here " + MARKED);
        awaitTown(bells -> bells.contains("ringo rings"));

        town.configure("io.remoteobjects", "suspect.grace", "0");
        town.awaitOutput("ro:sources", SOON, text -> !text.contains("suspect.grace"));
        tower.execute("tower:down ringo");
    }

    private static void hang(String bell) {
        tower.execute("tower:hang " + bell);
    }

    /** Waits until a changed file is read. */
    private static void reconfigureTown(String key, String value) {
        long before = timesRead();
        town.configure("io.remoteobjects", key, value);
        Await.until("the configuration of town to be read", SOON, () -> timesRead() > before);
    }

    private static long timesRead() {
        return town.log().lines().filter(line -> line.contains("follows the configuration as it is now")).count();
    }

    private static String id(String bells) {
        return bells.replaceAll("(?s).* id=(\\d+) .*", "$1");
    }

    private static String awaitTown(Predicate<String> willDo) {
        return town.awaitOutput("probe:bells", SOON, willDo);
    }
}
