package io.remoteobjects.node.transport;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.remoteobjects.wire.Generation;

/**
 * A place to listen on or connect to: {@code local:NAME} or {@code tcp://HOST:PORT}, with options in the query.
 *
 * @param scheme {@code local} or {@code tcp}
 * @param host the host of a network address; empty for a local one
 * @param port the port of a network address, 0 to have one chosen when listening; -1 for a local one
 * @param path the name of a local socket; empty for a network address
 * @param options what the query says
 */
public record Address(String scheme, String host, int port, String path, Map<String, String> options) {

    private static final Pattern SOCKET_NAME = Pattern.compile("[A-Za-z0-9._~+/-]+");
    private static final String KNOWN = "Known are local:NAME and tcp://HOST:PORT.";

    /**
     * @param url an address as configurations write it
     * @return the address
     * @throws IllegalArgumentException if the URL is malformed or its scheme or an option unknown; the message says what to write
     */
    public static Address parse(String url) {
        String text = url.trim();
        int colon = text.indexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("\"" + url + "\" is not an address: it has no scheme. " + KNOWN);
        }
        int question = text.indexOf('?');
        Map<String, String> options = options(url, question < 0 ? "" : text.substring(question + 1));
        String bare = question < 0 ? text : text.substring(0, question);
        String scheme = bare.substring(0, colon);
        return switch (scheme) {
            case "local" -> local(url, bare.substring(colon + 1), options);
            case "tcp" -> network(url, bare, options);
            default -> throw new IllegalArgumentException("Unknown scheme \"" + scheme + "\" in the address \"" + url + "\". " + KNOWN);
        };
    }

    private static Address local(String url, String name, Map<String, String> options) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("The address \"" + url + "\" names no socket. Write local:NAME.");
        }
        if (!SOCKET_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The address \"" + url + "\" names a socket by more than letters, digits and any of "
                    + ". _ - / ~ +. Registries could not tell it. Choose another name.");
        }
        return new Address("local", "", -1, name, options);
    }

    private static Address network(String url, String bare, Map<String, String> options) {
        try {
            URI uri = new URI(bare);
            if (uri.getHost() == null || uri.getPort() < 0 || !uri.getPath().isEmpty()) {
                throw new IllegalArgumentException("The address \"" + url + "\" lacks a host or a port. Write " + uri.getScheme()
                        + "://HOST:PORT; port 0 takes a free one when listening.");
            }
            String host = uri.getHost();
            return new Address(uri.getScheme(), host.startsWith("[") ? host.substring(1, host.length() - 1) : host, uri.getPort(), "",
                    options);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("The address \"" + url + "\" is malformed: " + malformed.getReason() + ". " + KNOWN);
        }
    }

    private static Map<String, String> options(String url, String query) {
        Map<String, String> options = new TreeMap<>();
        for (String each : query.split("&")) {
            if (each.isEmpty()) {
                continue;
            }
            String[] pair = each.split("=", 2);
            String value = pair.length == 1 ? "true" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
            if (pair[0].equals("protocol") && Generation.ofProtocol("QtRO " + value).isEmpty()) {
                throw new IllegalArgumentException("Unknown protocol \"" + value + "\" in the address \"" + url
                        + "\". Known are 1.3 and 2.0.");
            }
            if (!pair[0].equals("protocol") && !pair[0].equals("insecure")) {
                throw new IllegalArgumentException("Unknown option \"" + pair[0] + "\" in the address \"" + url
                        + "\". Known are protocol and insecure.");
            }
            options.put(pair[0], value);
        }
        return Collections.unmodifiableMap(options);
    }

    /** {@return the generation that a listener on this address speaks; a node that connects learns it from the host} */
    public Generation generation() {
        return Generation.ofProtocol("QtRO " + options.getOrDefault("protocol", "2.0")).orElseThrow();
    }

    /** {@return whether an unprotected listener on more than loopback was asked for} */
    public boolean insecure() {
        return Boolean.parseBoolean(options.get("insecure"));
    }

    /** {@return whether it stands for all interfaces of a machine, which is no address to connect to} */
    public boolean isAnyInterface() {
        return host.equals("0.0.0.0") || host.equals("::");
    }

    /** {@return whether it is a socket of this machine's file system} */
    public boolean isLocal() {
        return scheme.equals("local");
    }

    /**
     * @param newPort the port that was chosen
     * @return this address with that port
     */
    public Address withPort(int newPort) {
        return new Address(scheme, host, newPort, path, options);
    }

    /** {@return the address as it is announced to others: without options} */
    public String url() {
        return isLocal() ? "local:" + path : scheme + "://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public String toString() {
        return url();
    }
}
