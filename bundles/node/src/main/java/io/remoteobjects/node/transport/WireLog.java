package io.remoteobjects.node.transport;

import java.util.function.Function;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

import org.slf4j.Logger;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.packet.FrameReader;
import io.remoteobjects.wire.packet.InitPacket;
import io.remoteobjects.wire.packet.InvokePacket;
import io.remoteobjects.wire.packet.InvokeReplyPacket;
import io.remoteobjects.wire.packet.Packet;
import io.remoteobjects.wire.packet.PacketPrinter;
import io.remoteobjects.wire.packet.Packets;
import io.remoteobjects.wire.packet.PropertyChangePacket;
import io.remoteobjects.wire.type.TypeRegistry;

/**
 * Tells what travels on one link, for whoever looks for a fault: at debug each packet with its values decoded, at trace its bytes as
 * well. While it is off it costs one look at the level. Owned by the link's event loop.
 */
final class WireLog {

    /** The logger to configure: no class has it, so it can be turned on and off alone. */
    static final String NAME = "io.remoteobjects.wire";

    private final Logger logger;
    private final String peer;
    private final Limits limits;
    private final Function<String, TypeRegistry> types;

    /**
     * @param logger gets the lines
     * @param peer the other end
     * @param limits as for reading from it
     * @param types the types of an object, by its name
     */
    WireLog(Logger logger, String peer, Limits limits, Function<String, TypeRegistry> types) {
        this.logger = logger;
        this.peer = peer;
        this.limits = limits;
        this.types = types;
    }

    boolean isOn() {
        return logger.isDebugEnabled();
    }

    /** Tells of a frame that came. */
    void received(ByteBuf buffer, int start, int end, Generation generation) {
        tell("from", buffer, start, end, generation);
    }

    /** Tells of frames about to leave; their buffer stays as it is. */
    void sent(ByteBuf frames, Generation generation) {
        ByteBuf rest = frames.duplicate();
        try {
            while (rest.isReadable()) {
                int start = rest.readerIndex() + FrameReader.LENGTH_BYTES;
                int end = start + FrameReader.frameLength(rest, generation, limits);
                tell("to", rest, start, end, generation);
                rest.readerIndex(end);
            }
        } catch (WireException tooLong) {
            logger.debug("to {}: {} bytes not shown: {}", peer, rest.readableBytes(), tooLong.getMessage());
        }
    }

    private void tell(String direction, ByteBuf buffer, int start, int end, Generation generation) {
        logger.debug("{} {}: {}", direction, peer, print(new WireInput(buffer, start, end, generation, limits), generation));
        if (logger.isTraceEnabled()) {
            int frame = start - FrameReader.LENGTH_BYTES;
            logger.trace("{} {}: {} bytes {}", direction, peer, end - frame, ByteBufUtil.hexDump(buffer, frame, end - frame));
        }
    }

    private String print(WireInput frame, Generation generation) {
        try {
            Packet packet = Packets.read(frame);
            View object = objectWithValues(packet);
            TypeRegistry known = object == null ? TypeRegistry.builtIn() : types.apply(object.string(generation));
            return new PacketPrinter(known, generation, limits).print(packet);
        } catch (WireException senseless) {
            return "a frame that makes no sense: " + senseless.getMessage();
        }
    }

    /** Whose types a packet's values are of; null where it has none, or brings their description along. */
    private static View objectWithValues(Packet packet) {
        if (packet instanceof InitPacket init) {
            return init.name();
        } else if (packet instanceof PropertyChangePacket change) {
            return change.name();
        } else if (packet instanceof InvokePacket invoke) {
            return invoke.name();
        } else {
            return packet instanceof InvokeReplyPacket reply ? reply.name() : null;
        }
    }
}
