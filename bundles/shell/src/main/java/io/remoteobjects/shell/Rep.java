package io.remoteobjects.shell;

import java.io.PrintStream;
import java.util.Optional;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;

import io.remoteobjects.node.Node;
import io.remoteobjects.node.SourceStatus;

/** {@code ro:rep}. */
@Service
@Command(scope = "ro", name = "rep", description = "Prints the interface of an object as a .rep file.")
public final class Rep extends NodeCommand {

    @Argument(name = "NAME", description = "The object's name", required = true)
    @Completion(ObjectNames.class)
    String name;

    @Option(name = "-u", aliases = "--url", description = "Where the object is, if several have the name",
            valueToShowInHelp = "found by name")
    String url;

    @Override
    void run(Node node, PrintStream out) throws CommandException {
        Optional<SourceStatus> here = node.sources().stream()
                .filter(each -> each.name().equals(name) && (url == null || each.urls().contains(url))).findFirst();
        if (here.isPresent()) {
            out.print(here.get().rep());
            return;
        }
        try (OpenObject object = OpenObject.open(node, name, url, true)) {
            out.println("// As its host tells it: without defaults and PERSISTED, with READONLY for READWRITE. Its signature may differ.");
            out.print(object.rep());
        }
    }
}
