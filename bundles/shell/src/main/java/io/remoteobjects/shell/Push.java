package io.remoteobjects.shell;

import java.io.PrintStream;
import java.time.Duration;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;

import io.remoteobjects.DynamicReplica.Member;

/** {@code ro:push}. */
@Service
@Command(scope = "ro", name = "push", description = "Asks an object to take a value for a property.")
public final class Push extends ObjectCommand {

    /** The node gives up before. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Argument(index = 1, name = "PROP", description = "A property's name", required = true)
    String property;

    @Argument(index = 2, name = "VALUE", required = true,
            description = "The value. A record as '{field: value, ...}', a list as '[value, ...]', bytes as 0x...")
    Object value;

    @Override
    void run(OpenObject object, PrintStream out) throws CommandException {
        Member member = Members.property(object.replica(), property);
        Object read = ValueReader.read(value, member.type());
        boolean confirmed = object.replica().schema().slots().stream()
                .anyMatch(each -> each.name().equalsIgnoreCase("push" + property) && each.parameters().size() == 1);
        object.await(object.replica().push(property, read), PATIENCE, "No answer came from " + object.replica().name() + ".");
        if (!confirmed) {
            out.println("Sent. " + property + " has no push slot, so the Source neither confirms nor refuses; see with ro:get.");
        }
    }
}
