package io.remoteobjects.examples.gps.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void anyLineEndingEndsALine() throws IOException {
        assertEquals(List.of("$A*1", "$B*2", "$C*3", "$D*4"), lines("$A*1\r\n$B*2\n$C*3\r\r\n\n$D*4"));
    }

    @Test
    void dollarSignBeginsALineWhateverIsBefore() throws IOException {
        assertEquals(List.of("\u0082\u00aa ~", "$GPRMC,0", "$GPGGA,1*22"), lines("\u0082\u00aa ~$GPRMC,0$GPGGA,1*22\r\n"));
    }

    @Test
    void notesAndGpsdMessagesAreLeftOutWithAllTheyContain() throws IOException {
        assertEquals(List.of("$A*1"), lines("# $GPRMC,0*00\n{\"class\":\"VERSION\",\"price\":\"$1\"}\r\n$A*1\n#"));
    }

    @Test
    void endlessLineIsCutAndNeverFillsTheMemory() throws IOException {
        List<String> lines = lines("x".repeat(5000) + "\n" + "{" + "y".repeat(5000) + "\n$A*1");
        assertEquals("$A*1", lines.get(lines.size() - 1));
        assertEquals(5000, lines.stream().filter(line -> line.startsWith("x")).mapToInt(String::length).sum());
        assertTrue(lines.stream().noneMatch(line -> line.contains("y") || line.length() > 1024));
    }

    private static List<String> lines(String text) throws IOException {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        LineReader reader = new LineReader(in);
        List<String> lines = new ArrayList<>();
        for (String line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }
}
