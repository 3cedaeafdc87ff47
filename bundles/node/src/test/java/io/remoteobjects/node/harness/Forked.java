package io.remoteobjects.node.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.remoteobjects.itests.qt.QtProcess;

/** Starts small JVMs with the class path of the tests. They read commands from stdin and end with it. */
public final class Forked {

    private Forked() {
    }

    /** Starts a main class in a JVM that is quick to start. */
    public static QtProcess java(Class<?> main, String... args) {
        return java(javaProgram(), main, args);
    }

    /** As above, in a JVM of another JDK. */
    public static QtProcess java(Path program, Class<?> main, String... args) {
        List<String> all = new ArrayList<>(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", classPath(), main.getName()));
        all.addAll(List.of(args));
        return QtProcess.start(program, all.toArray(String[]::new));
    }

    /** {@return the class path of this JVM} */
    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** {@return the program that runs this JVM} */
    public static Path javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
