package io.remoteobjects.wire.rep;

import java.util.List;
import java.util.Optional;

/**
 * A .rep file. The order of its items matters: a type used before it is declared is an unknown name to repc.
 *
 * @param items what stands at its top level, in order
 */
public record RepFile(List<RepItem> items) {

    /** Copies the list. */
    public RepFile {
        items = List.copyOf(items);
    }

    /**
     * @param kind a kind of item
     * @param <T> that kind
     * @return the items of that kind, in the order of the file
     */
    public <T extends RepItem> List<T> items(Class<T> kind) {
        return items.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** {@return the classes in the order of the file} */
    public List<RepClass> classes() {
        return items(RepClass.class);
    }

    /** {@return the PODs in the order of the file} */
    public List<RepPod> pods() {
        return items(RepPod.class);
    }

    /** {@return the enums at the top level, in the order of the file} */
    public List<RepEnum> enums() {
        return items(RepEnum.class);
    }

    /**
     * @param name a class name
     * @return the class of that name; of several the last, as in repc
     */
    public Optional<RepClass> classNamed(String name) {
        return classes().stream().filter(each -> each.name().equals(name)).reduce((first, second) -> second);
    }
}
