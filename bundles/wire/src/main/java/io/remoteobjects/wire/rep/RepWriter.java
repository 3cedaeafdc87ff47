package io.remoteobjects.wire.rep;

import java.util.List;
import java.util.stream.Collectors;

/** Writes .rep texts that repc takes, with the meaning of the model: what {@link RepParser} reads from them is equal to it. */
public final class RepWriter {

    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();

    private RepWriter() {
    }

    /**
     * Writes a file.
     *
     * @param file what to write
     * @return the text, with line ends {@code \n}
     */
    public static String write(RepFile file) {
        RepWriter writer = new RepWriter();
        RepItem before = null;
        for (RepItem item : file.items()) {
            if (before != null && (item instanceof RepClass || before.getClass() != item.getClass())) {
                writer.text.append('\n');
            }
            writer.item(item);
            before = item;
        }
        return writer.text.toString();
    }

    private void item(RepItem item) {
        if (item instanceof RepInclude include) {
            line("", include.line());
        } else if (item instanceof RepUseEnum use) {
            line("", "USE_ENUM(" + use.name() + ")");
        } else if (item instanceof RepEnum each) {
            line("", enumeration(each));
        } else if (item instanceof RepFlag each) {
            line("", flag(each));
        } else if (item instanceof RepPod pod) {
            pod(pod);
        } else if (item instanceof RepClass type) {
            type(type);
        }
    }

    private void line(String indent, String content) {
        text.append(indent).append(content).append('\n');
    }

    private static String enumeration(RepEnum type) {
        StringBuilder written = new StringBuilder("ENUM ").append(type.scoped() ? "class " : "").append(type.name());
        if (!type.underlyingType().isEmpty()) {
            written.append(" : ").append(type.underlyingType());
        }
        int next = 0;
        String separator = " { ";
        for (RepEnum.Entry entry : type.entries()) {
            written.append(separator).append(entry.name());
            if (entry.value() != next) {
                written.append(" = ").append(entry.value());
            }
            next = entry.value() + 1;
            separator = ", ";
        }
        return written.append(" }").toString();
    }

    private static String flag(RepFlag flag) {
        return "FLAG(" + flag.name() + " " + flag.enumName() + ")";
    }

    /** The form with parentheses, which Qt 5 knows too, unless the POD needs the other. */
    private void pod(RepPod pod) {
        boolean enumLetters = pod.fields().stream().anyMatch(each -> (each.type() + each.name()).contains("ENUM"));
        if (!pod.fields().isEmpty() && pod.enums().isEmpty() && pod.flags().isEmpty() && !enumLetters) {
            line("", "POD " + pod.name() + "(" + parameters(pod.fields()) + ")");
            return;
        }
        line("", "POD " + pod.name() + " {");
        pod.enums().forEach(each -> line(INDENT, enumeration(each)));
        pod.flags().forEach(each -> line(INDENT, flag(each)));
        if (!pod.fields().isEmpty()) {
            line(INDENT, pod.fields().stream().map(RepWriter::parameter).collect(Collectors.joining(",\n" + INDENT)));
        }
        line("", "}");
    }

    private void type(RepClass type) {
        line("", "class " + type.name());
        line("", "{");
        RepMember before = null;
        for (RepMember member : type.members()) {
            if (before != null && before.getClass() != member.getClass()) {
                text.append('\n');
            }
            line(INDENT, member(member));
            before = member;
        }
        line("", "}");
    }

    private static String member(RepMember member) {
        if (member instanceof RepEnum each) {
            return enumeration(each);
        } else if (member instanceof RepFlag each) {
            return flag(each);
        } else if (member instanceof RepProperty property) {
            return "PROP(" + property(property) + ")";
        } else if (member instanceof RepModel model) {
            return "MODEL " + model.name() + "(" + String.join(", ", model.roles()) + ")";
        } else if (member instanceof RepChild child) {
            return "CLASS " + child.name() + "(" + child.className() + ")";
        } else if (member instanceof RepSignal signal) {
            return "SIGNAL(" + signal.name() + "(" + parameters(signal.parameters()) + "))";
        } else if (member instanceof RepSlot slot) {
            return "SLOT(" + slot.returnType() + " " + slot.name() + "(" + parameters(slot.parameters()) + "))";
        }
        throw new IllegalArgumentException("No way to write " + member + ". Use the members of this package.");
    }

    private static String property(RepProperty property) {
        String modifier = property.modifier() == RepProperty.Modifier.READPUSH ? "" : " " + property.modifier();
        if (property.persisted()) {
            modifier += modifier.isEmpty() ? " PERSISTED" : ", PERSISTED";
        }
        return property.type() + " " + property.name() + property.defaultText().map("="::concat).orElse("") + modifier;
    }

    private static String parameters(List<RepParameter> parameters) {
        return parameters.stream().map(RepWriter::parameter).collect(Collectors.joining(", "));
    }

    private static String parameter(RepParameter parameter) {
        return (parameter.constant() ? "const " : "") + parameter.type() + (parameter.reference() ? " &" : " ") + parameter.name();
    }
}
