package io.remoteobjects.node.contract;

import java.util.function.UnaryOperator;

/** Checks that tell the member in their errors. */
final class Checks {

    private Checks() {
    }

    static UnaryOperator<Object> located(ValueCheck check, String where) {
        return value -> {
            try {
                return check.apply(value);
            } catch (BadValueException bad) {
                throw new IllegalArgumentException("Cannot carry the value of " + where + ": " + bad.getMessage() + ".", bad);
            } catch (ClassCastException other) {
                throw new IllegalArgumentException("Cannot carry a " + value.getClass().getName() + " as the value of " + where
                        + ": pass a value of its declared type.", other);
            }
        };
    }
}
