package io.remoteobjects.wire.rep;

import java.util.List;

/**
 * {@code class name { ... }}: a remote interface. Its members are numbered on the wire by their order within each kind.
 *
 * @param name its name: the QtRO type name
 * @param members everything in it, in the order of the file
 */
public record RepClass(String name, List<RepMember> members) implements RepItem {

    /** Copies the list. */
    public RepClass {
        members = List.copyOf(members);
    }

    /**
     * @param kind a kind of member
     * @param <T> that kind
     * @return the members of that kind, in the order of the file
     */
    public <T extends RepMember> List<T> members(Class<T> kind) {
        return members.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** {@return the plain properties; models and sub-objects are properties on the wire as well, but not here} */
    public List<RepProperty> properties() {
        return members(RepProperty.class);
    }

    /** {@return the declared signals, without the change signals of properties} */
    public List<RepSignal> signals() {
        return members(RepSignal.class);
    }

    /** {@return the declared slots, without the push slots of properties} */
    public List<RepSlot> slots() {
        return members(RepSlot.class);
    }

    /** {@return the enums declared in the class} */
    public List<RepEnum> enums() {
        return members(RepEnum.class);
    }
}
