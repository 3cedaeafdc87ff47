package io.remoteobjects.examples.printer.source;

import java.util.ArrayList;
import java.util.List;

import com.hp.jipp.cups.Cups;
import com.hp.jipp.encoding.AttributeSetType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeyValues;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;

import io.remoteobjects.examples.printer.Ink;

/**
 * Reads what a printer prints with: {@code printer-supply} (PWG 5100.13) where there is one, else the {@code marker-} attributes of CUPS
 * queues. Waste containers are left out: they fill.
 */
final class Inks {

    private static final String CONSUMED = "supplyThatIsConsumed";
    private static final String WASTE = "waste";

    private Inks() {
    }

    static List<Ink> from(IppPacket answer) {
        List<Ink> inks = supplies(answer);
        return inks.isEmpty() ? markers(answer) : inks;
    }

    private static List<Ink> supplies(IppPacket answer) {
        List<KeyValues> supplies = answer.getValues(Tag.printerAttributes, Types.printerSupply);
        List<String> names = strings(answer, Types.printerSupplyDescription);
        List<Ink> inks = new ArrayList<>();
        for (int i = 0; i < supplies.size(); i++) {
            KeyValues supply = supplies.get(i);
            if (CONSUMED.equals(supply.get("class"))) {
                String colour = known(supply.get("colorantname"));
                String type = known(supply.get("type"));
                inks.add(new Ink(at(names, i, (colour + " " + type).strip()), colour,
                        percent(number(supply.get("level")), number(supply.get("maxcapacity")))));
            }
        }
        return List.copyOf(inks);
    }

    private static List<Ink> markers(IppPacket answer) {
        List<String> names = strings(answer, Cups.Types.markerNames);
        List<String> colours = strings(answer, Cups.Types.markerColors);
        List<String> types = strings(answer, Cups.Types.markerTypes);
        List<Integer> levels = answer.getValues(Tag.printerAttributes, Cups.Types.markerLevels);
        List<Ink> inks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!at(types, i, "").startsWith(WASTE)) {
                inks.add(new Ink(names.get(i), known(at(colours, i, "")), percent(i < levels.size() ? levels.get(i) : Ink.UNKNOWN, 100)));
            }
        }
        return List.copyOf(inks);
    }

    private static <T> List<String> strings(IppPacket answer, AttributeSetType<T> type) {
        return answer.getStrings(Tag.printerAttributes, type);
    }

    private static String at(List<String> values, int index, String otherwise) {
        return index < values.size() && !values.get(index).isBlank() ? values.get(index) : otherwise;
    }

    private static String known(String value) {
        return value == null || value.equals("unknown") || value.equals("none") ? "" : value;
    }

    /** Both forms write "other", "unknown" and "some left" as -1, -2 and -3. */
    private static int percent(int level, int capacity) {
        return level < 0 || capacity <= 0 ? Ink.UNKNOWN : (int) Math.min(100, 100L * level / capacity);
    }

    private static int number(String text) {
        try {
            return text == null ? Ink.UNKNOWN : Integer.parseInt(text.strip());
        } catch (NumberFormatException unreadable) {
            return Ink.UNKNOWN;
        }
    }
}
