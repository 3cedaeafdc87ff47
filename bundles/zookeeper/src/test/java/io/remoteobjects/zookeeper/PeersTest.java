package io.remoteobjects.zookeeper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Nodes of one container that come, are read and go. */
class PeersTest {

    private final List<String> told = new ArrayList<>();
    private final Peers peers = new Peers((content, problem) -> List.of(), (framework, endpoints) -> told.add(framework));
    private final NodeName first = new NodeName("hall", 1, 0, 2);
    private final NodeName second = new NodeName("hall", 1, 1, 2);

    @Test
    void aGenerationIsToldOnceAllOfItIsRead() {
        peers.listed(Set.of(first, second));
        peers.read(first, new byte[0]);
        assertEquals(List.of(), told);

        peers.read(second, new byte[0]);
        assertEquals(List.of("hall"), told);
    }

    @Test
    void aPartThatIsReadWhileAnotherGoesTellsNothing() {
        peers.listed(Set.of(first, second));
        peers.deleted(second);
        peers.read(first, new byte[0]);

        assertEquals(List.of(), told);
    }
}
