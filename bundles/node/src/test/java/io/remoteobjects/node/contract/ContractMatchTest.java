package io.remoteobjects.node.contract;

import static io.remoteobjects.wire.Generation.QTRO_1_3;
import static io.remoteobjects.wire.Generation.QTRO_2_0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import io.remoteobjects.Property;
import io.remoteobjects.PushProperty;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.Signal;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.packet.ClassDefinition;
import io.remoteobjects.wire.rep.RepParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContractMatchTest {

    enum Mode { OFF, ON }

    record Item(int id, String text) {
    }

    @RemoteObject
    interface Box {

        Property<Item> item();

        Property<List<Item>> items();

        PushProperty<Mode> mode();

        Signal<String> failed();

        int put(Item item);

        int put(Item item, int at);
    }

    private static final String ITEM = "POD Item(int id, QString text)\n";
    private static final String MODE = "ENUM Mode { OFF, ON } ";

    private final Contract contract = Contract.of(Box.class);

    @ParameterizedTest
    @EnumSource
    void realSourcesFit(Generation generation) {
        assertEquals(List.of(), Contract.of(GpsReceiver.class).match(CapturedDefinitions.of("gps", generation), generation, false).problems());
        Contract all = Contract.of(AllTypes.class);
        ContractMatch match = all.match(CapturedDefinitions.of("alltypes", generation), generation, false);
        assertEquals(List.of(), match.problems());
        all.properties().forEach(each -> assertEquals(each.index(), match.properties().remote(each.index())));
        all.signals().forEach(each -> assertEquals(each.index(), match.signals().remote(each.index()), each.name()));
        all.slots().forEach(each -> assertEquals(each.index(), match.slots().remote(each.index()), each.name()));
    }

    @Test
    void membersInAnotherOrderAreFound() {
        ContractMatch match = match(ITEM + "class Other { " + MODE + "PROP(int more) PROP(Mode mode) PROP(QList<Item> items READONLY) "
                + "PROP(Item item READONLY) SIGNAL(started()) SIGNAL(failed(QString why)) SLOT(void clear()) "
                + "SLOT(int put(Item item, int at)) SLOT(int put(Item item)) }", QTRO_2_0);
        assertEquals(List.of(), match.problems());
        assertTrue(match.fits());
        assertEquals(List.of(3, 2, 1), List.of(match.properties().remote(0), match.properties().remote(1), match.properties().remote(2)));
        assertEquals(List.of(IndexMap.NONE, 2, 1, 0, IndexMap.NONE),
                List.of(match.properties().own(0), match.properties().own(1), match.properties().own(2), match.properties().own(3),
                        match.properties().own(4)));
        assertEquals("failed", contract.signals().get(match.signals().own(5)).name());
        assertEquals("itemChanged", contract.signals().get(match.signals().own(3)).name());
        assertEquals(List.of(1, 4, 3), List.of(match.slots().remote(0), match.slots().remote(1), match.slots().remote(2)));
    }

    @Test
    void missingMembersAreNamed() {
        ContractMatch match = match("class Other { PROP(int x) }", QTRO_2_0);
        assertEquals(6, match.problems().size());
        assertProblem(match, "property item of type Item is missing");
        assertProblem(match, "property mode");
        assertProblem(match, "signal failed(QString) is missing");
        assertProblem(match, "slot int put(Item,int) is missing");
    }

    @Test
    void otherTypesAreNamed() {
        ContractMatch match = match("POD Item(int id, int text)\nclass Other { ENUM Mode { OFF, ON = 3 } PROP(Mode mode) "
                + "PROP(QString items READONLY) PROP(Item item READONLY) SIGNAL(failed(int why)) SLOT(void put(Item item)) "
                + "SLOT(int put(Item item, QString at)) }", QTRO_2_0);
        assertProblem(match, "property item is Item here and Item there");
        assertProblem(match, "property items");
        assertProblem(match, "property mode is BoxSource::Mode here and OtherSource::Mode there");
        assertProblem(match, "signal failed(QString) is failed(int) there");
        assertProblem(match, "slot int put(Item) is ");
    }

    @Test
    void listsOfOtherPodsDoNotFitInQt5() {
        String box = "{ " + MODE + "PROP(Item item READONLY) PROP(QList<Item> items READONLY) PROP(Mode mode) SIGNAL(failed(QString why)) "
                + "SLOT(int put(Item item)) SLOT(int put(Item item, int at)) }";
        assertTrue(match(ITEM + "class Other " + box, QTRO_1_3).fits());
        assertProblem(match("POD Item(int id)\nclass Other " + box, QTRO_1_3), "property items is QList<Item> here and QList<Item> there");
    }

    @Test
    void propertyWithoutChangeSignalOrPushSlotFits() {
        ContractMatch match = match(ITEM + "class Other { " + MODE + "PROP(Item item CONSTANT) PROP(QList<Item> items READONLY) "
                + "PROP(Mode mode READWRITE) SIGNAL(failed(QString why)) SLOT(int put(Item item)) SLOT(int put(Item item, int at)) }",
                QTRO_2_0);
        assertEquals(List.of(), match.problems());
        assertEquals(IndexMap.NONE, match.signals().remote(contract.properties().get(0).notifySignal()));
        assertEquals(IndexMap.NONE, match.slots().remote(contract.properties().get(2).pushSlot()));
    }

    private ContractMatch match(String rep, Generation generation) {
        var file = RepParser.parse(rep, "Other.rep");
        var type = file.classNamed("Other").orElseThrow();
        ClassDefinition remote = new DefinitionWriter(type, new RepScope(file, type), generation).write();
        return contract.match(remote, generation, false);
    }

    private static void assertProblem(ContractMatch match, String start) {
        assertTrue(match.problems().stream().anyMatch(each -> each.startsWith(start)), match.problems().toString());
    }
}
