package io.remoteobjects.discovery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.node.EndpointDirectory;

/** What the directory of one host last said. Confined to one thread. */
final class HostDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(HostDirectory.class);

    private final String frameworkId;
    private final String url;
    private final long seenAt;
    private final Map<String, Parsed> parsed = new LinkedHashMap<>();
    private Directories.Reading reading = () -> { };
    private boolean complete;
    private long readAt;
    private long lostAt = Long.MAX_VALUE;

    /** An endpoint and the text it was read from; the endpoint is null if that makes no sense. */
    private record Parsed(String text, KnownEndpoint endpoint) {
    }

    /**
     * @param name the directory's object name
     * @param url where it is
     * @param seenAt later than all that happened before
     */
    HostDirectory(String name, String url, long seenAt) {
        this.seenAt = seenAt;
        this.frameworkId = name.substring(EndpointDirectory.NAME_PREFIX.length());
        this.url = url;
    }

    void reading(Directories.Reading now) {
        reading = now;
    }

    void close() {
        reading.close();
    }

    /**
     * Takes what it says now.
     *
     * @param contents what it says
     * @param time later than all that happened before
     */
    void take(Directories.Contents contents, long time) {
        readAt = time;
        lostAt = Long.MAX_VALUE;
        complete = contents.complete();
        parsed.keySet().retainAll(contents.endpoints().keySet());
        contents.endpoints().forEach((id, text) -> {
            Parsed before = parsed.get(id);
            if (before == null || !before.text.equals(text)) {
                parsed.put(id, new Parsed(text, parse(id, text)));
            }
        });
    }

    private KnownEndpoint parse(String id, String text) {
        try {
            EndpointDescription description = EndpointXmlReader.read(text);
            return reachable(description).map(KnownEndpoint::of).orElse(null);
        } catch (IllegalArgumentException unfit) {
            LOG.warn("Endpoint {} that the host at {} offers is ignored, as its description makes no sense: {}. Update that host.", id, url,
                    unfit.getMessage());
            return null;
        }
    }

    /**
     * An object of the host itself is where the host is, by the address at which it was just reached, whatever others it has. What it
     * passes on for somebody else is of use here only if it is not on a local socket of another machine.
     */
    private Optional<EndpointDescription> reachable(EndpointDescription description) {
        if (Reach.isOurs(description) && frameworkId.equals(description.getFrameworkUUID())) {
            return Optional.of(Reach.at(url, description));
        }
        return Reach.isLocal(url) || !Reach.isLocalOnly(description) ? Optional.of(description) : Optional.empty();
    }

    /**
     * Its host cannot be reached.
     *
     * @param time later than all that happened before
     */
    void lost(long time) {
        lostAt = Math.min(lostAt, time);
    }

    /** {@return whether another one, at the same address, shows that this one's host was restarted} */
    boolean isSupersededBy(HostDirectory other) {
        return other.seenAt > lostAt;
    }

    /** {@return when it was last read; 0 for never} */
    long readAt() {
        return readAt;
    }

    /** {@return whether it describes everything that its host offers} */
    boolean isComplete() {
        return complete;
    }

    /** {@return what it describes} */
    Stream<KnownEndpoint> endpoints() {
        return parsed.values().stream().map(Parsed::endpoint).filter(Objects::nonNull);
    }
}
