package io.remoteobjects.examples.gps.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts what a receiver sends into lines that may be sentences. A dollar sign always begins a line, because a receiver that is switched
 * on, or a cable that is plugged in, in the middle of something leaves rubbish before it. Lines that begin with {@code #} (notes in
 * recordings) and with an opening brace (gpsd's own messages) are left out.
 */
final class LineReader {

    /** NMEA 0183 allows 82 characters, many receivers send more; without a limit a peer that is no receiver would fill the memory. */
    private static final int MAX_LENGTH = 1024;

    private final InputStream in;
    private final StringBuilder line = new StringBuilder();

    LineReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** {@return the next line, never empty; null at the end} */
    String next() throws IOException {
        for (int c = in.read(); c >= 0; c = in.read()) {
            boolean end = c == '\n' || c == '\r';
            String finished = end || c == '$' && !isNote() || line.length() == MAX_LENGTH ? take() : "";
            if (!end && !(isNote() && line.length() > 1)) {
                line.append((char) c);
            }
            if (!finished.isEmpty()) {
                return finished;
            }
        }
        String last = take();
        return last.isEmpty() ? null : last;
    }

    private String take() {
        String taken = isNote() ? "" : line.toString();
        line.setLength(0);
        return taken;
    }

    private boolean isNote() {
        return line.length() > 0 && (line.charAt(0) == '#' || line.charAt(0) == '{');
    }
}
