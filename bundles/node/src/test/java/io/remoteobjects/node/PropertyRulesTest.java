package io.remoteobjects.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {".private", "component.name", "felix.fileinstall.filename", "osgi.ds.satisfying.condition.target",
        "service.pid", "service.factoryPid", "service.bundleLocation"})
    void whatTheContainerKeepsForItselfStaysAtHome(String key) {
        assertTrue(PropertyRules.isOfTheContainer(key) && PropertyRules.staysAtHome(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"service.exported.interfaces", "service.ranking", "service.id", "remote.source"})
    void whatIsOfTheServiceHereStaysAtHome(String key) {
        assertTrue(PropertyRules.staysAtHome(key) && !PropertyRules.isOfTheContainer(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"place", "service.intents", "service.description", "osgi.basic.timeout", "remoteobjects.name"})
    void allElseTravels(String key) {
        assertFalse(PropertyRules.staysAtHome(key));
    }

    @Test
    void textsNumbersAndSeveralOfThemAreUnderstoodAnywhere() {
        assertTrue(List.of("a", 1, 2.5f, 'c', true, new int[] {1}, new String[] {"a"}, List.of(1L), Set.of("a")).stream()
                .allMatch(PropertyRules::isPortable));
    }

    @Test
    void liveAndForeignValuesAreNot() {
        assertTrue(List.of(new Object(), Thread.State.NEW, List.of(new Object()), new Object[] {this}, Map.of("a", 1), new Ours(),
                new AtomicInteger()).stream().noneMatch(PropertyRules::isPortable));
    }

    private static final class Ours extends Number {
        private static final long serialVersionUID = 1;

        @Override
        public int intValue() {
            return 0;
        }

        @Override
        public long longValue() {
            return 0;
        }

        @Override
        public float floatValue() {
            return 0;
        }

        @Override
        public double doubleValue() {
            return 0;
        }
    }

    @Test
    void arraysAreEqualByWhatIsInThem() {
        assertTrue(PropertyRules.areEqual(Map.of("a", new String[] {"b"}), Map.of("a", new String[] {"b"})));
        assertFalse(PropertyRules.areEqual(Map.of("a", new String[] {"b"}), Map.of("a", new String[] {"c"})));
        assertFalse(PropertyRules.areEqual(Map.of("a", 1), Map.of("a", 1, "b", 2)));
    }

    @Test
    void listsMayBeOneTextOrSeveral() {
        assertEquals(List.of("a", "b", "c"), PropertyRules.elements(" a, b ,", "", "c"));
        assertEquals(List.of(), PropertyRules.elements());
    }
}
