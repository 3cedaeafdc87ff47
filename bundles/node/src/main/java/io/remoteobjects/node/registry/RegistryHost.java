package io.remoteobjects.node.registry;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.Signal;
import io.remoteobjects.node.access.AccessCheck;
import io.remoteobjects.node.source.Caller;
import io.remoteobjects.node.source.Host;
import io.remoteobjects.node.source.SlotTarget;
import io.remoteobjects.node.source.SourceMembers;
import io.remoteobjects.node.transport.Address;
import io.remoteobjects.node.transport.Transports;
import io.remoteobjects.spi.SignalCell;
import io.remoteobjects.spi.ValueCell;
import io.remoteobjects.wire.type.NamedLocation;
import io.remoteobjects.wire.type.SourceLocation;

/**
 * A registry: keeps who shares what where, and tells everybody. Unlike Qt's it keeps later claims to a name and promotes the next when
 * the first goes, and tells of the entries it drops when their host's connection is lost. Any thread.
 *
 * @see <a href="https://doc.qt.io/qt-6/qtremoteobjects-registry.html">Qt: the registry</a>
 */
final class RegistryHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryHost.class);

    private final Host host;
    private final MutableProperty<Map<String, SourceLocation>> locations = Property.of(Map.of());
    private final Signal.Emitter<NamedLocation> added = Signal.emitter();
    private final Signal.Emitter<NamedLocation> removed = Signal.emitter();

    /** By name, the first in force; guarded by this. */
    private final Map<String, List<Claim>> claims = new LinkedHashMap<>();

    /** Somebody says that an object is at a place. */
    private record Claim(Caller by, SourceLocation location) {
    }

    RegistryHost(Transports transports, Executor executor, Address address) throws IOException {
        host = new Host(transports, executor, AccessCheck.ALLOW_ALL, this::gone);
        host.share(RegistryContract.NAME, RegistryContract.CONTRACT, new SourceMembers(
                List.of((ValueCell<?>) locations),
                List.of((SignalCell<?>) added, (SignalCell<?>) removed),
                List.of(slot(this::add), slot(this::remove)), false, () -> { }));
        host.listen(address);
    }

    private interface Change {
        void apply(Caller caller, NamedLocation location);
    }

    /** Quick, so it needs no thread of its own; and in the order of arrival. */
    private static SlotTarget slot(Change change) {
        return new SlotTarget() {
            @Override
            public Object call(Caller caller, Object[] arguments) {
                change.apply(caller, (NamedLocation) arguments[0]);
                return null;
            }

            @Override
            public boolean nonBlocking() {
                return true;
            }
        };
    }

    /** What is queued may be a caller's that is gone by now: its claim would never be dropped. */
    private synchronized void add(Caller caller, NamedLocation claimed) {
        if (!caller.isConnected()) {
            return;
        }
        if (claimed.name() == null || claimed.location() == null) {
            LOG.warn("{} registers an object without a name or place; ignored", caller.peer());
            return;
        }
        List<Claim> named = claims.computeIfAbsent(claimed.name(), name -> new ArrayList<>());
        Claim claim = new Claim(caller, claimed.location());
        if (named.contains(claim)) {
            return;
        }
        named.add(claim);
        if (named.size() == 1) {
            publish(claimed.name(), null, claim);
        } else {
            LOG.warn("{} registers {} at {}, but the name is taken by {}; it waits until that is gone", caller.peer(), claimed.name(),
                    claimed.location().hostUrl(), named.get(0).location().hostUrl());
        }
    }

    /** Takes out entries of the node that hosts it, so that others hear of that before it is closed. */
    void withdraw(Collection<NamedLocation> entries) {
        entries.forEach(entry -> remove(null, entry));
    }

    private synchronized void remove(Caller caller, NamedLocation claimed) {
        URI url = claimed.location() == null ? null : claimed.location().hostUrl();
        drop(claimed.name(), claim -> Objects.equals(claim.location.hostUrl(), url));
    }

    private synchronized void gone(Caller caller) {
        for (String name : List.copyOf(claims.keySet())) {
            drop(name, claim -> claim.by == caller);
        }
    }

    private void drop(String name, Predicate<Claim> which) {
        List<Claim> named = claims.get(name);
        if (named == null) {
            return;
        }
        Claim inForce = named.get(0);
        named.removeIf(which);
        if (named.isEmpty()) {
            claims.remove(name);
            publish(name, inForce, null);
        } else if (named.get(0) != inForce) {
            publish(name, inForce, named.get(0));
        }
    }

    /** The property first: who subscribes in between then hears of the entry twice rather than never. */
    private void publish(String name, Claim before, Claim after) {
        Map<String, SourceLocation> now = new LinkedHashMap<>(locations.get());
        now.remove(name);
        if (after != null) {
            now.put(name, after.location);
        }
        locations.set(now);
        if (before != null && after != null && before.location.equals(after.location)) {
            // The same host over a newer connection.
            return;
        }
        if (before != null) {
            removed.emit(new NamedLocation(name, before.location));
        }
        if (after != null) {
            added.emit(new NamedLocation(name, after.location));
        }
    }

    @Override
    public void close() {
        host.close();
    }
}
