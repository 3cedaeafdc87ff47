package io.remoteobjects.mdns;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** Where a container tells others to find it. */
final class Announced {

    private final Optional<String> networkUrl;
    private final Optional<Integer> portOfAll;

    /**
     * @param networkUrl where other machines reach the container; empty if there is no such address
     * @param listeners where it listens
     */
    Announced(Optional<String> networkUrl, List<String> listeners) {
        this.networkUrl = networkUrl;
        this.portOfAll = listeners.stream().map(URI::create).filter(each -> "tcp".equals(each.getScheme()))
                .filter(each -> List.of("0.0.0.0", "[::]").contains(each.getHost())).map(URI::getPort).findFirst();
    }

    /** {@return the address to be told by an interface; empty if it is of no use there} */
    Optional<String> by(InetAddress address) {
        if (networkUrl.isPresent()) {
            return networkUrl.filter(url -> address.isLoopbackAddress() || !isLoopback(url));
        }
        String host = address.getHostAddress().replaceAll("%.*", "");
        return portOfAll.map(port -> "tcp://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port);
    }

    /** {@return whether there is any} */
    boolean isAny() {
        return networkUrl.isPresent() || portOfAll.isPresent();
    }

    private static boolean isLoopback(String url) {
        try {
            return InetAddress.getByName(URI.create(url).getHost()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
