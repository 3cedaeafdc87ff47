package io.remoteobjects.wire.rep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what stands in the parentheses of a PROP. */
final class RepPropertyReader {

    private final RepScanner scanner;
    private final int start;

    private RepPropertyReader(RepScanner scanner, int start) {
        this.scanner = scanner;
        this.start = start;
    }

    static RepProperty read(RepScanner scanner, int start, String content) {
        return new RepPropertyReader(scanner, start).property(RepParameters.joinLines(scanner, start, content).strip());
    }

    private RepProperty property(String text) {
        if (text.indexOf('(') >= 0 || text.chars().filter(c -> c == '"').count() % 2 == 1) {
            throw wrong(text, "repc reads a PROP up to its first ')'. Use neither '(' nor ')' in its type and default");
        }
        int typeEnd = blankOutsideTemplate(text);
        if (typeEnd == text.length()) {
            throw wrong(text, "Write PROP(type name)");
        }
        String type = text.substring(0, typeEnd);
        String rest = text.substring(typeEnd).strip();
        int equals = rest.indexOf('=');
        String beforeDefault = equals < 0 ? rest : rest.substring(0, equals).strip();
        int nameEnd = firstBlank(beforeDefault, 0);
        String name = beforeDefault.substring(0, nameEnd);
        if (!name.matches("[A-Za-z_]\\w*") || equals >= 0 && nameEnd < beforeDefault.length()) {
            throw wrong(text, "Write PROP(type name=default modifiers), with a type of one word such as uint, and without const and &");
        }
        if (equals < 0) {
            return withModifiers(text, type, name, Optional.empty(), rest.substring(nameEnd));
        }
        String value = rest.substring(equals + 1).strip();
        int valueEnd = firstBlank(value, value.lastIndexOf('"') + 1);
        return withModifiers(text, type, name, Optional.of(value.substring(0, valueEnd)), value.substring(valueEnd));
    }

    private RepProperty withModifiers(String text, String type, String name, Optional<String> defaultText, String words) {
        List<String> flags = new ArrayList<>();
        if (!words.isBlank()) {
            flags.addAll(Arrays.asList(words.strip().split("\\s*,\\s*")));
        }
        boolean persisted = flags.remove("PERSISTED");
        RepProperty.Modifier modifier = RepProperty.Modifier.READPUSH;
        if (flags.size() == 2 && flags.contains("READONLY") && flags.contains("CONSTANT")) {
            modifier = RepProperty.Modifier.CONSTANT;
        } else if (flags.size() > 1) {
            throw wrong(text, "The modifiers " + String.join(", ", flags) + " exclude each other. Keep one");
        } else if (flags.size() == 1) {
            modifier = modifier(text, flags.get(0));
        }
        return new RepProperty(type, name, modifier, persisted, defaultText);
    }

    private RepProperty.Modifier modifier(String text, String word) {
        for (RepProperty.Modifier each : RepProperty.Modifier.values()) {
            if (each.name().equals(word)) {
                return each;
            }
        }
        throw wrong(text, "'" + word + "' is no modifier. Write READONLY, CONSTANT, READPUSH, READWRITE, SOURCEONLYSETTER or PERSISTED, "
                + "with commas between, and types as one word without const and &");
    }

    private RepSyntaxException wrong(String text, String hint) {
        return scanner.error(start, "found PROP(" + text + "). " + hint + ".");
    }

    private static int blankOutsideTemplate(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (depth == 0 && Character.isWhitespace(c)) {
                return i;
            }
        }
        return text.length();
    }

    private static int firstBlank(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return text.length();
    }
}
