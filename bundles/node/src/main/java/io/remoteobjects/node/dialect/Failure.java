package io.remoteobjects.node.dialect;

import java.util.List;

import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.type.PodType;
import io.remoteobjects.wire.type.QtType;
import io.remoteobjects.wire.type.QtTypes;

/**
 * The reply to a slot that failed.
 *
 * @param failureClass the class name of the exception; only ever compared with names the caller's interface declares, never loaded
 * @param message its message, may be null
 */
public record Failure(String failureClass, String message) {

    private static final String NAME = "io.remoteobjects.Failure";

    /** How it travels. */
    public static final QtType<Failure> TYPE = PodType.of(NAME,
            List.of(new PodType.Field("failureClass", QtTypes.QSTRING), new PodType.Field("message", QtTypes.QSTRING)),
            new PodType.Binder<>() {
                @Override
                public Failure create(Object[] fields) {
                    return new Failure((String) fields[0], (String) fields[1]);
                }

                @Override
                public Object get(Failure failure, int index) {
                    return index == 0 ? failure.failureClass() : failure.message();
                }
            });

    /**
     * Looks whether a reply is a failure.
     *
     * @param in at a reply's value; stays there unless it is one
     * @return the failure, or null
     */
    public static Failure readIfPresent(WireInput in) {
        int start = in.position();
        if (in.remaining() > 4 && in.readI32() == in.generation().userTypeId()) {
            in.skip(1);
            boolean present = in.readCString().equals(NAME);
            in.seek(start);
            return present ? TYPE.readVariant(in) : null;
        }
        in.seek(start);
        return null;
    }
}
