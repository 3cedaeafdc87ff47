package io.remoteobjects.wire.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every value that the real Qt wrote is read, and written again to the same bytes. */
class GoldenVectorsTest {

    /** A struct of the program that wrote the vectors, with stream operators of its own. */
    private record Pt(int number, String text) {
    }

    private static final QtType<Pt> PT = ValueType.of("Pt", VariantHeader.user("Pt"), new Pt(0, null),
            in -> new Pt(in.readI32(), in.readString()), (out, pt) -> {
                out.writeI32(pt.number());
                out.writeString(pt.text());
            });

    private static final TypeRegistry TYPES = TypeRegistry.builtIn().with(List.of(PT));
    private static final Pattern TYPE_IN_LABEL = Pattern.compile("(?:char16/)?([A-Za-z0-9_]+(?:<[^>]*>)?).*");

    /** Qt 5 wrote only the header: the program had not registered stream operators for these. */
    private static final List<String> HEADER_ONLY_IN_QT5 = List.of("QList<int>", "QVector<int>", "QMap<QString,int>");

    private record Vector(String kind, String label, byte[] bytes) {
    }

    @ParameterizedTest
    @CsvSource({"qt6-little,QTRO_2_0,true,131", "qt6-big,QTRO_2_0,false,131", "qt5-big,QTRO_1_3,true,125"})
    void everyVectorIsReadAndWrittenAgain(String file, Generation generation, boolean frameOrder, int vectors) throws IOException {
        Map<String, String> different = new TreeMap<>();
        int checked = 0;
        for (Vector vector : vectors("/vectors/qdatastream-" + file + ".tsv")) {
            if (generation == Generation.QTRO_1_3 && vector.kind.equals("variant") && HEADER_ONLY_IN_QT5.contains(vector.label)) {
                continue;
            }
            byte[] written = rewrite(vector, generation, frameOrder);
            if (!HexFormat.of().formatHex(vector.bytes).equals(HexFormat.of().formatHex(written))) {
                different.put(vector.label, HexFormat.of().formatHex(written));
            }
            checked++;
        }
        // Qt sets the null flag for these; it says nothing, and we always write 0
        Map<String, String> expected = new TreeMap<>(Map.of("typed null int", hex(generation, frameOrder, 2, "00000000")));
        if (generation == Generation.QTRO_2_0) {
            expected.put("nullptr", hex(generation, frameOrder, 51, ""));
        }
        assertEquals(expected, different);
        assertEquals(vectors, checked);
    }

    @Test
    void labelsNameTypes() {
        Matcher matcher = TYPE_IN_LABEL.matcher("QMap<QString,int>");
        assertTrue(matcher.matches());
        assertEquals("QMap<QString,int>", matcher.group(1));
    }

    private static String hex(Generation generation, boolean frameOrder, int id, String value) {
        boolean little = frameOrder && generation.littleEndian();
        return (little ? "%02x000000" : "000000%02x").formatted(id) + "00" + value;
    }

    private static byte[] rewrite(Vector vector, Generation generation, boolean frameOrder) {
        WireInput in = frameOrder
                ? new WireInput(Unpooled.wrappedBuffer(vector.bytes), 0, vector.bytes.length, generation, Limits.DEFAULT)
                : WireInput.blob(vector.bytes, generation, Limits.DEFAULT);
        ByteBuf buffer = Unpooled.buffer();
        WireOutput out = frameOrder ? new WireOutput(buffer, generation) : WireOutput.blob(buffer, generation);
        if (vector.kind.equals("variant")) {
            TYPES.variant().writeVariant(out, TYPES.variant().readVariant(in));
        } else if (vector.label.startsWith("const char*")) {
            out.writeCString(in.readCString());
        } else {
            rewriteBare(TYPES.find(typeName(vector.label)).orElseThrow(() -> new AssertionError(vector.label)), in, out);
        }
        assertEquals(0, in.remaining(), vector.label);
        return HexFormat.of().parseHex(ByteBufUtil.hexDump(buffer));
    }

    private static <T> void rewriteBare(QtType<T> type, WireInput in, WireOutput out) {
        type.write(out, type.read(in));
    }

    private static String typeName(String label) {
        Matcher matcher = TYPE_IN_LABEL.matcher(label);
        assertTrue(matcher.matches(), label);
        return matcher.group(1);
    }

    private static List<Vector> vectors(String resource) throws IOException {
        try (InputStream in = GoldenVectorsTest.class.getResourceAsStream(resource)) {
            Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
            return lines.filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
                    .map(parts -> new Vector(parts[0], parts[1], HexFormat.of().parseHex(parts[2]))).toList();
        }
    }
}
