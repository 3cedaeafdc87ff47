package io.remoteobjects.wire.rep;

import java.util.ArrayList;
import java.util.List;

/** Reads parameter lists and POD fields the way repc does: character by character, the type up to the first blank outside {@code <>}. */
final class RepParameters {

    private static final String UNNAMED = "__repc_variable_";

    private final List<RepParameter> read = new ArrayList<>();
    private final StringBuilder type = new StringBuilder();
    private final StringBuilder name = new StringBuilder();
    private boolean constant;
    private boolean reference;
    private boolean inName;
    private int depth;

    private RepParameters() {
    }

    /** Reads up to one of the ends, which is left. */
    static List<RepParameter> read(RepScanner scanner, String where, String ends) {
        int start = scanner.position();
        String text = joinLines(scanner, start, scanner.until(ends, where));
        if (text.indexOf('(') >= 0) {
            throw scanner.error(start, "found '(' in a type of " + where + ", which repc cannot read. Use a type without parentheses.");
        }
        return new RepParameters().all(scanner, start, text, where);
    }

    /** Reads one field in braces, with the comma behind it. */
    static List<RepParameter> readField(RepScanner scanner, String where) {
        scanner.skipBlanks();
        int start = scanner.position();
        StringBuilder text = new StringBuilder();
        do {
            if (text.length() > 0) {
                text.append(',');
            }
            text.append(scanner.until(",}", where));
        } while (text.chars().filter(c -> c == '<').count() > text.chars().filter(c -> c == '>').count() && scanner.accept(','));
        scanner.accept(',');
        if (text.indexOf("::") >= 0) {
            throw scanner.error(start, "found a qualified type in braces of " + where + ", which repc cannot read there. "
                    + "Use the form with parentheses.");
        }
        if (text.toString().isBlank()) {
            throw scanner.error(start, "found no field between commas of " + where + ". Leave the surplus comma out.");
        }
        return new RepParameters().all(scanner, start, text.toString().replaceAll("\\s+", " "), where);
    }

    /** repc drops line ends, which would glue two words. */
    static String joinLines(RepScanner scanner, int start, String text) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\r') {
                joined.append(c);
            } else if (i > 0 && i + 1 < text.length() && isWord(text.charAt(i - 1)) && isWord(text.charAt(i + 1))) {
                throw scanner.error(start + i, "found a line break between two words, which repc reads as one word. "
                        + "Put a blank beside it.");
            }
        }
        return joined.toString();
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private List<RepParameter> all(RepScanner scanner, int start, String text, String where) {
        for (char c : text.toCharArray()) {
            if (c == ',' && depth == 0) {
                if (type.isEmpty()) {
                    throw scanner.error(start, "found a parameter without a type in " + where + ". Leave the surplus comma out.");
                }
                end();
            } else {
                take(c);
            }
        }
        if (!type.isEmpty()) {
            end();
        }
        return read;
    }

    private void take(char c) {
        if (c == '<' || c == '>') {
            type.append(c);
            depth += c == '<' ? 1 : -1;
        } else if (Character.isWhitespace(c)) {
            blank(c);
        } else if (c == '&') {
            reference = true;
        } else if (inName && depth == 0) {
            name.append(c);
        } else {
            type.append(c);
        }
    }

    private void blank(char c) {
        if (depth > 0) {
            type.append(c);
        } else if (type.toString().equals("const")) {
            type.setLength(0);
            constant = true;
        } else if (!type.isEmpty()) {
            inName = true;
        }
    }

    private void end() {
        if (name.isEmpty()) {
            long unnamed = read.stream().filter(each -> each.name().startsWith(UNNAMED)).count();
            name.append(UNNAMED).append(unnamed + 1);
        }
        read.add(new RepParameter(type.toString(), name.toString(), constant, reference));
        type.setLength(0);
        name.setLength(0);
        constant = false;
        reference = false;
        inName = false;
    }
}
