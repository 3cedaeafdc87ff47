package io.remoteobjects.shell;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes values for people, so that {@link ValueReader} takes them back: {@code {latitude: 48.1, name: "Garching"}}. */
final class ValueText {

    private ValueText() {
    }

    /** {@return the text of a value as a {@link io.remoteobjects.DynamicReplica} has them} */
    static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(each -> key(each.getKey()) + ": " + of(each.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ValueText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof byte[] bytes) {
            return "0x" + HexFormat.of().formatHex(bytes);
        }
        return value instanceof String || value instanceof Character ? quoted(value.toString()) : String.valueOf(value);
    }

    private static String key(Object key) {
        String text = String.valueOf(key);
        return text.matches("[A-Za-z_][A-Za-z0-9_]*") ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append((char) c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> quoted.append(c < ' ' || c == 0x7F ? "\\u%04x".formatted(c) : String.valueOf((char) c));
            }
        });
        return quoted.append('"').toString();
    }
}
