package io.remoteobjects.node.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import org.junit.jupiter.api.Test;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.type.PodType;
import io.remoteobjects.wire.type.PodType.Field;
import io.remoteobjects.wire.type.QtType;
import io.remoteobjects.wire.type.QtTypes;

/** Failures, also those that peers of other versions tell. */
class FailureTest {

    private static final Generation GENERATION = Generation.QTRO_2_0;

    private static final List<String> SUPERCLASSES = List.of("org.example.Trouble");
    private static final List<String> CAUSES = List.of("org.example.Fire", "hot");

    @Test
    void arrivesAsItWasSent() {
        Failure failure = new Failure("org.example.Smoke", "thick", SUPERCLASSES, CAUSES);

        assertEquals(failure, Failure.readIfPresent(written(Failure.TYPE, failure)));
    }

    @Test
    void whatAnEarlierVersionDoesNotTellIsEmpty() {
        assertEquals(new Failure("org.example.Smoke", "thick", List.of(), List.of()),
                Failure.readIfPresent(told(Failure.FIELDS.subList(0, 2), "org.example.Smoke", "thick")));
    }

    @Test
    void whatALaterVersionTellsBesidesIsPassedOver() {
        List<Field> fields = new ArrayList<>(Failure.FIELDS);
        fields.add(new Field("hint", QtTypes.QSTRING));

        assertEquals(new Failure("org.example.Smoke", "thick", SUPERCLASSES, CAUSES),
                Failure.readIfPresent(told(fields, "org.example.Smoke", "thick", SUPERCLASSES, CAUSES, "open a window")));
    }

    @Test
    void anythingElseIsLeftAsItIs() {
        WireInput in = written(QtTypes.QSTRING, "fine");

        assertNull(Failure.readIfPresent(in));
        assertEquals("fine", QtTypes.QSTRING.readVariant(in));
    }

    private static WireInput told(List<Field> fields, Object... values) {
        return written(PodType.of(Failure.NAME, fields, new PodType.Binder<>() {
            @Override
            public Object[] create(Object[] read) {
                return read;
            }

            @Override
            public Object get(Object[] written, int field) {
                return written[field];
            }
        }), values);
    }

    private static <T> WireInput written(QtType<T> type, T value) {
        ByteBuf bytes = Unpooled.buffer();
        type.writeVariant(new WireOutput(bytes, GENERATION), value);
        return new WireInput(bytes, 0, bytes.readableBytes(), GENERATION, Limits.DEFAULT);
    }
}
