package io.remoteobjects.node.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.remoteobjects.Constant;
import io.remoteobjects.Default;
import io.remoteobjects.Property;
import io.remoteobjects.PushProperty;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.RepType;
import io.remoteobjects.Signal;
import io.remoteobjects.Value;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.rep.RepParser;
import org.junit.jupiter.api.Test;

/** An interface and the .rep file beside it, alike and different. */
class RepDifferenceTest {

    enum Mode { OFF, ON }

    enum Bit { X, Y }

    enum Level { LOW, HIGH }

    record Item(int id, String text) {
    }

    record Args(int code, String message) implements Signal.Arguments {
    }

    @RemoteObject
    interface Box {

        Property<Item> item();

        PushProperty<Mode> mode();

        Signal<Args> failed();

        int put(Item item);
    }

    private static final String ITEM = "POD Item(int id, QString text)\n";
    private static final String MODE = "ENUM Mode { OFF, ON } ";
    private static final String MEMBERS = "PROP(Item item READONLY) PROP(Mode mode) SIGNAL(failed(int code, QString message)) ";
    private static final String PUT = "SLOT(int put(Item item)) ";

    @Test
    void alike() {
        Contract contract = contract(Box.class, ITEM + "class Box { " + MODE + MEMBERS + PUT + "}");
        assertEquals("Item", contract.properties().get(0).type().name());
        assertEquals("failed(int,QString)", contract.signals().get(2).signature());
    }

    @Test
    void fieldsInAnotherOrderThanComponents() {
        Contract contract = contract(Box.class, "POD Item(QString text, int id)\nclass Box { " + MODE
                + "PROP(Item item READONLY) PROP(Mode mode) SIGNAL(failed(QString message, int code)) " + PUT + "}");
        assertEquals("message", contract.signals().get(2).parameters().get(0).name());
        assertEquals("m", contract.signals().get(2).toArguments().apply(new Args(1, "m"))[0]);
    }

    @Test
    void missingInJava() {
        assertRefused(ITEM + "class Box { " + MODE + "PROP(int more) " + MEMBERS + PUT + "}", "PROP(int more)", "accessor more()");
        assertRefused(ITEM + "class Box { " + MODE + MEMBERS + "SIGNAL(more(int x)) " + PUT + "}", "SIGNAL(more(int x))");
        assertRefused(ITEM + "class Box { " + MODE + MEMBERS + PUT + "SLOT(void more()) }", "SLOT(void more())");
        assertRefused(ITEM + "class Box { " + MODE + MEMBERS + PUT + "SLOT(int put(Item item, int at)) }", "put with 2 parameters");
    }

    @Test
    void missingInTheFile() {
        assertRefused(ITEM + "class Box { " + MODE + "PROP(Item item READONLY) SIGNAL(failed(int code, QString message)) " + PUT + "}",
                "Box.mode()", "PROP mode");
        assertRefused(ITEM + "class Box { " + MODE + "PROP(Item item READONLY) PROP(Mode mode) " + PUT + "}",
                "Box.failed()", "SIGNAL failed");
        assertRefused(ITEM + "class Box { " + MODE + MEMBERS + "}", "Box.put", "SLOT put");
    }

    @Test
    void otherTypes() {
        assertRefused("class Box { " + MODE + "PROP(int item READONLY) PROP(Mode mode) SIGNAL(failed(int code, QString message)) }",
                "Box.item", "Item in Java", "'int' in Box.rep");
        assertRefused("POD Item(int id, int text)\nclass Box { " + MODE + MEMBERS + PUT + "}", "Item.text", "String in Java", "'int'");
        assertRefused("POD Item(int id, QString text, int more)\nclass Box { " + MODE + MEMBERS + PUT + "}",
                "[id, text]", "[id, text, more]");
        assertRefused(ITEM + "class Box { " + MODE + MEMBERS + "SLOT(void put(Item item)) }", "Box.put", "Integer in Java", "'void'");
        assertRefused(ITEM + "class Box { " + MODE + MEMBERS + "SLOT(int put(int item)) }", "parameter item of Box.put", "'int'");
        assertRefused(ITEM + "class Box { " + MODE + "PROP(Item item READONLY) PROP(Mode mode) SIGNAL(failed(int code)) " + PUT + "}",
                "Box.failed", "[code, message]", "[code]");
    }

