package io.remoteobjects.zookeeper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of nodes. */
class NodeNameTest {

    @Test
    void aNameIsReadAsItWasWritten() {
        NodeName name = new NodeName("07a1.b", 1_764_153_000_000L, 2, 3);

        assertEquals(Optional.of(name), NodeName.parse(name.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.1.0", "a.1.0.0", "a.1.1.1", ".1.0.1", "a.-1.0.1",
        "a.1.0.1.", "a.9999999999999999999.0.1", "a.1.0.9999999"})
    void othersAreNone(String name) {
        assertEquals(Optional.empty(), NodeName.parse(name));
    }
}
