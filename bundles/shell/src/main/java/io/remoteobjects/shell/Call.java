package io.remoteobjects.shell;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;

import io.remoteobjects.DynamicReplica.Member;

/** {@code ro:call}. */
@Service
@Command(scope = "ro", name = "call", description = "Calls a slot of an object and prints the result.")
public final class Call extends ObjectCommand {

    /** The node gives up before. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Argument(index = 1, name = "SLOT", required = true,
            description = "A slot's name; where several have it, with parameter types in quotes: 'move(int,int)'")
    String slot;

    @Argument(index = 2, name = "ARGS", multiValued = true,
            description = "Its arguments. A record as '{field: value, ...}', a list as '[value, ...]', bytes as 0x...")
    List<Object> arguments;

    @Override
    void run(OpenObject object, PrintStream out) throws CommandException {
        List<Object> given = arguments == null ? List.of() : arguments;
        Member member = Members.slot(object.replica(), slot, given.size());
        Object[] read = new Object[given.size()];
        for (int i = 0; i < read.length && i < member.parameters().size(); i++) {
            read[i] = ValueReader.read(given.get(i), member.parameters().get(i));
        }
        Object result = object.await(object.replica().call(member.signature(), read), PATIENCE,
                "No answer came from " + object.replica().name() + ".");
        if (!member.type().equals("void")) {
            out.println(ValueText.of(result));
        }
    }
}
