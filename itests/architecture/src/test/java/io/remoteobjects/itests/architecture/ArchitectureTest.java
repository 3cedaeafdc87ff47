package io.remoteobjects.itests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** Dependencies flow one way: adapters, node, wire; the API below all. Held in the classes and in the manifests that were built. */
class ArchitectureTest {

    private static final String[] OSGI_OF_PLAIN_JAVA = {"org.osgi.util.promise..", "org.osgi.util.function..", "org.osgi.annotation.."};

    private static JavaClasses classesOf(String bundle) {
        JavaClasses found = new ClassFileImporter().importPath(Bundles.classes(bundle));
        assertFalse(found.isEmpty(), "no classes of " + bundle + ": build it first");
        return found;
    }

    static List<String> bundles() {
        return Bundles.all();
    }

    private static String[] and(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    @Test
    void apiKnowsTheJdkAndPromisesOnly() {
        // The annotations of components are read by the build and are in no class at run time.
        classes().should().onlyDependOnClassesThat().resideInAnyPackage(and(OSGI_OF_PLAIN_JAVA, "java..", "io.remoteobjects",
                "io.remoteobjects.spi", "org.osgi.service.component.annotations")).check(classesOf("api"));
    }

    @Test
    void wireKnowsBuffersAndNothingElse() {
        classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "io.remoteobjects.wire..", "io.netty.buffer",
                "org.osgi.annotation..").check(classesOf("wire"));
        assertEquals(List.of("io.netty.buffer"), foreign("wire"));
    }

    @Test
    void nodeRunsWithoutOsgi() {
        classes().should().onlyDependOnClassesThat().resideInAnyPackage(and(OSGI_OF_PLAIN_JAVA, "java..", "jdk.net", "org.slf4j..",
                "io.netty..", "io.remoteobjects", "io.remoteobjects.spi", "io.remoteobjects.wire..", "io.remoteobjects.node.."))
                .check(classesOf("node"));
    }

    /** What a bundle imports that is neither ours nor the JDK's. */
    private static List<String> foreign(String bundle) {
        return Bundles.imports(bundle).stream().filter(name -> !name.startsWith("io.remoteobjects") && !name.startsWith("java.")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "wire", "node"})
    void manifestsOfTheCoreImportNoFrameworkAndNoService(String bundle) {
        assertEquals(List.of(), Bundles.imports(bundle).stream().filter(name -> name.startsWith("org.osgi.framework")
                || name.startsWith("org.osgi.service")).toList());
    }

    @Test
    void oneBundleOpensSockets() {
        assertEquals(List.of("node"), importing(name -> name.startsWith("io.netty.channel")));
        // ZooKeeper's client, which that bundle carries, opens its own; of Netty it only wants to see a class.
        assertEquals(List.of("zookeeper"), importing(name -> name.startsWith("io.netty.handler")));
        for (String bundle : Bundles.all()) {
            if (!bundle.equals("node")) {
                noClasses().should().dependOnClassesThat().resideInAnyPackage("io.netty.channel..", "io.netty.handler..", "io.netty.bootstrap..")
                        .check(classesOf(bundle));
            }
        }
    }

    @Test
    void oneBundleKnowsTheShell() {
        assertEquals(List.of("shell"), importing(name -> name.startsWith("org.apache.karaf.")));
    }

    @Test
    void pushStreamsNeedNothingButTheApi() {
        classes().should().onlyDependOnClassesThat().resideInAnyPackage(and(OSGI_OF_PLAIN_JAVA, "java..", "org.osgi.util.pushstream",
                "io.remoteobjects", "io.remoteobjects.spi", "io.remoteobjects.pushstream")).check(classesOf("pushstream"));
        assertEquals(List.of("pushstream"), importing("org.osgi.util.pushstream"::equals));
    }

    @Test
    void oneBundleKnowsEventAdminAndItKnowsNoNode() {
        assertEquals(List.of("eventadmin"), importing("org.osgi.service.event"::equals));
        noClasses().should().dependOnClassesThat().resideInAPackage("io.remoteobjects.node..").check(classesOf("eventadmin"));
    }

    private static List<String> importing(Predicate<String> packages) {
        return Bundles.all().stream().filter(bundle -> Bundles.imports(bundle).stream().anyMatch(packages)).toList();
    }

    /** The API itself is not looked at: properties and the cells behind them are one thing, in two packages to show applications less. */
    @ParameterizedTest
    @MethodSource("bundles")
    void noPackagesFormACycle(String bundle) {
        slices().matching("io.remoteobjects.(**)").should().beFreeOfCycles().check(classesOf(bundle));
    }

    @Test
    void packagesOfTheNodeFlowFromTransportToNode() {
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage("io.remoteobjects.node..")
                .layer("node").definedBy("io.remoteobjects.node")
                .layer("registry").definedBy("io.remoteobjects.node.registry")
                .layer("source").definedBy("io.remoteobjects.node.source")
                .layer("replica").definedBy("io.remoteobjects.node.replica")
                .layer("transport").definedBy("io.remoteobjects.node.transport")
                .layer("contract").definedBy("io.remoteobjects.node.contract")
                .layer("access").definedBy("io.remoteobjects.node.access")
                .layer("dialect").definedBy("io.remoteobjects.node.dialect")
                .whereLayer("node").mayNotBeAccessedByAnyLayer()
                .whereLayer("registry").mayOnlyBeAccessedByLayers("node")
                .whereLayer("source").mayOnlyBeAccessedByLayers("node", "registry")
                .whereLayer("replica").mayOnlyBeAccessedByLayers("node", "registry")
                .whereLayer("transport").mayNotAccessAnyLayer()
                .whereLayer("contract").mayNotAccessAnyLayer()
                .whereLayer("access").mayNotAccessAnyLayer()
                .whereLayer("dialect").mayNotAccessAnyLayer()
                .check(classesOf("node"));
    }

    @Test
    void adaptersKnowTheNodeAndNotOneAnothersInside() {
        List<String> adapters = Bundles.all().stream().filter(bundle -> !List.of("api", "wire", "node").contains(bundle)).toList();
        assertTrue(adapters.contains("rsa"), "adapters: " + adapters);
        for (String adapter : adapters) {
            noClasses().should().dependOnClassesThat().resideInAnyPackage("io.remoteobjects.node.transport..", "io.remoteobjects.node.source..",
                    "io.remoteobjects.node.replica..", "io.remoteobjects.node.registry..", "io.remoteobjects.node.dialect..")
                    .check(classesOf(adapter));
        }
    }
}
