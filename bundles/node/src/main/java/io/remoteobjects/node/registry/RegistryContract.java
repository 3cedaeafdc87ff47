package io.remoteobjects.node.registry;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.remoteobjects.node.contract.Contract;
import io.remoteobjects.node.contract.Modifier;
import io.remoteobjects.node.contract.Parameter;
import io.remoteobjects.node.contract.PropertyMember;
import io.remoteobjects.node.contract.ReturnKind;
import io.remoteobjects.node.contract.SignalMember;
import io.remoteobjects.node.contract.SlotMember;
import io.remoteobjects.wire.type.QtType;
import io.remoteobjects.wire.type.RegistryTypes;

/** The members of QtRO's registry object, which has no interface and no signature. */
final class RegistryContract {

    /** The object and type name. */
    static final String NAME = "Registry";

    static final int LOCATIONS = 0;
    static final int ADDED = 0;
    static final int REMOVED = 1;
    static final int ADD = 0;
    static final int REMOVE = 1;

    private static final Parameter LOCATION = new Parameter("entry", untyped(RegistryTypes.LOCATION), UnaryOperator.identity());

    /** The property travels with the initialization only; after that the two signals tell. */
    static final Contract CONTRACT = Contract.ofProtocol(NAME,
            List.of(new PropertyMember(LOCATIONS, "sourceLocations", untyped(RegistryTypes.LOCATIONS), Modifier.CONSTANT, false, null, null,
                    -1, -1, Map.of(), UnaryOperator.identity())),
            List.of(signal(ADDED, "remoteObjectAdded"), signal(REMOVED, "remoteObjectRemoved")),
            List.of(slot(ADD, "addSource"), slot(REMOVE, "removeSource")));

    private RegistryContract() {
    }

    @SuppressWarnings("unchecked")
    private static QtType<Object> untyped(QtType<?> type) {
        return (QtType<Object>) type;
    }

    private static SignalMember signal(int index, String name) {
        return new SignalMember(index, name, List.of(LOCATION), null, -1, location -> new Object[] {location}, arguments -> arguments[0],
                UnaryOperator.identity());
    }

    private static SlotMember slot(int index, String name) {
        return new SlotMember(index, name, List.of(LOCATION), null, null, ReturnKind.VOID, true, -1, UnaryOperator.identity());
    }
}
