package io.remoteobjects.node.contract;

import java.util.List;
import java.util.stream.Collectors;

/** A member of a contract. Its index is its number on the wire among members of its kind. */
public sealed interface Member permits PropertyMember, SignalMember, SlotMember {

    /** {@return its number on the wire} */
    int index();

    /** {@return its name on the Qt side} */
    String name();

    /**
     * @param name the name of a signal or slot
     * @param parameters its parameters
     * @return name and parameter types as Qt's type system writes them, for example {@code fix(GeoPoint,int)}
     */
    static String signature(String name, List<Parameter> parameters) {
        return parameters.stream().map(each -> each.type().name()).collect(Collectors.joining(",", name + "(", ")"));
    }
}
