package io.remoteobjects.node.dialect;

import java.util.List;

import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.type.PodType;
import io.remoteobjects.wire.type.QtType;
import io.remoteobjects.wire.type.QtTypes;

/**
 * The arguments of a call of a plain service, which travel as its only argument, or its result.
 *
 * @param method tells which method, whatever its number is
 * @param bytes the values, as the contract writes them
 */
public record PlainValues(long method, byte[] bytes) {

    static final String NAME = "io.remoteobjects.Values";

    static final List<PodType.Field> FIELDS =
            List.of(new PodType.Field("method", QtTypes.QINT64), new PodType.Field("bytes", QtTypes.QBYTEARRAY));

    /** How they travel. */
    public static final QtType<PlainValues> TYPE = PodType.of(NAME, FIELDS,
            new PodType.Binder<>() {
                @Override
                public PlainValues create(Object[] fields) {
                    return new PlainValues((long) fields[0], (byte[]) fields[1]);
                }

                @Override
                public Object get(PlainValues values, int index) {
                    return index == 0 ? (Object) values.method() : values.bytes();
                }
            });

    /**
     * Looks whether a reply is the result of a plain service.
     *
     * @param in at a reply's value; stays there unless it is one
     * @return the result, or null
     */
    public static PlainValues readIfPresent(WireInput in) {
        return Dialect.enters(in, NAME) ? TYPE.read(in) : null;
    }

    /**
     * Looks whether the arguments of a call are those of a plain service.
     *
     * @param in at the arguments; stays there unless they are
     * @return the arguments, or null
     */
    public static PlainValues readArgumentsIfPresent(WireInput in) {
        int start = in.position();
        PlainValues values = in.readI32() == 1 ? readIfPresent(in) : null;
        if (values == null) {
            in.seek(start);
        }
        return values;
    }
}
