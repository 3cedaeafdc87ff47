package io.remoteobjects.itests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

import io.remoteobjects.itests.conformance.harness.Frameworks;
import io.remoteobjects.itests.conformance.services.BasicTypes;
import io.remoteobjects.itests.conformance.services.Reading;
import io.remoteobjects.itests.conformance.services.Values;
import io.remoteobjects.itests.harness.TestBundle;

/** What {@code osgi.basic} promises of parameters and results. The interface is private to the service's bundle. */
@DisplayName("Chapter 100, 11 basic types")
class BasicTypesTest {

    @RegisterExtension
    static final Frameworks FRAMEWORKS = new Frameworks();

    private static final Map<Class<?>, List<?>> VALUES = Map.ofEntries(
            Map.entry(Boolean.class, List.of(true, false)),
            Map.entry(Byte.class, List.of(Byte.MIN_VALUE, (byte) 0, Byte.MAX_VALUE)),
            Map.entry(Short.class, List.of(Short.MIN_VALUE, (short) 0, Short.MAX_VALUE)),
            Map.entry(Character.class, List.of('\0', 'a', '\ud800')),
            Map.entry(Integer.class, List.of(Integer.MIN_VALUE, 0, Integer.MAX_VALUE)),
            Map.entry(Long.class, List.of(Long.MIN_VALUE, 0L, Long.MAX_VALUE)),
            Map.entry(Float.class, List.of(Float.NaN, -0.0f, Float.MIN_VALUE)),
            Map.entry(Double.class, List.of(Double.NaN, -0.0, Double.MIN_VALUE)),
            Map.entry(String.class, List.of("", "lone \udc00", "x".repeat(70_000))),
            Map.entry(Version.class, List.of(Version.emptyVersion, new Version("1.2.3.rc-1"))),
            Map.entry(TimeUnit.class, List.of(TimeUnit.NANOSECONDS, TimeUnit.DAYS)));

    private static final Map<Class<?>, Class<?>> WRAPPERS = Map.of(boolean.class, Boolean.class, byte.class, Byte.class, short.class,
            Short.class, char.class, Character.class, int.class, Integer.class, long.class, Long.class, float.class, Float.class,
            double.class, Double.class);

    private static BasicTypes replica;

    @BeforeAll
    static void install() throws Exception {
        FRAMEWORKS.child().install(TestBundle.of("basic-types", BasicTypes.class));
        replica = FRAMEWORKS.parent().await(BasicTypes.class, "(service.imported=*)");
    }

    @Test
    void intentIsSupportedAndPromised() throws Exception {
        ServiceReference<BasicTypes> reference = FRAMEWORKS.parent().awaitReference(BasicTypes.class, "(service.imported=*)");
        assertTrue(Arrays.asList((String[]) reference.getProperty("service.intents")).contains("osgi.basic"));
        assertNotNull(FRAMEWORKS.child().context().getAllServiceReferences(null, "(remote.intents.supported=osgi.basic)"));
    }

