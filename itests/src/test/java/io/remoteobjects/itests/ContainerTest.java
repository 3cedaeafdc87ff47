package io.remoteobjects.itests;

import static org.ops4j.pax.exam.CoreOptions.environment;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.debugConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import io.remoteobjects.itests.harness.Ports;
import io.remoteobjects.itests.harness.StrayContainers;
import io.remoteobjects.itests.harness.TemporaryFolder;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;
import org.ops4j.pax.exam.options.extra.VMOption;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

/**
 * A JUnit 4 test whose methods run inside a container of the project's distribution. Override {@link #archive} and {@link #options} for
 * another container. The container takes bundles from its own {@code system} folder only: neither the network nor the local Maven
 * repository is asked.
 *
 * <p>{@code -Dit.debug=5005} lets it wait for a debugger on that port. Its log is in {@code target/exam/UUID/data/log}.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public abstract class ContainerTest {

    private static final File EXAM = new File("target/exam");

    /** Module flags that {@code bin/karaf} gives, and Pax Exam does not. */
    private static final List<String> MODULE_FLAGS = List.of(
            "--add-reads=java.xml=java.logging",
            "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
            "--patch-module", "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + karafVersion() + ".jar",
            "--patch-module", "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + karafVersion() + ".jar",
            "--add-opens", "java.base/java.security=ALL-UNNAMED",
            "--add-opens", "java.base/java.net=ALL-UNNAMED",
            "--add-opens", "java.base/java.lang=ALL-UNNAMED",
            "--add-opens", "java.base/java.util=ALL-UNNAMED",
            "--add-opens", "java.naming/javax.naming.spi=ALL-UNNAMED",
            "--add-opens", "java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED");

    @Inject
    protected BundleContext bundleContext;

    @Inject
    protected FeaturesService features;

    @Configuration
    public final Option[] configuration() {
        StrayContainers.killNowAndAtExit(EXAM.toPath());
        List<Option> options = new ArrayList<>();
        options.add(karafDistributionConfiguration()
                .frameworkUrl(archive().toURI().toString())
                .karafVersion(karafVersion())
                .unpackDirectory(EXAM)
                .useDeployFolder(false)
                .runEmbedded(false));
        options.add(keepRuntimeFolder());
        options.add(configureConsole().ignoreLocalConsole());
        options.add(logLevel(LogLevel.INFO));
        MODULE_FLAGS.forEach(flag -> options.add(new VMOption(flag)));
        options.add(environment("TMPDIR=" + TemporaryFolder.create()));
        options.add(new VMOption("-Xmx256m"));
        options.add(new VMOption("-XX:TieredStopAtLevel=1"));
        options.add(put("etc/org.apache.karaf.shell.cfg", "sshPort", Integer.toString(Ports.free())));
        options.add(put("etc/org.apache.karaf.shell.cfg", "sshHost", "127.0.0.1"));
        options.add(put("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.repositories", repositories()));
        options.add(put("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository", "${karaf.data}/m2"));
        options.add(systemProperty("project.version").value(projectVersion()));
        if (!System.getProperty("it.debug", "").isEmpty()) {
            options.add(debugConfiguration(System.getProperty("it.debug"), true));
        }
        options.addAll(options());
        return options.toArray(Option[]::new);
    }

    /** The tar.gz to unpack and start. */
    protected File archive() {
        return new File(System.getProperty("distribution.archive"));
    }

    /** The Maven repositories the container may ask beside its {@code system} folder. */
    protected String repositories() {
        return repository("exam", System.getProperty("exam.repository"));
    }

    /** A folder in the form in which Karaf's configuration names Maven repositories. */
    protected static String repository(String id, String folder) {
        return new File(folder).toURI() + "@id=" + id + "@snapshots";
    }

    /** More options; they win over those before. */
    protected List<Option> options() {
        return List.of();
    }

    protected static Option put(String file, String key, String value) {
        return editConfigurationFilePut(file, key, value);
    }

    protected static String projectVersion() {
        return System.getProperty("project.version");
    }

    private static String karafVersion() {
        return System.getProperty("karaf.version", "none");
    }
}
