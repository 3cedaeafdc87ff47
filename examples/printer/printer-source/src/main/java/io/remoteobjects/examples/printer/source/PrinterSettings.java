package io.remoteobjects.examples.printer.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/**
 * A configuration that makes sense.
 *
 * @param uri where the printer is, ipp or ipps
 * @param name what people call it
 * @param poll how often it is asked for its state
 * @param pollBusy how often while it prints for us
 * @param timeout how long it may take to answer a question
 * @param documentTimeout how long it may take to accept a document
 * @param documentMaxBytes the largest document
 * @param patience how long a document may wait for a busy or paused printer
 */
record PrinterSettings(URI uri, String name, Duration poll, Duration pollBusy, Duration timeout, Duration documentTimeout,
        int documentMaxBytes, Duration patience) {

    /**
     * @param config what the user wrote
     * @throws IllegalArgumentException if a value cannot be; the message names key, value and remedy
     */
    static PrinterSettings from(PrinterConfig config) {
        String uri = config.uri().trim();
        check("poll.ms", config.poll_ms(), 50, 3_600_000);
        check("poll.busy.ms", config.poll_busy_ms(), 20, 3_600_000);
        check("timeout.seconds", config.timeout_seconds(), 1, 3600);
        check("document.timeout.seconds", config.document_timeout_seconds(), 1, 3600);
        check("document.max.bytes", config.document_max_bytes(), 1, 60_000_000);
        check("patience.seconds", config.patience_seconds(), 0, 3600);
        return new PrinterSettings(parse(uri), config.name().isBlank() ? uri : config.name().trim(), Duration.ofMillis(config.poll_ms()),
                Duration.ofMillis(config.poll_busy_ms()), Duration.ofSeconds(config.timeout_seconds()),
                Duration.ofSeconds(config.document_timeout_seconds()), config.document_max_bytes(),
                Duration.ofSeconds(config.patience_seconds()));
    }

    private static URI parse(String text) {
        try {
            URI uri = new URI(text);
            boolean ipp = "ipp".equalsIgnoreCase(uri.getScheme()) || "ipps".equalsIgnoreCase(uri.getScheme());
            if (ipp && uri.getHost() != null && uri.getPort() <= 65_535 && uri.getPort() != 0 && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException malformed) {
            // Refused below, as all that is no address of a printer.
        }
        throw refused("uri", "'" + text + "'", "Give ipp://host:port/path or ipps://host:port/path, as in ipp://localhost:631/ipp/print.");
    }

    private static void check(String key, int value, int min, int max) {
        if (value < min || value > max) {
            throw refused(key, value, "Give a value from " + min + " to " + max + ".");
        }
    }

    private static IllegalArgumentException refused(String key, Object value, String remedy) {
        return new IllegalArgumentException("Cannot start the printer Source: " + key + " is " + value + " in configuration "
                + IppPrinter.PID + ". " + remedy);
    }
}
