package io.remoteobjects.examples.printer.replica;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The smallest PDF that a printer prints: one A4 page with one line of text. */
final class PdfPage {

    static final String MIME_TYPE = "application/pdf";

    private final StringBuilder text = new StringBuilder("%PDF-1.4\n");
    private final List<Integer> offsets = new ArrayList<>();

    private PdfPage() {
    }

    /**
     * @param line what to print; characters beyond Latin-1 become question marks
     * @return the document
     */
    static byte[] of(String line) {
        String content = "BT /F1 24 Tf 72 720 Td (" + line.replaceAll("([()\\\\])", "\\\\$1").replaceAll("[\\r\\n]", " ") + ") Tj ET";
        PdfPage page = new PdfPage();
        page.object("<< /Type /Catalog /Pages 2 0 R >>");
        page.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        page.object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>");
        page.object("<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream");
        page.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        return page.end();
    }

    /** One character is one byte here, so offsets in the text are those in the file. */
    private void object(String content) {
        offsets.add(text.length());
        text.append(offsets.size()).append(" 0 obj\n").append(content).append("\nendobj\n");
    }

    private byte[] end() {
        int table = text.length();
        text.append("xref\n0 ").append(offsets.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> text.append(String.format("%010d 00000 n \n", offset)));
        text.append("trailer\n<< /Size ").append(offsets.size() + 1).append(" /Root 1 0 R >>\nstartxref\n")
                .append(table).append("\n%%EOF\n");
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
