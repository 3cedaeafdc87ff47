package io.remoteobjects.mdns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.Subscription;

/** One network: announces this container there, and finds others. Confined to the thread of {@link Networks}. */
final class Network implements ServiceListener {

    /** What is announced: hosts of this protocol, of whatever is behind. */
    static final String TYPE = "_qtro._tcp.local.";

    private static final Logger LOG = LoggerFactory.getLogger(Network.class);

    private static final String ID = "id";
    private static final String URL = "url";

    /** Told of other containers. */
    interface Hosts {

        /** {@return closes when it is gone} */
        Subscription host(String framework, String url);
    }

    private final String framework;
    private final Executor thread;
    private final Hosts hosts;
    private final JmDNS dns;
    private final Map<String, Host> found = new HashMap<>();
    private volatile boolean closed;

    private record Host(String framework, String url, Subscription subscription) {
    }

    /**
     * @param address this machine's on that network
     * @param framework this container's framework UUID
     * @param thread what this is confined to
     * @param hosts told of others
     */
    Network(InetAddress address, String framework, Executor thread, Hosts hosts) throws IOException {
        this.framework = framework;
        this.thread = thread;
        this.hosts = hosts;
        // A name of its own, not the machine's, which the machine itself may announce.
        dns = JmDNS.create(address, "remoteobjects-" + framework);
        dns.addServiceListener(TYPE, this);
    }

    /** Tells others where this container listens. */
    void announce(String url) throws IOException {
        dns.registerService(ServiceInfo.create(TYPE, framework, URI.create(url).getPort(), 0, 0, Map.of(ID, framework, URL, url)));
    }

    @Override
    public void serviceAdded(ServiceEvent event) {
        // Asked after its end, JmDNS starts threads that nobody stops.
        if (!closed) {
            // Does not wait: what is asked comes as an event.
            event.getDNS().requestServiceInfo(event.getType(), event.getName(), true, 1);
        }
    }

    @Override
    public void serviceResolved(ServiceEvent event) {
        String id = event.getInfo().getPropertyString(ID);
        String url = event.getInfo().getPropertyString(URL);
        // Parts of an answer come one after another.
        if (id != null && url != null && !id.equals(framework)) {
            thread.execute(() -> found(event.getName(), id, url));
        }
    }

    private void found(String name, String id, String url) {
        if (closed) {
            // Nobody would ever take it back.
            return;
        }
        Host before = found.get(name);
        if (before == null || !before.framework.equals(id) || !before.url.equals(url)) {
            LOG.debug("Container {} is at {}", id, url);
            found.put(name, new Host(id, url, hosts.host(id, url)));
            if (before != null) {
                before.subscription.close();
            }
        }
    }

    @Override
    public void serviceRemoved(ServiceEvent event) {
        thread.execute(() -> {
            Host gone = found.remove(event.getName());
            if (gone != null) {
                LOG.debug("Container {} is no longer at {}", gone.framework, gone.url);
                gone.subscription.close();
            }
        });
    }

    /** Says farewell, which takes seconds. */
    void close() {
        closed = true;
        dns.removeServiceListener(TYPE, this);
        found.values().forEach(each -> each.subscription.close());
        try {
            dns.close();
        } catch (IOException failed) {
            LOG.debug("Nobody was told that this container is no longer there", failed);
        }
    }
}
