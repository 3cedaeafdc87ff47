package io.remoteobjects.shell;

import java.io.PrintStream;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;

import io.remoteobjects.node.Node;

/** A command that works with one object, here or elsewhere. */
abstract class ObjectCommand extends NodeCommand {

    @Argument(name = "NAME", description = "The object's name", required = true)
    @Completion(ObjectNames.class)
    String name;

    @Option(name = "-u", aliases = "--url", description = "Where the object is, if several have the name",
            valueToShowInHelp = "found by name")
    String url;

    @Override
    final void run(Node node, PrintStream out) throws CommandException {
        try (OpenObject object = OpenObject.open(node, name, url, lastValuesWillDo())) {
            if (!object.replica().isValid()) {
                out.println(name + " is " + object.replica().state().qtName() + ": its host is lost. These are its last values:");
            }
            run(object, out);
        } catch (IllegalArgumentException unfit) {
            throw new CommandException(unfit.getMessage(), unfit);
        } catch (ClassCastException unfit) {
            throw new CommandException("A value is of another type than declared, and of one that cannot be written on the console ("
                    + unfit.getMessage() + "). ro:rep " + name + " shows the declared types.", unfit);
        }
    }

    /** {@return whether there is something to show of an object that was followed here and lost} */
    boolean lastValuesWillDo() {
        return false;
    }

    /**
     * Does the work.
     *
     * @param object the object, connected unless its last values will do
     * @param out where to print
     * @throws CommandException with what is wrong and what to do, in a line
     * @throws IllegalArgumentException likewise, for a value that does not fit
     */
    abstract void run(OpenObject object, PrintStream out) throws CommandException;
}
