package io.remoteobjects.wire.packet;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.packet.Captures.Frame;
import io.remoteobjects.wire.packet.Captures.Session;
import io.remoteobjects.wire.type.QtTypes;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes, decoding ends with a value or a {@link WireException}, and allocates in proportion to what was received. */
class HostileBytesTest {

    private static final long SEED = 20_261_123;
    private static final int MUTATIONS = 20_000;

    /** Frames are a few hundred bytes; their text form and the types of their definitions are the bulk of this. */
    private static final long MAX_ALLOCATED_BYTES = 4 << 20;

    private record Sample(Generation generation, byte[] body, String where) {
    }

    @Test
    void everyTruncationIsRefused() {
        for (Sample sample : samples(7)) {
            for (int length = 0; length < sample.body.length; length++) {
                byte[] cut = Arrays.copyOf(sample.body, length);
                assertRefused(new Sample(sample.generation, cut, sample.where + " cut to " + length));
            }
        }
    }

    @Test
    void mutationsAreDecodedOrRefused() {
        List<Sample> samples = samples(1);
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            Sample sample = samples.get(random.nextInt(samples.size()));
            byte[] mutated = mutate(sample.body.clone(), random);
            Sample hostile = new Sample(sample.generation, mutated, sample.where + " mutation " + i);
            // The less of two: classes that a frame is the first to need are loaded once.
            long allocated = Math.min(allocatedBy(hostile), allocatedBy(hostile));
            assertTrue(allocated < MAX_ALLOCATED_BYTES, () -> sample.where + " made us allocate " + allocated + " bytes");
        }
    }

    private static long allocatedBy(Sample sample) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        decode(sample);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void countsOfNestedListsAllocateLittle() {
        int length = 1 << 20;
        ByteBuf bytes = Unpooled.buffer(length);
        WireOutput out = new WireOutput(bytes, Generation.QTRO_2_0);
        for (int i = 0; i < Limits.DEFAULT.maxDepth() / 2; i++) {
            QtTypes.QVARIANTLIST.writeVariant(out, List.of());
            bytes.writerIndex(bytes.writerIndex() - Integer.BYTES);
            out.writeI32(length / 2);
        }
        bytes.writeZero(length - bytes.writerIndex());
        WireInput in = new WireInput(bytes, 0, length, Generation.QTRO_2_0, Limits.DEFAULT);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThrows(WireException.class, () -> QtTypes.VARIANT.readVariant(in));
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 32 * length, () -> allocated + " bytes for a frame of " + length);
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0:
                    bytes[at] = (byte) random.nextInt();
                    break;
                case 1:
                    bytes[at] ^= (byte) (1 << random.nextInt(8));
                    break;
                default:
                    // lengths and counts that are absurd
                    Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) (random.nextBoolean() ? 0x7F : 0xFF));
                    break;
            }
        }
        return bytes;
    }

    /** A cut frame may still be a packet whose values are cut. */
    private static void assertRefused(Sample sample) {
        String text = decode(sample);
        assertTrue(text == null || text.contains("undecoded"), () -> sample.where + " was read as " + text);
    }

    /** {@return the packet with its values decoded, null if it was refused} */
    private static String decode(Sample sample) {
        try {
            WireInput in = new WireInput(Unpooled.wrappedBuffer(sample.body), 0, sample.body.length, sample.generation, Limits.DEFAULT);
            Packet packet = Packets.read(in);
            return new PacketPrinter(new Reencoder(sample.generation).types(), sample.generation, Limits.DEFAULT).print(packet);
        } catch (WireException refused) {
            return null;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError wrong) {
            throw new AssertionError(sample.where + ": " + Arrays.toString(sample.body), wrong);
        }
    }

    /** One frame in so many, of all sessions. */
    private static List<Sample> samples(int step) {
        List<Sample> samples = new ArrayList<>();
        for (Session session : Captures.all()) {
            List<Frame> frames = session.frames();
            for (int i = 0; i < frames.size(); i += step) {
                byte[] bytes = frames.get(i).bytes();
                samples.add(new Sample(session.generation(), Arrays.copyOfRange(bytes, FrameReader.LENGTH_BYTES, bytes.length),
                        session.name() + " frame " + frames.get(i).number()));
            }
        }
        return samples;
    }

    @Test
    void unknownPacketsAreRefused() {
        byte[] body = {12, 0};
        assertThrows(WireException.class,
                () -> Packets.read(new WireInput(Unpooled.wrappedBuffer(body), 0, 2, Generation.QTRO_2_0, Limits.DEFAULT)));
    }
}
