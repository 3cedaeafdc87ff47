package io.remoteobjects.itests.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks into another JVM of this machine with {@code jcmd}. It must not be stopped by a signal. */
final class Jvm {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern THREAD = Pattern.compile("(?m)^\"([^\"]*)\" #\\d+");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final long pid;

    Jvm(long pid) {
        this.pid = pid;
    }

    String threadDump() {
        return jcmd("Thread.print", "-l");
    }

    /** The names of all Java threads, sorted. */
    List<String> threads() {
        return THREAD.matcher(threadDump()).results().map(found -> found.group(1)).sorted().toList();
    }

    /** Bytes on the heap after a full collection. */
    long heapAfterCollection() {
        jcmd("GC.run");
        String info = jcmd("GC.heap_info");
        Matcher used = USED.matcher(info);
        if (!used.find()) {
            throw new IllegalStateException("jcmd " + pid + " GC.heap_info shows no used heap. It printed:\n" + info);
        }
        return Long.parseLong(used.group(1)) * 1024;
    }

    /** Writes what lives on the heap, with what keeps it alive, for tools such as Eclipse's Memory Analyzer. */
    void dumpHeap(Path file) {
        jcmd("GC.heap_dump", "-overwrite", file.toString());
    }

    private String jcmd(String... command) {
        String[] whole = new String[command.length + 2];
        whole[0] = Commands.jdk("jcmd");
        whole[1] = Long.toString(pid);
        System.arraycopy(command, 0, whole, 2, command.length);
        return Commands.run(PATIENCE, whole);
    }
}
