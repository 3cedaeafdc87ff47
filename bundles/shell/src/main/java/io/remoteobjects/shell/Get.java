package io.remoteobjects.shell;

import java.io.PrintStream;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;

import io.remoteobjects.DynamicReplica.Member;

/** {@code ro:get}. */
@Service
@Command(scope = "ro", name = "get", description = "Prints the properties of an object, or one of them.")
public final class Get extends ObjectCommand {

    @Argument(index = 1, name = "PROP", description = "A property's name; all properties if it is left out")
    String property;

    @Override
    boolean lastValuesWillDo() {
        return true;
    }

    @Override
    void run(OpenObject object, PrintStream out) throws CommandException {
        if (property != null) {
            Members.property(object.replica(), property);
            out.println(ValueText.of(object.replica().get(property)));
            return;
        }
        for (Member each : object.replica().schema().properties()) {
            out.println(each.name() + " = " + ValueText.of(object.replica().get(each.name())));
        }
    }
}
