package io.remoteobjects.node.contract;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The JDK's collections and maps: what arrives is a new one, to be changed at will. */
final class PlainContainers {

    private static final Map<Class<?>, Supplier<Collection<Object>>> COLLECTIONS = Map.ofEntries(
            Map.entry(List.class, ArrayList::new), Map.entry(ArrayList.class, ArrayList::new), Map.entry(LinkedList.class, LinkedList::new),
            Map.entry(Set.class, LinkedHashSet::new), Map.entry(HashSet.class, HashSet::new),
            Map.entry(LinkedHashSet.class, LinkedHashSet::new), Map.entry(SortedSet.class, TreeSet::new),
            Map.entry(NavigableSet.class, TreeSet::new), Map.entry(TreeSet.class, TreeSet::new));

    private static final Map<Class<?>, Supplier<Map<Object, Object>>> MAPS = Map.of(Map.class, LinkedHashMap::new,
            HashMap.class, HashMap::new, LinkedHashMap.class, LinkedHashMap::new, SortedMap.class, TreeMap::new,
            NavigableMap.class, TreeMap::new, TreeMap.class, TreeMap::new);

    static final PlainType LIST = new OfElements(List.class, PlainType.Open.OBJECT);

    static final PlainType MAP = new OfEntries(Map.class, PlainType.Open.OBJECT, PlainType.Open.OBJECT);

    private static final Set<Class<?>> EITHER = Set.of(Collection.class, Iterable.class);

    private PlainContainers() {
    }

    static boolean isCollection(Class<?> type) {
        return COLLECTIONS.containsKey(type) || EITHER.contains(type);
    }

    static boolean isMap(Class<?> type) {
        return MAPS.containsKey(type);
    }

    /** A collection; where the class is that of lists and sets alike, it arrives as what it was. */
    record OfElements(Class<?> raw, PlainType element) implements PlainType {

        @Override
        public Object read(PlainReader in, int tag) {
            if (tag != PlainTag.LIST && tag != PlainTag.SET || tag == PlainTag.SET && List.class.isAssignableFrom(raw)) {
                throw new BadValueException("what came is no " + raw.getName() + ": give both sides the same version of the interface");
            }
            Supplier<Collection<Object>> asItWas = COLLECTIONS.get(tag == PlainTag.LIST ? List.class : Set.class);
            return in.elements(COLLECTIONS.getOrDefault(raw, asItWas).get(), element);
        }

        @Override
        public Object of(Object natural) {
            if (!(natural instanceof Collection<?> elements)) {
                return checked(natural);
            }
            Collection<Object> made = COLLECTIONS.getOrDefault(raw, COLLECTIONS.get(List.class)).get();
            elements.forEach(each -> made.add(element.of(each)));
            return made;
        }
    }

    /** A map. */
    record OfEntries(Class<?> raw, PlainType key, PlainType value) implements PlainType {

        @Override
        public Object read(PlainReader in, int tag) {
            if (tag != PlainTag.MAP) {
                throw new BadValueException("what came is no " + raw.getName() + ": give both sides the same version of the interface");
            }
            return in.entries(MAPS.get(raw).get(), key, value);
        }

        @Override
        public Object of(Object natural) {
            if (!(natural instanceof Map<?, ?> entries)) {
                return checked(natural);
            }
            Map<Object, Object> made = MAPS.get(raw).get();
            entries.forEach((k, v) -> made.put(key.of(k), value.of(v)));
            return made;
        }
    }

    /** An array; {@code raw} is its own class. */
    record OfArray(Class<?> raw, PlainType element) implements PlainType {

        @Override
        public Object read(PlainReader in, int tag) {
            if (tag == PlainTag.ARRAY && !raw.getComponentType().isPrimitive()) {
                in.name();
                return in.array(raw.getComponentType(), element);
            }
            return checked(in.any(tag));
        }

        @Override
        public Object of(Object natural) {
            if (!(natural instanceof List<?> elements)) {
                return checked(natural);
            }
            Object made = Array.newInstance(raw.getComponentType(), elements.size());
            for (int i = 0; i < elements.size(); i++) {
                Array.set(made, i, element.of(elements.get(i)));
            }
            return made;
        }
    }
}
