package io.remoteobjects.shell;

import java.io.PrintStream;
import java.util.Comparator;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

import io.remoteobjects.node.Node;
import io.remoteobjects.node.ObjectLocation;

/** {@code ro:registry}. */
@Service
@Command(scope = "ro", name = "registry", description = "Shows the registries in use, and the objects that they and connected hosts know.")
public final class RegistryCommand extends NodeCommand {

    @Option(name = "-a", aliases = "--all", description = "Show objects of the product itself as well")
    boolean all;

    @Override
    void run(Node node, PrintStream out) {
        registries(node).print(out);
        node.unreachedHosts().forEach((url, why) -> out.println("No connection to " + url + ": " + why));
        leftOut(node, out);
        out.println();
        locations(node).print(out);
    }

    private static ShellTable registries(Node node) {
        ShellTable table = new ShellTable().emptyTableText("No registry is used here; see \"registry\" in etc/io.remoteobjects.cfg.");
        table.column("Registry");
        table.column("State");
        table.column("Hosted here");
        node.registries().forEach(each -> table.addRow().addContent(each.url(), each.state().qtName(), each.hosted() ? "yes" : "no"));
        return table;
    }

    private ShellTable locations(Node node) {
        ShellTable table = new ShellTable().emptyTableText("No objects are known.");
        table.column("Name");
        table.column("Type");
        table.column("URL");
        table.column("Known by");
        node.locations().stream().filter(each -> all || !ObjectFinder.isInternal(each.name()))
                .sorted(Comparator.comparing(ObjectLocation::name).thenComparing(ObjectLocation::url))
                .forEach(each -> table.addRow().addContent(each.name(), each.type(), each.url(),
                        each.registry().isEmpty() ? "its host" : each.registry()));
        return table;
    }
}
