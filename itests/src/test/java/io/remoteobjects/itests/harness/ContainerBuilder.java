package io.remoteobjects.itests.harness;

import java.io.File;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a container shall be like. Obtained from {@link Containers#prepare}; {@link #build} makes its folder and starts nothing. */
public final class ContainerBuilder {

    private static final String USER = "karaf";

    private final String name;
    private final Path root;
    private final Path temporaryFolder;
    private final Consumer<KarafContainer> owner;
    private final List<String> features = new ArrayList<>();
    private final List<String> javaOptions = new ArrayList<>();
    private final Map<String, Map<String, String>> configuration = new LinkedHashMap<>();
    private Path assembly;
    private String heap = "256m";
    private Path jdk = Path.of(System.getProperty("java.home"));
    private Duration patience = Duration.ofMinutes(4);

    ContainerBuilder(String name, Path assembly, Path root, Path temporaryFolder, Consumer<KarafContainer> owner) {
        this.name = name;
        this.assembly = assembly;
        this.root = root;
        this.temporaryFolder = temporaryFolder;
        this.owner = owner;
    }

    /** Adds a boot feature. It must lie in the distribution: its bundles are taken from there and nowhere else. */
    public ContainerBuilder feature(String feature) {
        features.add(feature);
        return this;
    }

    /** Sets an entry of {@code etc/PID.cfg}. */
    public ContainerBuilder configure(String pid, String key, String value) {
        configuration.computeIfAbsent(pid, p -> new LinkedHashMap<>()).put(key, value);
        return this;
    }

    /** Sets an entry of {@code etc/io.remoteobjects.cfg}. */
    public ContainerBuilder configure(String key, String value) {
        return configure("io.remoteobjects", key, value);
    }

    /** Takes no other container for lost that only gets no processor for some seconds: for tests whose services are to stay. */
    public ContainerBuilder patient() {
        return configure("heartbeat.ms", "20000");
    }

    /** The largest heap, as in {@code -Xmx}; 256m unless set. */
    public ContainerBuilder heap(String size) {
        heap = size;
        return this;
    }

    /** The JDK it runs on; that of the test unless set. */
    public ContainerBuilder jdk(Path home) {
        jdk = home;
        return this;
    }

    /** Adds an option of the JVM, without spaces. The last of several that contradict each other wins. */
    public ContainerBuilder javaOption(String option) {
        javaOptions.add(option);
        return this;
    }

    /** The unpacked distribution it is made of; that of this build unless set. */
    public ContainerBuilder distribution(Path unpacked) {
        assembly = unpacked;
        return this;
    }

    /** Lets the JVM wait for a debugger on 127.0.0.1, and the test for the container. For use at the desk only. */
    public ContainerBuilder debug(int port) {
        patience = Duration.ofHours(1);
        return javaOption("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:" + port);
    }

    /** Makes the container's folder. */
    public KarafContainer build() {
        ContainerFolder folder = ContainerFolder.fresh(assembly, root);
        int sshPort = Ports.free();
        String password = new BigInteger(128, new SecureRandom()).toString(36);
        folder.append("etc/users.properties", "\n" + USER + " = " + password + ",_g_:admingroup\n"
                + "_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n");
        // An elliptic key takes milliseconds to make, the default RSA key up to seconds.
        folder.edit("etc/org.apache.karaf.shell.cfg",
                Map.of("sshPort", Integer.toString(sshPort), "sshHost", "127.0.0.1", "algorithm", "EC", "keySize", "256"));
        // Nothing from ~/.m2 and nothing from the network: what is not in the distribution does not exist.
        folder.edit("etc/org.ops4j.pax.url.mvn.cfg", Map.of("org.ops4j.pax.url.mvn.repositories", "",
                "org.ops4j.pax.url.mvn.localRepository", folder.file("data/m2").toString()));
        // Karaf writes a file anew some time after it has read it, and would undo what a test has written to it meanwhile.
        folder.edit("etc/config.properties", Map.of("felix.fileinstall.enableConfigSave", "false"));
        configuration.forEach((pid, entries) -> folder.edit("etc/" + pid + ".cfg", entries));
        if (!features.isEmpty()) {
            String boot = folder.entry("etc/org.apache.karaf.features.cfg", "featuresBoot");
            folder.edit("etc/org.apache.karaf.features.cfg", Map.of("featuresBoot", boot + "," + String.join(",", features)));
        }
        KarafContainer container = new KarafContainer(name, folder, command(folder), new Console(sshPort, USER, password), patience);
        owner.accept(container);
        return container;
    }

    private ProcessBuilder command(ContainerFolder folder) {
        ProcessBuilder command = new ProcessBuilder(folder.file("bin/karaf").toString(), "server")
                .directory(folder.root().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.file("output.txt").toFile()));
        Map<String, String> environment = command.environment();
        environment.keySet().removeIf(variable -> variable.startsWith("KARAF_") || variable.endsWith("JAVA_OPTS"));
        environment.put("JAVA_HOME", jdk.toString());
        // The process is then the JVM itself, not a shell, and signals reach it.
        environment.put("KARAF_EXEC", "exec");
        // The second compiler takes half of the processor time of a start.
        environment.put("EXTRA_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Xmx" + heap + " " + String.join(" ", javaOptions));
        // It compares with the pid of the last run, which another container may have by now.
        environment.put("CHECK_ROOT_INSTANCE_RUNNING", "false");
        // Local sockets lie there: those of one test meet, those of two tests do not.
        environment.put("TMPDIR", temporaryFolder.toString());
        return command;
    }
}
