package io.remoteobjects.shell;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

import io.remoteobjects.node.Node;
import io.remoteobjects.node.ReplicaStatus;

/** {@code ro:replicas}. */
@Service
@Command(scope = "ro", name = "replicas", description = "Lists the objects elsewhere that this container follows.")
public final class Replicas extends NodeCommand {

    @Option(name = "-a", aliases = "--all", description = "Show objects of the product itself as well")
    boolean all;

    @Override
    void run(Node node, PrintStream out) {
        ShellTable table = new ShellTable().emptyTableText("Nothing is followed here.");
        table.column("Name");
        table.column("Type");
        table.column("State");
        table.column("URL");
        table.column("Since");
        table.column("Problem");
        distinct(node).stream().filter(each -> all || !ObjectFinder.isInternal(each.name())).forEach(each -> table.addRow()
                .addContent(each.name(), each.type(), each.state().qtName(), each.url(), Times.dateTime(each.since()),
                        each.problem()));
        table.print(out);
    }

    /** Several users of an object have a replica each, which differ at most in when they came. */
    private static Collection<ReplicaStatus> distinct(Node node) {
        Map<List<Object>, ReplicaStatus> distinct = new LinkedHashMap<>();
        node.replicas().stream().sorted(Comparator.comparing(ReplicaStatus::name).thenComparing(ReplicaStatus::since))
                .forEach(each -> distinct.putIfAbsent(List.of(each.name(), each.url(), each.state(), each.problem()), each));
        return distinct.values();
    }
}