    static Stream<Method> methods() {
        return Arrays.stream(BasicTypes.class.getMethods()).sorted(Comparator.comparing(Method::toGenericString));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void arrivesComesBackAndLeavesTheCallersOwnAlone(Method method) throws Exception {
        for (Object sample : samples(method.getGenericParameterTypes()[0], 0)) {
            String before = Values.describe(sample);
            Object back = method.invoke(replica, sample);
            assertEquals(before, Values.describe(sample), "the caller's own");
            assertEquals(Values.describe(Values.change(copy(sample))), Values.describe(back));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void nullComesBackAsNull(Method method) throws Exception {
        if (!method.getParameterTypes()[0].isPrimitive()) {
            assertNull(method.invoke(replica, (Object) null));
        }
    }

    /** Values of a type; data is made anew each time, and null stands wherever it may. */
    private static List<Object> samples(Type type, int depth) {
        List<Object> samples = new ArrayList<>();
        if (type instanceof ParameterizedType parameterized) {
            List<Object> elements = samples(parameterized.getActualTypeArguments()[0], depth + 1);
            if (parameterized.getRawType() == Map.class) {
                List<Object> values = samples(parameterized.getActualTypeArguments()[1], depth + 1);
                Map<Object, Object> map = new HashMap<>();
                elements.forEach(each -> map.put(each, values.get(map.size() % values.size())));
                samples.addAll(List.of(map, Map.of()));
            } else if (parameterized.getRawType() == Set.class) {
                samples.addAll(List.of(new HashSet<>(elements), Collections.singleton(elements.get(0))));
            } else {
                samples.addAll(List.of(Arrays.asList(elements.toArray()), new ArrayList<>(), Collections.nCopies(2, elements.get(0))));
            }
        } else if (type instanceof Class<?> raw && raw.isArray()) {
            List<Object> elements = samples(raw.getComponentType(), depth + 1);
            Object array = Array.newInstance(raw.getComponentType(), elements.size());
            for (int i = 0; i < elements.size(); i++) {
                Array.set(array, i, elements.get(i));
            }
            samples.addAll(List.of(array, Array.newInstance(raw.getComponentType(), 0)));
        } else if (type == Reading.class) {
            samples.addAll(List.of(Reading.of(1), new Reading()));
        } else if (type instanceof Class<?> raw && VALUES.containsKey(WRAPPERS.getOrDefault(raw, raw))) {
            samples.addAll(VALUES.get(WRAPPERS.getOrDefault(raw, raw)));
        } else {
            VALUES.values().forEach(samples::addAll);
            samples.addAll(List.of(Reading.of(1), new Byte[] {1}, new int[] {1}, Collections.singletonMap("a", (short) 1)));
        }
        if (depth > 0 && !(type instanceof Class<?> raw && raw.isPrimitive())) {
            samples.add(null);
        }
        return samples;
    }

    private static Object copy(Object value) throws Exception {
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            for (Object each : list) {
                copy.add(copy(each));
            }
            return copy;
        }
        if (value instanceof Set<?> set) {
            Set<Object> copy = new HashSet<>();
            for (Object each : set) {
                copy.add(copy(each));
            }
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new HashMap<>();
            for (Map.Entry<?, ?> each : map.entrySet()) {
                copy.put(each.getKey(), copy(each.getValue()));
            }
            return copy;
        }
        if (value instanceof Reading reading) {
            Reading copy = new Reading();
            for (Field each : Reading.class.getFields()) {
                each.set(copy, each.get(reading));
            }
            return copy;
        }
        if (value == null || !value.getClass().isArray()) {
            return value;
        }
        int length = Array.getLength(value);
        Object copy = Array.newInstance(value.getClass().getComponentType(), length);
        System.arraycopy(value, 0, copy, 0, length);
        return copy;
    }

    @Test
    void collectionsThatComeBackAreOrdinaryOnes() {
        List<Byte> list = replica.changeBytes(Arrays.asList((byte) 1, (byte) 2));
        assertEquals(new ArrayList<>(List.of((byte) 2, (byte) 1)), list);
        list.add((byte) 3);
        Set<Character> set = replica.changeChars(Collections.singleton('c'));
        assertEquals(new HashSet<>(Set.of('c')), set);
        set.add('d');
        Map<String, Integer> map = replica.changeMap(Map.of("a", 1));
        assertEquals(new HashMap<>(Map.of("a", 1)), map);
        map.put("b", 2);
    }

    @Test
    void versionsAndConstantsAreTheCallersOwn() {
        assertEquals(new Version("1.2.3"), replica.change(new Version("1.2.3")));
        assertSame(TimeUnit.DAYS, replica.change(TimeUnit.DAYS));
    }

    @Test
    void dataThatComesBackIsTheCallersClassAndAnotherObject() {
        Reading sent = Reading.of(1);
        Reading back = replica.change(sent);
        assertNotSame(sent, back);
        assertEquals(2, back.count);
        assertEquals(Set.of('u'), back.units);
        assertEquals(1, sent.count);
    }
}
