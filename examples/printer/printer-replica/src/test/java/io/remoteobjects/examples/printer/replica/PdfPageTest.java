package io.remoteobjects.examples.printer.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class PdfPageTest {

    @Test
    void tableTellsWhereEachObjectIs() {
        String pdf = text("Hello");
        Matcher entries = Pattern.compile("(\\d{10}) 00000 n").matcher(pdf);
        for (int object = 1; object <= 5; object++) {
            assertTrue(entries.find());
            assertTrue(pdf.startsWith(object + " 0 obj\n", Integer.parseInt(entries.group(1))), pdf);
        }
        int table = Integer.parseInt(pdf.replaceAll("(?s).*startxref\n(\\d+)\n%%EOF\n", "$1"));
        assertTrue(pdf.startsWith("xref\n0 6\n", table), pdf);
    }

    @Test
    void charactersWithAMeaningInPdfArePrinted() {
        assertTrue(text("a (b) \\ c\nd").contains("(a \\(b\\) \\\\ c d) Tj"));
    }

    @Test
    void oneCharacterIsOneByte() {
        assertEquals(text("").length() + 2, text("\u00e4\u20ac").length());
    }

    private static String text(String line) {
        return new String(PdfPage.of(line), StandardCharsets.ISO_8859_1);
    }
}
