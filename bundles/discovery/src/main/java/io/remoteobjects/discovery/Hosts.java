package io.remoteobjects.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.node.EndpointDirectory;
import io.remoteobjects.node.ObjectLocation;

/**
 * Knows the other hosts, and which endpoints follow from what they offer. Each change is taken down at once, and what follows from
 * several together is worked out in one go a moment later. Confined to one thread.
 *
 * <p>A host is its address. If it has a directory that describes everything, its endpoints are those described; else its objects are
 * described from name and type. A directory that is known by several addresses is read by one of them.
 *
 * <p>What a host that is lost offered stays: it may be back in a moment. But a host that was restarted has another directory. As soon as
 * that one is seen the old one's endpoints go, before anybody reaches the new host by them, and the new ones come when it was read.
 */
final class Hosts {

    /** Before a host counts as one without a directory: registries tell one object at a time. */
    static final long SETTLE_MILLIS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Hosts.class);

    private static final Comparator<String> LOCAL_FIRST = Comparator.comparing((String url) -> !Reach.isLocal(url))
            .thenComparing(Comparator.naturalOrder());

    private final String ownDirectory;
    private final Set<String> ownUrls;
    private final ContractClaims claims;
    private final Directories directories;
    private final Schedule schedule;
    private final Consumer<Map<String, KnownEndpoint>> listener;

    private final Set<ObjectLocation> locations = new LinkedHashSet<>();
    private final Map<Place, HostDirectory> open = new LinkedHashMap<>();
    private final Map<String, Quiet> quiet = new HashMap<>();
    private boolean scheduled;
    private long events;

    /** A directory at a host. */
    private record Place(String directory, String url) {
    }

    /** A host that shows no directory. */
    private static final class Quiet {
        private boolean settled;
    }

    /**
     * @param ownId the id of this container's node
     * @param ownUrls where it listens
     * @param claims which interface stands for which type
     * @param directories reads directories
     * @param schedule the thread that this is confined to
     * @param listener told of all endpoints by id, whenever something may have changed
     */
    Hosts(String ownId, Set<String> ownUrls, ContractClaims claims, Directories directories, Schedule schedule,
            Consumer<Map<String, KnownEndpoint>> listener) {
        this.ownDirectory = EndpointDirectory.NAME_PREFIX + ownId;
        this.ownUrls = Set.copyOf(ownUrls);
        this.claims = claims;
        this.directories = directories;
        this.schedule = schedule;
        this.listener = listener;
    }

    void added(ObjectLocation location) {
        if (locations.add(location)) {
            changed();
        }
    }

    void removed(ObjectLocation location) {
        if (locations.remove(location)) {
            changed();
        }
    }

    /** Says that something changed, here or in what it was given. */
    void changed() {
        if (!scheduled) {
            scheduled = true;
            schedule.execute(() -> {
                scheduled = false;
                work();
            });
        }
    }

    private void work() {
        Map<String, List<ObjectLocation>> byUrl = foreignLocations();
        Set<Place> wanted = placesToRead(byUrl);
        openAndClose(wanted);
        quiet.keySet().retainAll(byUrl.keySet());
        Map<String, KnownEndpoint> endpoints = new LinkedHashMap<>();
        byUrl.forEach((url, offered) -> endpointsOf(url, offered).forEach(each -> endpoints.putIfAbsent(each.id(), each)));
        endpoints.values().removeIf(each -> ownDirectory.endsWith(":" + each.description().getFrameworkUUID()));
        listener.accept(endpoints);
    }

    /** {@return what other hosts offer, by their address, local ones first} */
    private Map<String, List<ObjectLocation>> foreignLocations() {
        Set<String> own = new HashSet<>(ownUrls);
        locations.stream().filter(each -> each.name().equals(ownDirectory)).forEach(each -> own.add(each.url()));
        Map<String, List<ObjectLocation>> byUrl = new LinkedHashMap<>();
        locations.stream().filter(each -> !own.contains(each.url())).sorted(Comparator.comparing(ObjectLocation::url, LOCAL_FIRST))
                .forEach(each -> byUrl.computeIfAbsent(each.url(), any -> new ArrayList<>()).add(each));
        return byUrl;
    }

    /** Each directory by the first address at which it is. */
    private static Set<Place> placesToRead(Map<String, List<ObjectLocation>> byUrl) {
        Map<String, Place> byDirectory = new LinkedHashMap<>();
        byUrl.forEach((url, offered) -> offered.stream().filter(Hosts::isDirectory)
                .forEach(each -> byDirectory.putIfAbsent(each.name(), new Place(each.name(), url))));
        return new LinkedHashSet<>(byDirectory.values());
    }

    private static boolean isDirectory(ObjectLocation location) {
        return location.name().startsWith(EndpointDirectory.NAME_PREFIX);
    }

    private void openAndClose(Set<Place> wanted) {
        for (Place place : List.copyOf(open.keySet())) {
            if (!wanted.contains(place)) {
                open.remove(place).close();
            }
        }
        for (Place place : wanted) {
            if (!open.containsKey(place)) {
                open.put(place, opened(place));
            }
        }
    }

    /** {@return a directory that is read; one that cannot be is there all the same, and says nothing, so that it is tried but once} */
    private HostDirectory opened(Place place) {
        HostDirectory directory = new HostDirectory(place.directory, place.url, ++events);
        try {
            directory.reading(directories.open(place.directory, place.url, reader(directory)));
        } catch (RuntimeException refused) {
            LOG.warn("The directory {} at {} cannot be read, so no endpoint of that host is known here. Unless this node is ending, "
                    + "restart that host.", place.directory, place.url, refused);
        }
        return directory;
    }

    private Directories.Reader reader(HostDirectory directory) {
        return new Directories.Reader() {
            @Override
            public void read(Directories.Contents contents) {
                directory.take(contents, ++events);
                changed();
            }

            @Override
            public void lost() {
                directory.lost(++events);
                changed();
            }
        };
    }

    private List<KnownEndpoint> endpointsOf(String url, List<ObjectLocation> offered) {
        if (offered.stream().noneMatch(Hosts::isDirectory)) {
            return settled(url) ? plainEndpoints(url, offered) : List.of();
        }
        Optional<HostDirectory> current = current(url);
        if (current.isPresent() && !current.get().isComplete()) {
            return settled(url) ? plainEndpoints(url, offered) : List.of();
        }
        quiet.remove(url);
        return current.map(each -> each.endpoints().toList()).orElse(List.of());
    }

    /** {@return the directory of the host that is, or was last, at an address; empty while there is none that could be read} */
    private Optional<HostDirectory> current(String url) {
        List<HostDirectory> here = open.entrySet().stream().filter(each -> each.getKey().url.equals(url)).map(Map.Entry::getValue).toList();
        return here.stream().filter(each -> each.readAt() > 0).max(Comparator.comparingLong(HostDirectory::readAt))
                .filter(last -> here.stream().noneMatch(last::isSupersededBy));
    }

    /** {@return whether a host has long enough shown no directory, or none that is in use; if not, looks again when it has} */
    private boolean settled(String url) {
        return quiet.computeIfAbsent(url, any -> {
            Quiet began = new Quiet();
            schedule.schedule(() -> {
                began.settled = true;
                changed();
            }, SETTLE_MILLIS);
            return began;
        }).settled;
    }

    private List<KnownEndpoint> plainEndpoints(String url, List<ObjectLocation> offered) {
        Map<String, String> types = new LinkedHashMap<>();
        offered.stream().filter(each -> !isDirectory(each)).forEach(each -> types.put(each.name(), each.type()));
        List<KnownEndpoint> endpoints = new ArrayList<>();
        types.forEach((name, type) -> claims.interfacesOf(type)
                .forEach(each -> endpoints.add(PlainEndpoints.describe(name, type, url, each))));
        return endpoints;
    }

    /** Stops to read directories. */
    void close() {
        locations.clear();
        openAndClose(Set.of());
    }
}
