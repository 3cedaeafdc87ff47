package io.remoteobjects.zookeeper;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.discovery.Discovery;
import io.remoteobjects.node.Node;

/** Tells the containers that use the same ZooKeeper of this one's endpoints, and this one of theirs. */
@Component(service = {}, immediate = true, configurationPid = "io.remoteobjects.zookeeper")
@Designate(ocd = ZooKeeperConfiguration.class)
public final class ZooKeeperComponent {

    /** How long after an outage whoever is missing may take to return. */
    static final long GRACE_MILLIS = 30_000;

    private static final Logger LOG = LoggerFactory.getLogger(ZooKeeperComponent.class);

    private Discovery.Channel channel;
    private Discovery.Tasks tasks;
    private Membership membership;

    /**
     * Starts.
     *
     * @param context of this bundle
     * @param config what is configured
     * @param discovery whom to tell what is found
     * @param node what others are told to connect to
     */
    @Activate
    public ZooKeeperComponent(BundleContext context, ZooKeeperConfiguration config, @Reference Discovery discovery, @Reference Node node) {
        Settings settings = Settings.of(config);
        if (settings.servers().isEmpty()) {
            LOG.info("ZooKeeper is not used: name its servers in \"servers\" of io.remoteobjects.zookeeper to have it used");
            return;
        }
        node.networkAddress().ifPresentOrElse(ZooKeeperComponent::checkLater, () -> LOG.info("This container listens on no network "
                + "address, so it finds remote objects of others by ZooKeeper, and others do not find its own. Add one to \"listen\" of "
                + "io.remoteobjects for that."));
        tasks = discovery.tasks();
        membership = new Membership(context.getProperty(Constants.FRAMEWORK_UUID), settings, GRACE_MILLIS, tasks,
                NodeContent::read, (framework, endpoints) -> channel.found(framework, endpoints));
        channel = discovery.open(membership::offer);
        membership.start();
    }

    /** The host's name may have to be looked up, and no thread that others wait for is to be held up by that. */
    private static void checkLater(String url) {
        Thread thread = new Thread(() -> checkAddress(url), "remoteobjects-zookeeper-address");
        thread.setDaemon(true);
        thread.start();
    }

    private static void checkAddress(String url) {
        try {
            if (InetAddress.getByName(URI.create(url).getHost()).isLoopbackAddress()) {
                LOG.warn("ZooKeeper is told {}, which containers on other machines cannot connect to. Set \"listen\" or \"advertise\" of "
                        + "io.remoteobjects if there are any.", url);
            }
        } catch (UnknownHostException unknown) {
            LOG.debug("{} is nothing that this machine can connect to", url, unknown);
        }
    }

    @Deactivate
    void stop() {
        if (membership != null) {
            channel.close();
            tasks.close();
            membership.close();
        }
    }
}
