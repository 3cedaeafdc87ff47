package io.remoteobjects.node.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.type.PodType;
import io.remoteobjects.wire.type.QtType;
import io.remoteobjects.wire.type.QtTypes;

/**
 * The reply to a slot that failed. Class names in it are only ever compared with those that the caller's interface declares, and never
 * loaded.
 *
 * @param failureClass the class name of the exception
 * @param message its message, may be null
 * @param superclasses the names of the classes that it extends and that say more than any exception's, the nearest first
 * @param causes class name and message of its cause, of that one's cause, and so on
 */
public record Failure(String failureClass, String message, List<String> superclasses, List<String> causes) {

    static final String NAME = "io.remoteobjects.Failure";

    static final List<PodType.Field> FIELDS =
            List.of(new PodType.Field("failureClass", QtTypes.QSTRING), new PodType.Field("message", QtTypes.QSTRING),
                    new PodType.Field("superclasses", QtTypes.QSTRINGLIST), new PodType.Field("causes", QtTypes.QSTRINGLIST));

    private static final Set<Class<?>> GENERAL =
            Set.of(Throwable.class, Exception.class, RuntimeException.class, Error.class);

    private static final int MAX_CAUSES = 8;

    private static final PodType.Binder<Failure> BINDER = new PodType.Binder<>() {
        @Override
        public Failure create(Object[] fields) {
            return new Failure((String) fields[0], (String) fields[1], texts(fields[2]), texts(fields[3]));
        }

        @Override
        public Object get(Failure failure, int index) {
            return switch (index) {
                case 0 -> failure.failureClass();
                case 1 -> failure.message();
                case 2 -> failure.superclasses();
                default -> failure.causes();
            };
        }
    };

    /** How it travels. */
    public static final QtType<Failure> TYPE = PodType.of(NAME, FIELDS, BINDER);

    /** Of the causes only the first: a peer might tell more than anybody reads. */
    public Failure {
        causes = causes.subList(0, Math.min(causes.size(), 2 * MAX_CAUSES));
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Object field) {
        return (List<String>) field;
    }

    /**
     * @param thrown what a slot threw
     * @return how to tell it
     */
    public static Failure of(Throwable thrown) {
        List<String> superclasses = new ArrayList<>();
        for (Class<?> each = thrown.getClass().getSuperclass(); each != null && !GENERAL.contains(each); each = each.getSuperclass()) {
            superclasses.add(each.getName());
        }
        List<String> causes = new ArrayList<>();
        for (Throwable each = thrown.getCause(); each != null && causes.size() < 2 * MAX_CAUSES; each = each.getCause()) {
            causes.add(each.getClass().getName());
            causes.add(each.getMessage());
        }
        return new Failure(thrown.getClass().getName(), thrown.getMessage(), superclasses, causes);
    }

    /**
     * Looks whether a reply is a failure. That of a peer of another version may have fewer fields at its end, or more.
     *
     * @param in at a reply's value; stays there unless it is one
     * @return the failure, or null
     */
    public static Failure readIfPresent(WireInput in) {
        if (!Dialect.enters(in, NAME)) {
            return null;
        }
        Object[] fields = new Object[FIELDS.size()];
        for (int i = 0; i < fields.length; i++) {
            QtType<?> type = FIELDS.get(i).type();
            fields[i] = in.remaining() == 0 ? type.defaultValue() : type.readVariant(in);
        }
        return BINDER.create(fields);
    }
}
