package io.remoteobjects.wire.rep;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads .rep texts. It takes what repc of Qt 6 takes, with the same meaning, and is more lenient in white space and comments only; what
 * repc reads in another way than it looks is refused.
 */
public final class RepParser {

    /** repc reads a construct as one token of at most so many characters. */
    private static final int LONGEST_CONSTRUCT = 4096;
    private static final Pattern INTEGER_TYPE = Pattern.compile("[\\w :]*\\w");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+|0[xX][0-9a-fA-F]+");

    private final RepScanner scanner;

    private RepParser(RepScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * Reads a file.
     *
     * @param text the text of the file
     * @param sourceName how to call the file in errors
     * @return what it declares
     * @throws RepSyntaxException if repc would not take it, or take it as something else than it looks
     */
    public static RepFile parse(String text, String sourceName) {
        return new RepParser(new RepScanner(text, sourceName)).file();
    }

    private RepFile file() {
        List<RepItem> items = new ArrayList<>();
        while (!scanner.atEnd()) {
            item(items);
        }
        if (items.isEmpty()) {
            throw scanner.unexpected("A .rep file declares at least one class, POD or ENUM.");
        }
        return new RepFile(items);
    }

    private void item(List<RepItem> items) {
        if (scanner.accept('#')) {
            items.add(new RepInclude("#" + scanner.line()));
        } else if (scanner.acceptWord("USE_ENUM")) {
            scanner.expect('(', "USE_ENUM");
            items.add(new RepUseEnum(scanner.until(")", "USE_ENUM").strip()));
            scanner.expect(')', "USE_ENUM");
            scanner.accept(';');
        } else if (scanner.acceptWord("ENUM")) {
            items.add(enumeration());
        } else if (scanner.acceptWord("FLAG")) {
            items.add(flag(items.stream().filter(RepEnum.class::isInstance).map(each -> ((RepEnum) each).name()).toList()));
        } else if (scanner.acceptWord("POD")) {
            RepPod pod = pod();
            if (pod != null) {
                items.add(pod);
            }
        } else if (scanner.acceptWord("class")) {
            items.add(type());
        } else {
            throw misplaced("at the top level", "Only #include, USE_ENUM, ENUM, FLAG, POD and class may stand there; "
                    + "PROP, SIGNAL, SLOT, MODEL and CLASS belong into a class.");
        }
    }

    private RepSyntaxException misplaced(String where, String hint) {
        return scanner.unexpected("It cannot stand " + where + ". " + hint);
    }

    private RepClass type() {
        String name = typeName("a class");
        scanner.expect('{', "class " + name);
        List<RepMember> members = new ArrayList<>();
        while (!scanner.accept('}')) {
            members.add(member(members));
        }
        scanner.accept(';');
        return new RepClass(name, members);
    }

    /** Two words are an export macro and the name, as Qt 6.7 and later take them. */
    private String typeName(String what) {
        String name = scanner.name(what, 2);
        int end = scanner.position();
        if (!scanner.peekWord().isEmpty()) {
            name = scanner.name(what, 2);
            end = scanner.position();
        }
        scanner.refuseComment(end, what + " " + name);
        return name;
    }

    private RepMember member(List<RepMember> before) {
        int start = scanner.position();
        RepMember member;
        if (scanner.acceptWord("ENUM")) {
            return enumeration();
        } else if (scanner.acceptWord("FLAG")) {
            return flag(before.stream().filter(RepEnum.class::isInstance).map(RepMember::name).toList());
        } else if (scanner.acceptWord("PROP")) {
            member = property();
        } else if (scanner.acceptWord("SIGNAL")) {
            member = signal();
        } else if (scanner.acceptWord("SLOT")) {
            member = slot();
        } else if (scanner.acceptWord("MODEL")) {
            member = model();
        } else if (scanner.acceptWord("CLASS")) {
            member = child();
        } else {
            throw misplaced("in a class", "Only PROP, SIGNAL, SLOT, MODEL, CLASS, ENUM and FLAG may stand there; "
                    + "class, POD and USE_ENUM belong to the top level.");
        }
        checkLength(start, member.name());
        scanner.accept(';');
        return member;
    }

    private void checkLength(int start, String name) {
        if (scanner.position() - start > LONGEST_CONSTRUCT) {
            throw scanner.error(start, "found " + name + " with " + (scanner.position() - start) + " characters, and repc reads at most "
                    + LONGEST_CONSTRUCT + " at once. Use fewer parameters, for example a POD.");
        }
    }

    private RepEnum enumeration() {
        boolean scoped = scanner.acceptWord("class");
        String name = scanner.name("an ENUM", 1);
        String underlying = "";
        if (scanner.accept(':')) {
            underlying = scanner.until("{", "the type of ENUM " + name).strip();
            if (!INTEGER_TYPE.matcher(underlying).matches()) {
                throw scanner.error("found '" + underlying + "' as the type of ENUM " + name + ". Name an integer type, such as quint8.");
            }
        }
        scanner.expect('{', "ENUM " + name);
        List<RepEnum.Entry> entries = new ArrayList<>();
        int next = 0;
        do {
            String entry = scanner.name("a value of ENUM " + name, 1);
            int value = scanner.accept('=') ? number(entry) : next;
            entries.add(new RepEnum.Entry(entry, value));
            next = value + 1;
        } while (scanner.accept(','));
        scanner.expect('}', "ENUM " + name);
        scanner.accept(';');
        return new RepEnum(name, scoped, underlying, entries);
    }

    private int number(String entry) {
        scanner.skipBlanks();
        int start = scanner.position();
        String digits = scanner.until(",}", "the number of " + entry).strip();
        if (!NUMBER.matcher(digits).matches()) {
            throw scanner.error(start, "found '" + digits + "' as the number of " + entry
                    + ". Write a decimal number, a negative decimal number, or a hexadecimal number with 0x.");
        }
        try {
            boolean hexadecimal = digits.startsWith("0x") || digits.startsWith("0X");
            return hexadecimal ? Integer.parseInt(digits.substring(2), 16) : Integer.parseInt(digits);
        } catch (NumberFormatException tooLarge) {
            return 0; // what repc makes of a number outside 32 bits
        }
    }

    private RepFlag flag(List<String> enumsBefore) {
        scanner.expect('(', "FLAG");
        String name = scanner.name("a FLAG", 1);
        String enumName = scanner.name("the enum of FLAG " + name, 1);
        scanner.expect(')', "FLAG " + name);
        if (!enumsBefore.contains(enumName)) {
            throw scanner.error("found FLAG " + name + " of the enum " + enumName + ", which is not declared before it in the same scope. "
                    + "Declare the ENUM first.");
        }
        return new RepFlag(name, enumName);
    }

    /** Returns null for a POD without fields in parentheses, which does not exist for repc. */
    private RepPod pod() {
        int start = scanner.position();
        String name = typeName("a POD");
        if (scanner.accept('{')) {
            return bracedPod(name);
        }
        scanner.expect('(', "POD " + name);
        List<RepParameter> fields = RepParameters.read(scanner, "POD " + name, ")");
        scanner.expect(')', "POD " + name);
        checkLength(start, name);
        scanner.accept(';');
        return fields.isEmpty() ? null : new RepPod(name, List.of(), List.of(), fields);
    }

    private RepPod bracedPod(String name) {
        List<RepEnum> enums = new ArrayList<>();
        List<RepFlag> flags = new ArrayList<>();
        List<RepParameter> fields = new ArrayList<>();
        while (!scanner.accept('}')) {
            if (scanner.acceptWord("ENUM")) {
                enums.add(enumeration());
            } else if (scanner.acceptWord("FLAG")) {
                flags.add(flag(enums.stream().map(RepEnum::name).toList()));
            } else {
                fields.addAll(RepParameters.readField(scanner, "POD " + name));
            }
        }
        scanner.accept(';');
        return new RepPod(name, enums, flags, fields);
    }

    private RepProperty property() {
        scanner.expect('(', "PROP");
        int start = scanner.position();
        String content = scanner.until(")", "PROP");
        scanner.expect(')', "PROP");
        return RepPropertyReader.read(scanner, start, content);
    }

    private RepSignal signal() {
        scanner.expect('(', "SIGNAL");
        String name = scanner.name("a SIGNAL", 1);
        List<RepParameter> parameters = parameters("SIGNAL " + name);
        scanner.expect(')', "SIGNAL " + name);
        return new RepSignal(name, parameters);
    }

    private RepSlot slot() {
        scanner.expect('(', "SLOT");
        scanner.skipBlanks();
        int start = scanner.position();
        String head = scanner.until("()", "SLOT").strip();
        if (head.contains("\n")) {
            throw scanner.error(start, "found a line break before the name of a SLOT, which repc cannot read. Put both on one line.");
        }
        int blank = head.lastIndexOf(' ');
        String name = head.substring(blank + 1);
        if (name.contains("\t")) {
            throw scanner.error(start, "found a tab before the name of a SLOT, which repc takes for a part of the name. Write a blank.");
        }
        String returnType = blank < 0 ? RepSlot.VOID : head.substring(0, blank);
        if (!name.matches("[A-Za-z_]\\w*")) {
            throw scanner.error(start, "found '" + name + "' where a SLOT needs a name. Write SLOT(type name(parameters)).");
        }
        List<RepParameter> parameters = parameters("SLOT " + name);
        scanner.expect(')', "SLOT " + name);
        return new RepSlot(returnType, name, parameters);
    }

    private List<RepParameter> parameters(String where) {
        scanner.expect('(', where);
        List<RepParameter> parameters = RepParameters.read(scanner, where, ")");
        scanner.expect(')', where);
        return parameters;
    }

    private RepModel model() {
        String name = scanner.name("a MODEL", 2);
        scanner.expect('(', "MODEL " + name);
        List<String> roles = new ArrayList<>();
        do {
            roles.add(scanner.name("a role of MODEL " + name, 1));
        } while (scanner.accept(','));
        scanner.expect(')', "MODEL " + name);
        return new RepModel(name, roles);
    }

    private RepChild child() {
        String name = scanner.name("a CLASS property", 2);
        scanner.expect('(', "CLASS " + name);
        String className = scanner.name("CLASS " + name, 1);
        scanner.expect(')', "CLASS " + name);
        return new RepChild(name, className);
    }
}
