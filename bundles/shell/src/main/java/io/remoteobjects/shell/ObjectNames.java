package io.remoteobjects.shell;

import java.util.List;

import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import io.remoteobjects.node.Node;

/** Completes the names of objects. */
@Service
public final class ObjectNames implements Completer {

    @Reference(optional = true)
    private Node node;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        return node == null ? -1 : new StringsCompleter(new ObjectFinder(node).names()).complete(session, commandLine, candidates);
    }
}
