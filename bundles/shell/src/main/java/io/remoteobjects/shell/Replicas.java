package io.remoteobjects.shell;

import java.io.PrintStream;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

import io.remoteobjects.node.Node;

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
        node.replicas().stream().filter(each -> all || !Objects.isInternal(each.name())).forEach(each -> table.addRow()
                .addContent(each.name(), each.type(), StateText.of(each.state()), each.url(), Times.dateTime(each.since()), each.problem()));
        table.print(out);
    }
}
