package io.remoteobjects.examples.printer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.hp.jipp.cups.Cups;
import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeyValues;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;

import io.remoteobjects.examples.printer.Ink;

class InksTest {

    @Test
    void levelIsThePartOfTheCapacity() {
        assertEquals(List.of(new Ink("black toner", "black", 33)),
                inks(Types.printerSupply.of(supply("level", "500", "maxcapacity", "1500"))));
    }

    @Test
    void levelThatThePrinterCannotTellIsUnknown() {
        for (String level : List.of("-1", "-2", "-3", "much")) {
            assertEquals(Ink.UNKNOWN, inks(Types.printerSupply.of(supply("level", level, "maxcapacity", "100"))).get(0).level());
        }
        assertEquals(Ink.UNKNOWN, inks(Types.printerSupply.of(supply("level", "10", "maxcapacity", "-2"))).get(0).level());
    }

    @Test
    void levelAboveTheCapacityIsFull() {
        assertEquals(100, inks(Types.printerSupply.of(supply("level", "120", "maxcapacity", "100"))).get(0).level());
    }

    @Test
    void marksMayLackColoursAndLevels() {
        assertEquals(List.of(new Ink("Black", "", Ink.UNKNOWN), new Ink("Red", "", Ink.UNKNOWN)), inks(Cups.Types.markerNames.of("Black", "Red")));
    }

    @Test
    void printerThatTellsNothingHasNoInks() {
        assertEquals(List.of(), inks());
    }

    private static KeyValues supply(String... levels) {
        return new KeyValues("class", "supplyThatIsConsumed", "type", "toner", "colorantname", "black", levels[0], levels[1], levels[2],
                levels[3]);
    }

    private static List<Ink> inks(Attribute<?>... attributes) {
        return Inks.from(IppPacket.response(Status.successfulOk).putPrinterAttributes(attributes).build());
    }
}
