package io.remoteobjects.mdns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.node.PropertyRules;

/** The network interfaces to use. */
final class Interfaces {

    private static final Logger LOG = LoggerFactory.getLogger(Interfaces.class);

    private final List<String> configured;

    /** @param configured names or addresses; empty for all but loopback */
    Interfaces(String... configured) {
        this.configured = PropertyRules.elements(configured);
    }

    /** {@return one address of each that is up now} */
    Set<InetAddress> addresses() {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        try {
            NetworkInterface.networkInterfaces().forEach(each -> address(each).ifPresent(addresses::add));
        } catch (SocketException unreadable) {
            LOG.warn("The network interfaces of this machine cannot be listed; none is used", unreadable);
        }
        return addresses;
    }

    private Optional<InetAddress> address(NetworkInterface network) {
        try {
            boolean named = configured.contains(network.getName());
            boolean fit = !network.isLoopback() && !network.isPointToPoint() && network.supportsMulticast();
            if (!network.isUp() || configured.isEmpty() && !fit) {
                return Optional.empty();
            }
            return inOrder(network).filter(each -> configured.isEmpty() || named || configured.contains(each.getHostAddress())).findFirst();
        } catch (SocketException gone) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return configured.isEmpty() ? "any that can multicast, but loopback" : String.join(", ", configured);
    }

    private static Stream<InetAddress> inOrder(NetworkInterface network) {
        List<InetAddress> all = network.inetAddresses().toList();
        return Stream.concat(all.stream().filter(Inet4Address.class::isInstance),
                all.stream().filter(each -> !(each instanceof Inet4Address) && !each.isLinkLocalAddress()));
    }
}
