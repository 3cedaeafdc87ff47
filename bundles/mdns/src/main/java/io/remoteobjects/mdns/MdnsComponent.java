package io.remoteobjects.mdns;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.discovery.Discovery;
import io.remoteobjects.node.Node;

/** Lets the containers of a network find each other's hosts. What is offered there is nothing for mDNS: it is read from the host. */
@Component(service = {}, immediate = true, configurationPid = "io.remoteobjects.mdns")
@Designate(ocd = MdnsConfiguration.class)
public final class MdnsComponent {

    private static final Logger LOG = LoggerFactory.getLogger(MdnsComponent.class);

    private final Networks networks;

    /**
     * Starts.
     *
     * @param config what is configured
     * @param discovery whom to tell what is found
     * @param node what others are told to connect to
     */
    @Activate
    public MdnsComponent(MdnsConfiguration config, @Reference Discovery discovery, @Reference Node node) {
        Announced announced = new Announced(node.networkAddress(), node.addresses());
        if (!announced.isAny()) {
            LOG.info("This container listens on no network address, so it finds others by mDNS, and others do not find it. Add one to "
                    + "\"listen\" of io.remoteobjects for that.");
        }
        networks = new Networks(new Interfaces(config.interfaces()), announced, node.id(), discovery::host);
    }

    @Deactivate
    void stop() {
        networks.close();
    }
}
