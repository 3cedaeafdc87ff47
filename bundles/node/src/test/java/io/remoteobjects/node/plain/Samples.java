package io.remoteobjects.node.plain;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.Version;

import io.remoteobjects.node.plain.BasicTypes.Reading;
import io.remoteobjects.node.plain.BasicTypes.Span;

/** Values of any type of {@link BasicTypes}: the ends of its range, null wherever it may be, and what is odd. */
final class Samples {

    private static final String LONE_SURROGATES = "a\ud800b\udc00\0c";

    private static final Map<Class<?>, List<?>> SCALARS = Map.ofEntries(
            Map.entry(Boolean.class, List.of(true, false)),
            Map.entry(Byte.class, List.of(Byte.MIN_VALUE, (byte) -1, (byte) 0, Byte.MAX_VALUE)),
            Map.entry(Short.class, List.of(Short.MIN_VALUE, (short) -1, (short) 0, Short.MAX_VALUE)),
            Map.entry(Character.class, List.of('\0', 'a', '\ud800', '\udfff', '\uffff')),
            Map.entry(Integer.class, List.of(Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE)),
            Map.entry(Long.class, List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE)),
            Map.entry(Float.class, List.of(Float.NaN, -0.0f, 0.0f, Float.MIN_VALUE, Float.NEGATIVE_INFINITY)),
            Map.entry(Double.class, List.of(Double.NaN, -0.0, 0.0, Double.MIN_VALUE, Double.POSITIVE_INFINITY)),
            Map.entry(String.class, List.of("", "text", LONE_SURROGATES, "x".repeat(70_000))),
            Map.entry(Version.class, List.of(Version.emptyVersion, new Version("1.2.3.rc-1"))),
            Map.entry(TimeUnit.class, List.of(TimeUnit.NANOSECONDS, TimeUnit.DAYS)),
            Map.entry(UUID.class, List.of(new UUID(Long.MIN_VALUE, -1))),
            Map.entry(BigInteger.class, List.of(BigInteger.ONE.shiftLeft(200).negate())),
            Map.entry(BigDecimal.class, List.of(new BigDecimal("1.10"), new BigDecimal("-1e-400"))),
            Map.entry(URI.class, List.of(URI.create("urn:a:%20b"))),
            Map.entry(Locale.class, List.of(Locale.ROOT, Locale.CANADA_FRENCH)),
            Map.entry(Instant.class, List.of(Instant.ofEpochSecond(-1, 1), Instant.MAX)),
            Map.entry(Duration.class, List.of(Duration.ofNanos(-1))),
            Map.entry(Date.class, List.of(new Date(-1))));

    private static final Map<Class<?>, Class<?>> WRAPPERS = Map.of(boolean.class, Boolean.class, byte.class, Byte.class, short.class,
            Short.class, char.class, Character.class, int.class, Integer.class, long.class, Long.class, float.class, Float.class,
            double.class, Double.class);

    private Samples() {
    }

    static List<Object> of(Type type) {
        List<Object> samples = new ArrayList<>(type instanceof Class<?> raw ? ofClass(raw) : ofGeneric(type));
        if (!(type instanceof Class<?> raw) || !raw.isPrimitive()) {
            samples.add(null);
        }
        return samples;
    }

    private static Collection<?> ofClass(Class<?> type) {
        List<?> scalars = SCALARS.get(WRAPPERS.getOrDefault(type, type));
        if (scalars != null) {
            return scalars;
        }
        if (type.isArray()) {
            return arrays(type.getComponentType(), of(type.getComponentType()));
        }
        if (type == Reading.class) {
            return List.of(full(1), new Reading());
        }
        if (type == Span.class) {
            return List.of(new Span(new Version("1"), Arrays.asList((byte) 1, 2L, null), full(1), 3), new Span(null, null, null, 0));
        }
        if (type == Number.class) {
            return List.of((byte) 1, (short) 2, 3, 4L, 5f, 6d, BigInteger.TEN);
        }
        return type == List.class ? List.of(anything()) : type == Map.class ? List.of(anyMap()) : anything();
    }

    /** What a place takes that says nothing of its values. */
    private static List<Object> anything() {
        List<Object> values = new ArrayList<>();
        SCALARS.forEach((type, samples) -> values.addAll(samples));
        values.addAll(Arrays.asList(full(0), null, new int[] {1, -1}, new Byte[] {1, null}, new Version[] {Version.emptyVersion},
                new String[][] {{"a"}, null}, new Object[] {'c', List.of((byte) 1)}, Arrays.asList((short) 1, null, 'c'),
                Collections.singleton(2L), anyMap(), new TimeUnit[] {TimeUnit.DAYS}, new long[0][0]));
        return values;
    }

    private static Map<Object, Object> anyMap() {
        Map<Object, Object> map = new HashMap<>();
        map.put("text", (byte) 1);
        map.put(new Version("2"), new HashSet<>(List.of('c', (short) 3)));
        map.put(null, EnumSet.of(TimeUnit.DAYS));
        return map;
    }

    private static Collection<?> ofGeneric(Type type) {
        if (type instanceof GenericArrayType array) {
            Type component = array.getGenericComponentType();
            return arrays((Class<?>) ((ParameterizedType) component).getRawType(), of(component));
        }
        if (!(type instanceof ParameterizedType parameterized)) {
            return type.getTypeName().startsWith("?") ? anything() : List.of("of", "a", "variable");
        }
        Type[] arguments = parameterized.getActualTypeArguments();
        Class<?> raw = (Class<?>) parameterized.getRawType();
        List<Object> elements = arguments[0].getTypeName().contains("Number") ? of(Number.class) : of(arguments[0]);
        if (Map.class.isAssignableFrom(raw)) {
            return maps(raw, elements, of(arguments[1]));
        }
        if (raw == Set.class) {
            return List.of(new HashSet<>(elements), Collections.singleton(elements.get(0)), Set.of());
        }
        if (raw == SortedSet.class) {
            return List.of(new TreeSet<>(elements.subList(0, elements.size() - 1)));
        }
        return List.of(Arrays.asList(elements.toArray()), new ArrayList<>(), Collections.nCopies(3, elements.get(0)));
    }

    private static List<Map<?, ?>> maps(Class<?> raw, List<Object> keys, List<Object> values) {
        Map<Object, Object> map = raw == SortedMap.class ? new TreeMap<>() : new LinkedHashMap<>();
        int i = 0;
        for (Object each : keys) {
            if (each != null || raw != SortedMap.class) {
                map.put(each, values.get(i++ % values.size()));
            }
        }
        return List.of(map, raw == SortedMap.class ? new TreeMap<>() : Map.of());
    }

    private static List<Object> arrays(Class<?> component, List<Object> elements) {
        Object all = Array.newInstance(component, elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Array.set(all, i, elements.get(i));
        }
        return List.of(all, Array.newInstance(component, 0));
    }

    static Reading full(int depth) {
        Reading reading = new Reading();
        reading.flag = true;
        reading.octet = Byte.MIN_VALUE;
        reading.half = Short.MAX_VALUE;
        reading.unit = '\udfff';
        reading.count = Integer.MIN_VALUE;
        reading.total = Long.MIN_VALUE;
        reading.ratio = -0.0f;
        reading.value = Double.NaN;
        reading.text = LONE_SURROGATES;
        reading.version = new Version("1.2.3");
        reading.timeUnit = TimeUnit.MICROSECONDS;
        reading.numbers = new int[] {1, 2};
        reading.octets = new Byte[] {1, null};
        reading.units = Arrays.asList('a', null);
        reading.halves = Collections.singleton((short) 1);
        reading.map = new HashMap<>(Map.of("a", List.of((byte) 1)));
        reading.parts = depth == 0 ? null : Arrays.asList(full(depth - 1), null);
        reading.span = depth == 0 ? null : new Span(Version.emptyVersion, List.of((short) 1), full(depth - 1), 1);
        reading.anything = new ArrayList<>(List.of((byte) 1, 'c', TimeUnit.DAYS));
        reading.note = "stays here";
        return reading;
    }
}
