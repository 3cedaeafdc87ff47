package io.remoteobjects.shell;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.apache.karaf.shell.support.CommandException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads what people type as values: text as it is, records and lists as YAML's flow style, which JSON is a part of. What the console made
 * lists, maps or numbers stays so. The replica converts the result to the declared type.
 */
final class ValueReader {

    private static final LoadSettings YAML = LoadSettings.builder().setLabel("the value").build();

    private ValueReader() {
    }

    /**
     * @param typed an argument as the console hands it over
     * @param type the declared type as Qt writes it
     * @return a value for the replica to convert
     * @throws CommandException if it looks like a record or list and is none
     */
    static Object read(Object typed, String type) throws CommandException {
        if (!(typed instanceof CharSequence)) {
            return type.equals("QString") ? String.valueOf(typed) : typed;
        }
        String text = typed.toString();
        return switch (type) {
            case "QString", "QChar" -> text;
            case "QByteArray" -> bytes(text);
            case "QVariant" -> yaml(text);
            default -> text.startsWith("{") || text.startsWith("[") ? yaml(text) : text;
        };
    }

    private static byte[] bytes(String text) throws CommandException {
        try {
            return text.startsWith("0x") ? HexFormat.of().parseHex(text, 2, text.length()) : text.getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException odd) {
            throw new CommandException("\"" + text + "\" is no byte array: " + odd.getMessage()
                    + ". Write two hexadecimal digits for each byte after 0x.", odd);
        }
    }

    private static Object yaml(String text) throws CommandException {
        try {
            return new Load(YAML).loadFromString(text);
        } catch (YamlEngineException malformed) {
            String reason = String.valueOf(malformed.getMessage()).lines().findFirst().orElse("");
            throw new CommandException("\"" + text + "\" is no value: " + reason
                    + ". Write {field: value, ...} or [value, ...] in single quotes, text in double quotes.", malformed);
        }
    }
}