    @Test
    void otherEnums() {
        String members = MEMBERS + PUT + "}";
        assertRefused(ITEM + "class Box { ENUM Mode { OFF, ON, BROKEN } " + members, "Mode of Box.mode", "BROKEN", "@Name");
        assertRefused(ITEM + "class Box { ENUM Mode { OFF } " + members, "Mode of Box.mode", "[ON]");
    }

    @Test
    void otherModifiers() {
        assertRefused(ITEM + "class Box { " + MODE + "PROP(Item item) PROP(Mode mode) }", "Box.item", "READONLY in Java", "READPUSH");
        assertRefused(ITEM + "class Box { " + MODE + "PROP(Item item READONLY) PROP(Mode mode READONLY) }", "Box.mode", "READPUSH in Java");
    }

    @Test
    void otherClass() {
        assertRefused(ITEM + "class Chest { " + MODE + MEMBERS + PUT + "}", "No class Box in Box.rep", "Rename");
    }

    @Test
    void subObjectsAndModels() {
        assertRefused("class Other { }\nclass Box { CLASS inner(Other) }", "inner of Box", "CLASS", "DynamicReplica");
        assertRefused("class Box { MODEL rows(display) }", "rows of Box", "MODEL");
    }

    @RemoteObject
    interface Numbered {

        enum Kind { @Value(5) FIVE }

        @Constant
        Property<Kind> kind();

        @RepType("quint8")
        Property<Integer> small();
    }

    @Test
    void annotationsThatSayOtherwise() {
        contract(Numbered.class, "class Numbered { ENUM Kind { FIVE = 5 } PROP(Kind kind CONSTANT) PROP(quint8 small READONLY) }");
        assertRefused(Numbered.class, "class Numbered { ENUM Kind { FIVE = 6 } PROP(Kind kind CONSTANT) PROP(quint8 small READONLY) }",
                "FIVE", "@Value(5)", "6");
        assertRefused(Numbered.class, "class Numbered { ENUM Kind { FIVE = 5 } PROP(Kind kind READONLY) PROP(quint8 small READONLY) }",
                "Numbered.kind", "CONSTANT in Java", "READONLY");
        assertRefused(Numbered.class, "class Numbered { ENUM Kind { FIVE = 5 } PROP(Kind kind CONSTANT) PROP(quint16 small READONLY) }",
                "Numbered.small", "@RepType(\"quint8\")", "'quint16'");
    }

    @RemoteObject
    interface Defaulted {

        @Default("5")
        Property<Integer> number();
    }

    @Test
    void defaultThatIsOtherwise() {
        contract(Defaulted.class, "class Defaulted { PROP(int number=5 READONLY) }");
        contract(Defaulted.class, "class Defaulted { PROP(int number READONLY) }");
        assertRefused(Defaulted.class, "class Defaulted { PROP(int number=6 READONLY) }", "Defaulted.number", "5 in Java", "6 in the .rep");
    }

    @RemoteObject
    interface Flags {

        Property<Set<Bit>> bits();

        Property<Level> level();

        int find(String name);

        int find(int number);
    }

    @Test
    void flagsSizesAndOverloads() {
        Contract contract = contract(Flags.class, "class Flags { ENUM Bit { X = 1, Y = 2 } FLAG(Bits Bit) "
                + "ENUM class Level : qint8 { LOW = -1, HIGH } PROP(Bits bits READONLY) PROP(Level level READONLY) "
                + "SLOT(int find(QString name)) SLOT(int find(int number)) }");
        assertEquals(40, contract.properties().get(1).type().id(Generation.QTRO_2_0));
        assertEquals(List.of("find(QString)", "find(int)"), contract.slots().stream().map(SlotMember::signature).toList());
        assertEquals(String.class, contract.slots().get(0).method().getParameterTypes()[0]);
        assertEquals(Set.of(), contract.properties().get(0).defaultValue());
        assertEquals(Level.HIGH, contract.properties().get(1).defaultValue());
    }

    private static Contract contract(Class<?> type, String text) {
        String name = type.getSimpleName() + ".rep";
        return Contract.read(List.of(type), Optional.of(new RepResource(name, RepParser.parse(text, name))));
    }

    private static void assertRefused(String text, String... parts) {
        assertRefused(Box.class, text, parts);
    }

    private static void assertRefused(Class<?> type, String text, String... parts) {
        ContractException refused = assertThrows(ContractException.class, () -> contract(type, text));
        for (String part : parts) {
            assertTrue(refused.getMessage().contains(part), refused.getMessage());
        }
    }
}
