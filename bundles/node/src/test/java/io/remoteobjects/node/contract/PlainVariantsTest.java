package io.remoteobjects.node.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.type.QtTypes;
import io.remoteobjects.wire.type.Variant;

/** What Qt passes to a plain service arrives as the class that is declared. */
class PlainVariantsTest {

    private static final Instant AT = Instant.ofEpochMilli(1_700_000_000_123L);

    interface Diary {

        void note(Entry entry);

        void remind(Date at);

        void take(List<Object> anything);
    }

    /** Data, for which Qt has a map. */
    public static class Entry {
        public Instant instant;
        public Date date;
        public OffsetDateTime offset;
        public ZonedDateTime zoned;
    }

    static List<Object> times() {
        return List.of(AT, LocalDateTime.ofInstant(AT, ZoneId.systemDefault()), AT.atOffset(ZoneOffset.ofHours(3)),
                AT.atZone(ZoneId.of("Asia/Tokyo")));
    }

    @ParameterizedTest
    @MethodSource("times")
    void timeOfAnySpecIsATimeOfTheDeclaredClass(Object sent) {
        assertEquals(Date.from(AT), passed("remind", sent));
        Entry entry = (Entry) passed("note", Map.of("instant", sent, "date", sent, "offset", sent, "zoned", sent));
        assertEquals(AT, entry.instant);
        assertEquals(Date.from(AT), entry.date);
        assertEquals(AT, entry.offset.toInstant());
        assertEquals(AT, entry.zoned.toInstant());
    }

    @ParameterizedTest
    @MethodSource("times")
    void timeIsWhatItSaysWhereNothingIsDeclared(Object sent) {
        assertEquals(List.of(sent), passed("take", List.of(sent)));
    }

    private static Object passed(String method, Object sent) {
        Contract contract = Contract.of(Diary.class);
        SlotMember slot = contract.slots().stream().filter(each -> each.name().equals(method)).findFirst().orElseThrow();
        ByteBuf buffer = Unpooled.buffer();
        QtTypes.VARIANT.writeVariant(new WireOutput(buffer, Generation.QTRO_2_0), Variant.of(sent));
        WireInput in = new WireInput(buffer, 0, buffer.writerIndex(), Generation.QTRO_2_0, Limits.DEFAULT);
        return contract.plain(slot.index()).ofQt(slot.parameters().get(0).type().readVariant(in))[0];
    }
}
