package io.remoteobjects.examples.gps.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Where sentences come from. {@code toString} names it in messages. */
interface NmeaInput {

    /**
     * Opens it, at the beginning of a recording or at what a device sends now. Interrupting the thread ends opening and reading.
     *
     * @return to be closed by the caller
     */
    InputStream open() throws IOException;

    /** {@return whether this is a recording, which has an end and no pace of its own} */
    boolean isRecording();

    /**
     * Reads the configuration's {@code input}.
     *
     * @param text {@code sample}, or a URL of scheme file, tcp or gpsd
     * @param timeout after how long without a connection or data a device counts as gone
     * @throws IllegalArgumentException if it is none of these or the file cannot be read
     */
    static NmeaInput of(String text, Duration timeout) {
        if (text.equals("sample")) {
            return new Recording(text, () -> NmeaInput.class.getResourceAsStream("track.nmea"));
        }
        try {
            URI uri = new URI(text);
            return switch (String.valueOf(uri.getScheme())) {
                case "file" -> file(text, uri);
                case "tcp" -> new Device(text, uri.getHost(), port(uri, -1), "", timeout);
                case "gpsd" -> new Device(text, uri.getHost(), port(uri, 2947), "?WATCH={\"enable\":true,\"nmea\":true};\n", timeout);
                default -> throw refused(text, "its scheme is unknown");
            };
        } catch (URISyntaxException malformed) {
            throw refused(text, malformed.getReason());
        }
    }

    private static NmeaInput file(String text, URI uri) {
        Path path = uri.isOpaque() || uri.getAuthority() != null ? Path.of(uri.getSchemeSpecificPart()) : Path.of(uri);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw refused(text, "there is no readable file " + path.toAbsolutePath());
        }
        return new Recording(text, () -> Files.newInputStream(path));
    }

    private static int port(URI uri, int ifNone) {
        int port = uri.getPort() < 0 ? ifNone : uri.getPort();
        if (uri.getHost() == null || port < 1 || port > 65_535) {
            throw refused(uri.toString(), "it needs a host, and a port from 1 to 65535");
        }
        return port;
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException("Cannot use GPS input '" + text + "' (key input of configuration " + NmeaGps.PID + "): " + why
                + ". Give sample, file:/path, tcp://host:port or gpsd://host:port.");
    }
}
