package io.remoteobjects.shell;

import java.io.PrintStream;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

import io.remoteobjects.node.Node;
import io.remoteobjects.node.SourceStatus;
import io.remoteobjects.topology.ExportStatus;
import io.remoteobjects.topology.TopologyView;

/** {@code ro:sources}. */
@Service
@Command(scope = "ro", name = "sources", description = "Lists what this container shares, and what it should share and does not.")
public final class Sources extends NodeCommand {

    private static final int SIGNATURE_DIGITS = 8;

    @Reference(optional = true)
    TopologyView topology;

    @Option(name = "-a", aliases = "--all", description = "Show objects of the product itself as well")
    boolean all;

    @Override
    void run(Node node, PrintStream out) {
        ShellTable table = new ShellTable().emptyTableText("Nothing is shared here.");
        table.column("Name");
        table.column("Type");
        table.column("URLs");
        table.column("Subscribers").alignRight();
        table.column("Signature");
        table.column("Name taken by");
        node.sources().stream().filter(each -> all || !ObjectFinder.isInternal(each.name())).forEach(each -> table.addRow()
                .addContent(each.name(), each.type(), String.join(", ", each.urls()), each.subscribers(), brief(each),
                        String.join(", ", each.shadowedBy())));
        table.print(out);
        leftOut(node, out);
        if (topology != null) {
            topology.problems().forEach(each -> out.println("Left out: " + each));
            topology.exports().stream().filter(each -> !each.isExported()).forEach(each -> out.println(failure(each)));
            topology.configuredExports().forEach(each -> ConfigurationText.problems(each).forEach(out::println));
        }
    }

    private static String brief(SourceStatus source) {
        return source.signature().substring(0, Math.min(SIGNATURE_DIGITS, source.signature().length()));
    }

    private static String failure(ExportStatus export) {
        return "Not shared: service " + export.serviceId() + " of " + export.bundle() + " " + export.interfaces()
                + (export.configuration().isEmpty() ? "" : ", chosen by " + export.configuration()) + ": " + export.failure();
    }
}
