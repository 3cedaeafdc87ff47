package io.remoteobjects.node.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.remoteobjects.wire.type.MapType;
import io.remoteobjects.wire.type.QtTypes;
import io.remoteobjects.wire.type.Variant;

/** Values of those who have no interface. */
class NaturalValuesTest {

    @Test
    void mapsOfVariantsTakeListsAndMaps() {
        Map<String, Object> value = Map.of("list", List.of(1, "a"), "map", Map.of("k", 2.5));

        Object fitted = NaturalValues.toQt(MapType.of(QtTypes.QSTRING, QtTypes.VARIANT), value);

        assertEquals(Variant.of(value).value(), fitted);
        assertEquals(value, Variant.natural(fitted));
    }

    @Test
    void mapsOfDeclaredTypesHaveTheirEntriesConverted() {
        assertEquals(Map.of(1, 2.0), NaturalValues.toQt(MapType.of(QtTypes.INT, QtTypes.DOUBLE), Map.of("1", 2)));
    }
}
