package io.remoteobjects.shell;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.karaf.shell.support.CommandException;

import io.remoteobjects.node.EndpointDirectory;
import io.remoteobjects.node.Node;
import io.remoteobjects.node.ObjectLocation;
import io.remoteobjects.node.ReplicaStatus;
import io.remoteobjects.node.SourceStatus;

/** Finds objects by name: those shared here, those followed here, and those that registries and connected hosts offer. */
final class ObjectFinder {

    private static final Comparator<String> LOCAL_FIRST = Comparator.comparing(url -> !url.startsWith("local:"));

    private final Node node;

    ObjectFinder(Node node) {
        this.node = node;
    }

    /** {@return whether an object is one of the product's own, not an application's} */
    static boolean isInternal(String name) {
        return name.startsWith(EndpointDirectory.NAME_PREFIX);
    }

    /** {@return the names of all objects that can be reached from here} */
    Collection<String> names() {
        Collection<String> names = new TreeSet<>();
        node.sources().forEach(each -> names.add(each.name()));
        node.replicas().forEach(each -> names.add(each.name()));
        node.locations().forEach(each -> names.add(each.name()));
        names.removeIf(ObjectFinder::isInternal);
        return names;
    }

    /**
     * @param name an object name
     * @return where it is: here rather than elsewhere, where it is followed already rather than where it is offered only
     * @throws CommandException if nobody knows it
     */
    String urlOf(String name) throws CommandException {
        return Stream.of(here(name), followed(name), offered(name)).flatMap(Optional::stream).findFirst()
                .orElseThrow(() -> new CommandException("Nobody here knows an object named " + name + ". Known are: "
                        + (names().isEmpty() ? "none" : String.join(", ", names())) + ". See ro:explain " + name + "."));
    }

    private Optional<String> here(String name) {
        return node.sources().stream().filter(each -> each.name().equals(name)).map(SourceStatus::urls).flatMap(Collection::stream)
                .min(LOCAL_FIRST);
    }

    private Optional<String> followed(String name) {
        return node.replicas().stream().filter(each -> each.name().equals(name) && !each.url().isEmpty())
                .min(Comparator.comparing(each -> each.state() != io.remoteobjects.Replica.State.VALID)).map(ReplicaStatus::url);
    }

    private Optional<String> offered(String name) {
        return node.locations().stream().filter(each -> each.name().equals(name)).map(ObjectLocation::url).min(LOCAL_FIRST);
    }
}
