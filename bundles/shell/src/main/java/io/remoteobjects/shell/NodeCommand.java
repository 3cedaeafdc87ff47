package io.remoteobjects.shell;

import java.io.PrintStream;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;

import io.remoteobjects.node.Node;

/** A command that looks at the container's node or acts through it. */
abstract class NodeCommand implements Action {

    @Reference(optional = true)
    private Node node;

    @Reference
    private Session session;

    @Override
    public final Object execute() throws Exception {
        if (node == null) {
            throw new CommandException("No node runs in this container: its configuration, etc/io.remoteobjects.cfg, was refused or is "
                    + "just being applied. See log:display for the reason.");
        }
        run(node, session.getConsole());
        return null;
    }

    /** Tells what of the configuration is not used. */
    static void leftOut(Node node, PrintStream out) {
        node.problems().forEach(each -> out.println("Left out: " + each));
    }

    /**
     * Does the work.
     *
     * @param at the container's node
     * @param out where to print
     * @throws CommandException with what is wrong and what to do, in a line
     */
    abstract void run(Node at, PrintStream out) throws CommandException;
}
