package io.remoteobjects.node.contract;

import java.util.List;
import java.util.Optional;

/** A method of an interface, by what it stands for. */
sealed interface JavaMember {

    /** {@return the methods, equal ones of several interfaces together} */
    InterfaceMethods.Group methods();

    /** {@return the name on the Qt side} */
    String name();

    /** {@return how errors call it} */
    default String where() {
        return JavaMembers.where(methods().method());
    }

    /**
     * An accessor or getter of a property.
     *
     * @param modifier what the Java type and annotations say
     * @param annotated whether an annotation decided on the modifier
     * @param defaultText what {@code @Default} says
     * @param bound what a JavaBean has for it; null for an accessor
     */
    record OfProperty(InterfaceMethods.Group methods, String name, JavaValue value, Modifier modifier, boolean annotated,
                      boolean persisted, Optional<String> defaultText, BeanMethods.Bound bound) implements JavaMember {
    }

    /**
     * An accessor of a signal.
     *
     * @param record the record that stands for the arguments, or null where there are none or one
     */
    record OfSignal(InterfaceMethods.Group methods, String name, RecordShape record, List<JavaValue> parameters)
            implements JavaMember {
    }

    /**
     * A slot.
     *
     * @param result null for none
     */
    record OfSlot(InterfaceMethods.Group methods, String name, List<JavaValue> parameters, JavaValue result, ReturnKind returnKind,
                  boolean oneWay) implements JavaMember {
    }
}
