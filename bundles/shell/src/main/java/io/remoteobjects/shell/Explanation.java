package io.remoteobjects.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import io.remoteobjects.Replica;
import io.remoteobjects.node.ObjectLocation;
import io.remoteobjects.node.RegistryStatus;
import io.remoteobjects.node.ReplicaStatus;
import io.remoteobjects.node.SourceStatus;
import io.remoteobjects.topology.ConfiguredExport;
import io.remoteobjects.topology.ExportStatus;
import io.remoteobjects.topology.ImportStatus;
import io.remoteobjects.topology.InterestStatus;

/**
 * Says how an object stands, why it is no service where somebody waits for one, and what to do about it. It goes the way that an object
 * takes: shared, found, wanted, reached, fitting.
 */
final class Explanation {

    private final String name;
    private final Facts facts;
    private final List<String> lines = new ArrayList<>();

    private Explanation(String name, Facts facts) {
        this.name = name;
        this.facts = facts;
    }

    /**
     * @param name an object name, an interface, or an endpoint id
     * @param facts how everything stands
     * @return the explanation, line by line
     */
    static List<String> of(String name, Facts facts) {
        Explanation explanation = new Explanation(name, facts);
        explanation.explain();
        return explanation.lines;
    }

    private void say(String line) {
        lines.add(line);
    }

    private void advise(String line) {
        lines.add("  -> " + line);
    }

    private void explain() {
        sharedHere();
        List<ImportStatus> endpoints = facts.imports().stream().filter(this::isMeant).toList();
        endpoints.forEach(this::endpoint);
        if (endpoints.isEmpty()) {
            offeredWithoutEndpoint();
        }
        if (lines.isEmpty()) {
            unknown();
        }
    }

    private boolean isMeant(ImportStatus endpoint) {
        return endpoint.name().equals(name) || endpoint.endpointId().equals(name) || isMeant(endpoint.interfaces());
    }

    private boolean isMeant(List<String> interfaces) {
        return interfaces.stream().anyMatch(each -> each.equals(name) || each.substring(each.lastIndexOf('.') + 1).equals(name));
    }

    private void sharedHere() {
        facts.sources().stream().filter(each -> each.name().equals(name)).forEach(this::source);
        facts.exports().stream().filter(each -> each.name().equals(name) || isMeant(each.interfaces())).forEach(this::export);
        facts.configuredExports().stream().filter(this::isMeant).forEach(each -> ConfigurationText.problems(each).forEach(this::say));
    }

    private boolean isMeant(ConfiguredExport configuration) {
        return configuration.name().equals(name) || configuration.filter().contains("=" + name + ")") || facts.exports().stream()
                .anyMatch(each -> each.name().equals(name) && configuration.overruled().contains(each.serviceId()));
    }

    private void export(ExportStatus export) {
        String service = "Service " + export.serviceId() + " of bundle " + export.bundle() + " " + export.interfaces();
        if (!export.isExported()) {
            say(service + (export.configuration().isEmpty() ? " is marked for export" : " is chosen by configuration "
                    + export.configuration()) + ", and is not exported: " + export.failure());
        } else if (!export.configuration().isEmpty()) {
            say(service + " is exported by configuration " + export.configuration() + ".");
        }
    }

    private void source(SourceStatus source) {
        say(name + " is shared here, as a " + source.type() + ", at " + String.join(", ", source.urls()) + ". Subscribers: "
                + source.subscribers() + ".");
        for (String url : source.shadowedBy()) {
            say("Another object of this name, at " + url + ", was registered before; others find that one.");
            advise("Give one of the two another name: the component property remote.source.");
        }
        for (RegistryStatus registry : facts.registries()) {
            if (registry.state() != Replica.State.VALID) {
                registryMissing(registry);
            }
        }
    }

    private void endpoint(ImportStatus endpoint) {
        say("Endpoint " + endpoint.endpointId() + " offers " + endpoint.interfaces()
                + (endpoint.url().isEmpty() ? "" : " at " + endpoint.url()) + ".");
        String waiting = endpoint.interested().isEmpty() ? "nobody" : String.join(", ", endpoint.interested());
        switch (endpoint.stage()) {
            case NOT_WANTED -> {
                say("No bundle here asks for it, so it is not imported.");
                advise("Start a bundle that refers to " + String.join(" or ", endpoint.interfaces()) + ".");
            }
            case NOT_PERMITTED -> {
                say("It is not imported: " + endpoint.problem() + ". " + waiting + " asks for it.");
                advise("Change import.filter, if it is to be a service here.");
            }
            case WAITING -> {
                say(waiting + " asks for it, but its host was not reached yet" + reason(endpoint) + ".");
                link(endpoint);
                advise("See that the host runs and that " + endpoint.url() + " can be reached from here.");
            }
            case IMPORTED -> {
                say("It is a service here; " + waiting + " asks for it.");
                link(endpoint);
                if (!endpoint.problem().isEmpty()) {
                    say("Not all who ask get it" + reason(endpoint) + ".");
                    adviseSameVersion(endpoint);
                }
            }
            case KEPT -> {
                say("Its host is lost; the service is kept for now, and calls fail.");
                link(endpoint);
                advise("Nothing: it is connected again as soon as the host is back. Change onLoss and suspect.grace for other manners.");
            }
            case SUSPECT -> {
                say("Its host is lost, and the service with it; " + waiting + " asks for it.");
                link(endpoint);
                advise("See that the host runs and that " + endpoint.url() + " can be reached. The service returns by itself.");
            }
            case MISMATCH -> {
                say("The interface that " + waiting + " has is another one than the Source's" + reason(endpoint) + ".");
                adviseSameVersion(endpoint);
            }
            case FAILED -> {
                say(waiting + " asks for it, and it cannot be imported" + reason(endpoint) + ".");
                advise("See log:display for more.");
            }
            case LINGERING -> {
                say("No bundle here asks for it any more; its last values are kept for a while.");
                link(endpoint);
            }
            default -> throw new IllegalStateException("A stage of which nobody knows what to say: " + endpoint.stage());
        }
    }

