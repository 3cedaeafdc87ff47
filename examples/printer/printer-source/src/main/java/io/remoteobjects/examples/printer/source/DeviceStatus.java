package io.remoteobjects.examples.printer.source;

import java.util.List;
import java.util.Set;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Types;

import io.remoteobjects.examples.printer.Ink;
import io.remoteobjects.examples.printer.Printer.State;

/**
 * What a printer says of itself.
 *
 * @param state what it does
 * @param reasons why, as IPP keywords
 * @param inks what it prints with
 * @param queueLength how many jobs it has yet to finish
 * @param operations what it can be asked
 */
record DeviceStatus(State state, List<String> reasons, List<Ink> inks, int queueLength, Set<Operation> operations) {

    /** Before the printer was asked for the first time. */
    static final DeviceStatus UNKNOWN = new DeviceStatus(State.STOPPED, List.of("connecting-to-device"), List.of(), 0, Set.of());

    private static final String NO_REASON = "none";

    /** Reads the answer to Get-Printer-Attributes. */
    static DeviceStatus from(IppPacket answer) {
        return new DeviceStatus(
                state(answer.getValue(Tag.printerAttributes, Types.printerState)),
                answer.getStrings(Tag.printerAttributes, Types.printerStateReasons).stream()
                        .filter(each -> !each.equals(NO_REASON)).toList(),
                Inks.from(answer),
                orZero(answer.getValue(Tag.printerAttributes, Types.queuedJobCount)),
                Set.copyOf(answer.getValues(Tag.printerAttributes, Types.operationsSupported)));
    }

    private static State state(PrinterState state) {
        if (PrinterState.idle.equals(state)) {
            return State.IDLE;
        }
        return PrinterState.processing.equals(state) ? State.PROCESSING : State.STOPPED;
    }

    private static int orZero(Integer count) {
        return count == null ? 0 : count;
    }

    /** {@return the same printer, with another state and other reasons} */
    DeviceStatus with(State newState, List<String> newReasons) {
        return new DeviceStatus(newState, newReasons, inks, queueLength, operations);
    }
}
