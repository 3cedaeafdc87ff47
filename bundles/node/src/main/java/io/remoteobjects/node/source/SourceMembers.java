package io.remoteobjects.node.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.remoteobjects.Subscription;
import io.remoteobjects.spi.Cell;
import io.remoteobjects.spi.SignalCell;
import io.remoteobjects.spi.ValueCell;

/**
 * What stands behind the members of a contract, each list in the order of the contract.
 *
 * @param properties the values
 * @param signals the signals; null where the contract has the change signal of a property
 * @param slots what to run
 * @param concurrentSlots whether slots may run at the same time, as those of a plain OSGi service
 * @param changes closed when the object is no longer shared
 */
public record SourceMembers(List<ValueCell<?>> properties, List<SignalCell<?>> signals, List<SlotTarget> slots, boolean concurrentSlots,
                            Subscription changes) {

    /** {@return everything that has a place in the order domain} */
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(properties);
        signals.stream().filter(Objects::nonNull).forEach(cells::add);
        return cells;
    }
}
