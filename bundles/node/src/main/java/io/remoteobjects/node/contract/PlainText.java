package io.remoteobjects.node.contract;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/**
 * A class whose values travel as their text.
 *
 * @param raw the class
 * @param print makes the text
 * @param parse makes the value
 */
record PlainText(Class<?> raw, Function<Object, String> print, Function<String, Object> parse) implements PlainType.Named {

    /** OSGi's version: the only class that is known by its name, for the interface's bundle may have its own or none. */
    static final String VERSION = "org.osgi.framework.Version";

    /** Those of the JDK. */
    static final List<PlainText> JDK = List.of(of(UUID.class, UUID::fromString), of(BigInteger.class, text -> new BigInteger(digits(text))),
            of(BigDecimal.class, text -> new BigDecimal(digits(text))), of(URI.class, URI::create), of(Instant.class, Instant::parse),
            of(Duration.class, Duration::parse), of(LocalDate.class, LocalDate::parse), of(LocalTime.class, LocalTime::parse),
            of(LocalDateTime.class, LocalDateTime::parse), of(OffsetDateTime.class, OffsetDateTime::parse),
            of(ZonedDateTime.class, ZonedDateTime::parse),
            new PlainText(Locale.class, value -> ((Locale) value).toLanguageTag(), Locale::forLanguageTag),
            new PlainText(Date.class, value -> ((Date) value).toInstant().toString(), text -> Date.from(Instant.parse(text))));

    /** More digits than a peer should make us spend the time for, which grows with their square. */
    private static final int MAX_DIGITS = 65_536;

    private static String digits(String text) {
        if (text.length() > MAX_DIGITS) {
            throw new NumberFormatException("more than " + MAX_DIGITS + " digits");
        }
        return text;
    }

    private static PlainText of(Class<?> type, Function<String, Object> parse) {
        return new PlainText(type, Object::toString, parse);
    }

    /**
     * @param type a class of the name {@link #VERSION}
     * @throws ContractException if it does not make versions of texts
     */
    static PlainText version(Class<?> type) {
        try {
            MethodHandle parse = MethodHandles.publicLookup().findConstructor(type, MethodType.methodType(void.class, String.class))
                    .asType(MethodType.methodType(Object.class, String.class));
            return of(type, text -> invoke(parse, text));
        } catch (ReflectiveOperationException other) {
            throw new ContractException("Class " + type.getName() + " is not that of OSGi: it makes no version of a text. Import it "
                    + "from the framework.", other);
        }
    }

    private static Object invoke(MethodHandle parse, String text) {
        try {
            return (Object) parse.invokeExact(text);
        } catch (RuntimeException | Error unchanged) {
            throw unchanged;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void write(PlainWriter out, Object value) {
        out.head(PlainTag.TEXT, raw);
        out.out().writeString(print.apply(value));
    }

    @Override
    public Object readContent(PlainReader in) {
        return parsed(in.in().readString());
    }

    @Override
    public Object of(Object natural) {
        Object value = ScalarTypes.time(natural, raw == Date.class ? Instant.class : raw);
        return value instanceof String text ? parsed(text) : checked(raw == Date.class && value instanceof Instant at ? Date.from(at) : value);
    }

    private Object parsed(String text) {
        try {
            return parse.apply(text);
        } catch (RuntimeException unfit) {
            throw new BadValueException("a text is no " + raw.getName() + " (" + unfit + "): give both sides the same version of that "
                    + "class");
        }
    }
}
