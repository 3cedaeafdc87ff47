package io.remoteobjects.node.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;

import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireException;

/** Whatever a peer sends as the arguments of a plain service: it is taken, or refused with a reason. */
class PlainMutationTest {

    interface Service {

        void take(Object any, Data data, List<Map<String, TimeUnit[]>> list, SortedSet<UUID> sorted, int[][] numbers);
    }

    /** Data. */
    public static class Data {
        public int number;
        public Pair pair;
        public Map<Object, Object> map;
    }

    record Pair(Data first, Byte second) {
        Pair {
            if (second != null && second < 0) {
                throw new IllegalStateException("refused on purpose");
            }
        }
    }

    private static final int TIMES = 100_000;

    private final PlainSlot slot = Contract.of(Service.class).plain(0);

    private byte[] sample() {
        Data data = new Data();
        data.number = 1;
        data.pair = new Pair(new Data(), (byte) 1);
        data.map = new HashMap<>(Map.of("a", new String[][] {{"b"}, null}, 'c', new long[] {1, 2}));
        return slot.writeArguments(new Object[] {Arrays.asList(data, null, 1.5f, new Pair[] {null}), data,
                List.of(Map.of("k", new TimeUnit[] {TimeUnit.DAYS})), new TreeSet<>(List.of(new UUID(1, 2))), new int[][] {{1}, {}}});
    }

    @Test
    void everythingIsTakenOrRefused() {
        byte[] sample = sample();
        Random random = new Random(7);
        int taken = 0;
        for (int i = 0; i < TIMES; i++) {
            byte[] mutated = sample.clone();
            for (int left = 1 + random.nextInt(3); left > 0; left--) {
                mutated[random.nextInt(mutated.length)] = (byte) (random.nextBoolean() ? random.nextInt(20) : random.nextInt());
            }
            try {
                boolean cut = random.nextInt(10) == 0;
                slot.readArguments(cut ? Arrays.copyOf(mutated, random.nextInt(mutated.length)) : mutated, Limits.DEFAULT);
                taken++;
            } catch (IllegalArgumentException refused) {
                assertTrue(refused.getMessage().startsWith("Cannot take the value of parameter"), refused.getMessage());
            } catch (WireException malformed) {
                assertFalse(malformed.getMessage().isEmpty());
            }
        }
        assertTrue(taken > TIMES / 100 && taken < TIMES / 2, "taken: " + taken);
        assertEquals(5, slot.readArguments(sample, Limits.DEFAULT).length);
    }

    @Test
    void countsOfNestedArraysAllocateLittle() {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 20);
        String component = "java.lang.Object";
        bytes.put((byte) PlainTag.ARRAY).putShort((short) 0).putInt(2 * component.length());
        component.chars().forEach(unit -> bytes.putChar((char) unit));
        bytes.putInt(bytes.capacity() / 2);
        for (int i = 2; i < Limits.DEFAULT.maxDepth(); i++) {
            bytes.put((byte) PlainTag.ARRAY).putShort((short) 0).putInt(bytes.capacity() / 2);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThrows(WireException.class, () -> slot.readArguments(bytes.array(), Limits.DEFAULT));
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 64L * bytes.capacity(), () -> allocated + " bytes for a call of " + bytes.capacity());
    }
}
