package io.remoteobjects.shell;

import java.io.PrintStream;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import io.remoteobjects.node.Node;
import io.remoteobjects.topology.TopologyView;

/** {@code ro:explain}. */
@Service
@Command(scope = "ro", name = "explain", description = "Says how an object stands, why it is no service here, and what to do about it.")
public final class Explain extends NodeCommand {

    @Reference(optional = true)
    TopologyView topology;

    @Argument(name = "NAME", description = "An object's name, an interface, or an endpoint's id", required = true)
    @Completion(ObjectNames.class)
    String name;

    @Override
    void run(Node node, PrintStream out) {
        Explanation.of(name, Facts.of(node, topology)).forEach(out::println);
        if (topology == null) {
            out.println("There is no topology manager here, so no endpoint becomes a service by itself. Start the bundle "
                    + "io.remoteobjects.topology.");
        }
    }
}
