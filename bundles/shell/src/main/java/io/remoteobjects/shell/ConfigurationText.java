package io.remoteobjects.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.remoteobjects.topology.ConfiguredExport;

/** Says why a configuration exports less than it could. */
final class ConfigurationText {

    private ConfigurationText() {
    }

    /** {@return what its owner may not expect, a line each; none if it exports all that it chooses} */
    static List<String> problems(ConfiguredExport configuration) {
        List<String> problems = new ArrayList<>();
        if (!configuration.problem().isEmpty()) {
            problems.add(configuration.problem());
        } else if (configuration.services().isEmpty() && configuration.overruled().isEmpty()) {
            problems.add("Configuration " + configuration.pid() + " exports nothing: no service here matches " + configuration.filter()
                    + ".");
        }
        if (!configuration.overruled().isEmpty()) {
            problems.add("Configuration " + configuration.pid() + " is not used for service "
                    + configuration.overruled().stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + ": another one, whose PID comes first, chooses it too.");
        }
        return problems;
    }
}
