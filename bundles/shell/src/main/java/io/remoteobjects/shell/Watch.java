package io.remoteobjects.shell;

import java.io.PrintStream;
import java.time.Duration;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code ro:watch}. */
@Service
@Command(scope = "ro", name = "watch", description = "Prints the properties of an object, then every change and signal, until Ctrl-C.")
public final class Watch extends ObjectCommand {

    @Option(name = "-c", aliases = "--count", description = "End after so many changes and signals", valueToShowInHelp = "no end")
    int count = Integer.MAX_VALUE;

    @Option(name = "-s", aliases = "--seconds", description = "End after so many seconds", valueToShowInHelp = "no end")
    int seconds = Integer.MAX_VALUE;

    @Override
    boolean lastValuesWillDo() {
        return true;
    }

    @Override
    void run(OpenObject object, PrintStream out) {
        try (ObjectEvents events = new ObjectEvents(object.replica())) {
            events.print(out, count, Duration.ofSeconds(seconds));
        }
    }
}
