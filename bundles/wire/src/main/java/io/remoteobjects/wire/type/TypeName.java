package io.remoteobjects.wire.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A C++ type name taken apart: {@code QMap<QString,QList<int>>}. Names come from the peer, so their nesting is limited. */
record TypeName(String base, List<TypeName> arguments) {

    private static final int MAX_LENGTH = 1000;
    private static final int MAX_DEPTH = 8;

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("qint8", "signed char"), Map.entry("schar", "signed char"), Map.entry("int8_t", "signed char"),
            Map.entry("quint8", "uchar"), Map.entry("unsigned char", "uchar"), Map.entry("uint8_t", "uchar"),
            Map.entry("qint16", "short"), Map.entry("int16_t", "short"),
            Map.entry("quint16", "ushort"), Map.entry("unsigned short", "ushort"), Map.entry("uint16_t", "ushort"),
            Map.entry("qint32", "int"), Map.entry("int32_t", "int"), Map.entry("signed int", "int"),
            Map.entry("quint32", "uint"), Map.entry("unsigned int", "uint"), Map.entry("uint32_t", "uint"), Map.entry("unsigned", "uint"),
            Map.entry("qint64", "qlonglong"), Map.entry("long long", "qlonglong"), Map.entry("int64_t", "qlonglong"),
            Map.entry("quint64", "qulonglong"), Map.entry("unsigned long long", "qulonglong"), Map.entry("uint64_t", "qulonglong"),
            Map.entry("unsigned long", "ulong"), Map.entry("size_t", "ulong"),
            Map.entry("qreal", "double"),
            Map.entry("QPair", "std::pair"), Map.entry("std::nullptr_t", "nullptr_t"));

    /** {@return the parts of a name, its aliases replaced; empty if it is malformed, too long or nested too deep} */
    static Optional<TypeName> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Parser parser = new Parser(text);
        TypeName name = parser.name(0);
        return name == null || !parser.atEnd() ? Optional.empty() : Optional.of(name);
    }

    /** {@return the name as Qt normalizes it; the text itself if it is none} */
    static String normalize(String text) {
        return parse(text).map(TypeName::toString).orElse(text);
    }

    @Override
    public String toString() {
        return arguments.isEmpty() ? base : arguments.stream().map(TypeName::toString).collect(Collectors.joining(",", base + "<", ">"));
    }

    private static final class Parser {

        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        boolean atEnd() {
            return at == text.length();
        }

        TypeName name(int depth) {
            int start = at;
            while (at < text.length() && "<>,".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String base = text.substring(start, at).strip();
            if (base.isEmpty() || depth > MAX_DEPTH) {
                return null;
            }
            // the namespace that some Qt 6 releases have the types of models in
            base = base.startsWith("QtPrivate::") ? base.substring("QtPrivate::".length()) : base;
            List<TypeName> arguments = at < text.length() && text.charAt(at) == '<' ? arguments(depth) : List.of();
            return arguments == null ? null : new TypeName(ALIASES.getOrDefault(base, base), arguments);
        }

        private List<TypeName> arguments(int depth) {
            List<TypeName> arguments = new ArrayList<>();
            do {
                at++;
                TypeName argument = name(depth + 1);
                if (argument == null || at == text.length()) {
                    return null;
                }
                arguments.add(argument);
            } while (text.charAt(at) == ',');
            at++;
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            return arguments;
        }
    }
}