    private void adviseSameVersion(ImportStatus endpoint) {
        advise("Install the same version of the interface on both sides. ro:rep " + endpoint.name() + " shows the Source's.");
    }

    private static String reason(ImportStatus endpoint) {
        return endpoint.problem().isEmpty() ? "" : ": " + endpoint.problem();
    }

    private void link(ImportStatus endpoint) {
        facts.replicas().stream().filter(each -> each.name().equals(endpoint.name()) && each.url().equals(endpoint.url())
                && each.state() != Replica.State.SIGNATURE_MISMATCH).findFirst().ifPresent(this::link);
    }

    private void link(ReplicaStatus replica) {
        say("Its replica is " + replica.state().qtName() + " since " + Times.dateTime(replica.since()) + " ("
                + ago(Duration.between(replica.since(), facts.now())) + ")" + (replica.problem().isEmpty() ? "" : ": " + replica.problem())
                + ".");
        unreached(replica.url());
    }

    private void unreached(String url) {
        String why = facts.unreachedHosts().get(url);
        if (why != null) {
            say("There is no connection to " + url + ": " + why + ".");
        }
    }

    private static String ago(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 60 ? seconds + " s" : seconds < 3600 ? seconds / 60 + " min" : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }

    /** Found, but nothing that a service could be made of. */
    private void offeredWithoutEndpoint() {
        List<ObjectLocation> elsewhere = facts.locations().stream()
                .filter(each -> each.name().equals(name) && !facts.addresses().contains(each.url())).toList();
        for (ObjectLocation location : elsewhere) {
            say((location.registry().isEmpty() ? "Its host" : "The registry at " + location.registry()) + " says that " + name + ", a "
                    + (location.type().isEmpty() ? "thing of unknown type" : location.type()) + ", is at " + location.url()
                    + ", but there is no endpoint for it.");
            advise("If that is a Qt program or one in plain Java: install a bundle with an interface marked as @RemoteObject"
                    + (location.type().isEmpty() ? "" : " of the type " + location.type()) + ". ro:rep " + name
                    + " prints what it must have.");
            advise("If that is another container: see there with ro:sources whether it is exported.");
        }
        facts.replicas().stream().filter(each -> each.name().equals(name)).findFirst().ifPresent(this::withoutEndpoint);
    }

    private void withoutEndpoint(ReplicaStatus replica) {
        say("There is a replica of " + name + (replica.url().isEmpty() ? "" : " from " + replica.url()) + ", but no endpoint for it now.");
        link(replica);
        if (replica.state() == Replica.State.SUSPECT) {
            waiting(replica.type());
            advise("See that its host runs. The service returns by itself.");
        }
    }

    private void waiting(String type) {
        for (InterestStatus interest : facts.interests()) {
            String simpleName = interest.interfaceName().substring(interest.interfaceName().lastIndexOf('.') + 1);
            if (interest.interfaceName().equals(name) || interest.filter().contains("=" + name + ")")
                    || simpleName.equalsIgnoreCase(type)) {
                say(interest.bundle() + " waits for " + (interest.filter().isEmpty() ? interest.interfaceName() : interest.filter()) + ".");
            }
        }
    }

    private void unknown() {
        say("Nobody here knows an object, interface or endpoint named " + name + ": it is not shared here, and neither a registry nor a "
                + "connected host nor another discovery offers it.");
        waiting(name);
        Optional<RegistryStatus> reached = facts.registries().stream().filter(each -> each.state() == Replica.State.VALID).findFirst();
        facts.registries().stream().filter(each -> each.state() != Replica.State.VALID).forEach(this::registryMissing);
        if (facts.registries().isEmpty()) {
            say("No registry is used here.");
            advise("Name one, or the host itself: \"registry\" or \"connect\" in etc/io.remoteobjects.cfg.");
        } else if (reached.isPresent()) {
            advise("See that its host runs, and that it uses the registry at " + reached.get().url() + " too.");
        }
        TreeSet<String> known = new TreeSet<>();
        facts.sources().forEach(each -> known.add(each.name()));
        facts.locations().forEach(each -> known.add(each.name()));
        facts.imports().forEach(each -> known.add(each.name()));
        known.removeIf(each -> each.isEmpty() || ObjectFinder.isInternal(each));
        say("Known are: " + (known.isEmpty() ? "none" : String.join(", ", known)) + ".");
    }

    private void registryMissing(RegistryStatus registry) {
        say("The registry at " + registry.url() + " is not reached (" + registry.state().qtName() + ").");
        unreached(registry.url());
        advise("See that its host runs, or correct \"registry\" in etc/io.remoteobjects.cfg.");
    }
}
