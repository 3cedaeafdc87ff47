package io.remoteobjects.node.contract;

import java.util.List;

/**
 * How the members of a contract stand to those of a remote object that was bound by name.
 *
 * @param properties numbers of the properties
 * @param signals numbers of the signals; a change signal that the remote object does not tell has none
 * @param slots numbers of the slots; a push slot that the remote object does not have has none, and the property is written instead
 * @param problems members that are missing or of another type, each with both types; empty if the object can be used
 */
public record ContractMatch(IndexMap properties, IndexMap signals, IndexMap slots, List<String> problems) {

    /** Copies the list. */
    public ContractMatch {
        problems = List.copyOf(problems);
    }

    /** {@return whether the object has all members with the same types} */
    public boolean fits() {
        return problems.isEmpty();
    }
}
