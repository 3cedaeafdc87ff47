package io.remoteobjects.wire.rep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remoteobjects.wire.Generation;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code rep-files.jsonl} holds small .rep files with the verdicts of repc of Qt 6.4.2 and 5.15.8 and the signatures that both computed.
 */
class RepVectorsTest {

    /** Texts that repc refuses for their white space, comments or length alone; we read them. */
    private static final Set<String> LENIENT_IN_WHITE_SPACE = Set.of("comment_eof_nonl", "comments", "ws_indented_class", "ws_indented_pod",
            "ws_indented_use_enum", "ws_indented_include", "ws_blank_only_line", "ws_blank_line_in_class", "ws_space_before_semicolon",
            "ws_block_comment_indented", "ws_block_comment_same_line", "ws_enum_brace_own_line", "ws_model_blank_before_paren",
            "ws_class_blank_before_paren");

    /** Texts that repc of Qt 6.4 refuses and that of Qt 6.7 takes. */
    private static final Set<String> TAKEN_BY_LATER_QT = Set.of("attr_class", "attr_pod", "pod_enumish");

    /** Texts that repc takes and misreads: the class loses its name, the slot is called "void\ta". */
    private static final Set<String> REFUSED_AS_REPC_MISREADS = Set.of("comment_before_brace", "tabs");

    @TestFactory
    Stream<DynamicTest> everyRecordedFile() throws IOException {
        return vectors().stream().map(each -> DynamicTest.dynamicTest(each.get("name").asText(), () -> check(each)));
    }

    @TestFactory
    Stream<DynamicTest> everyFileWrittenAnewHasTheSameSignatureByRepc(@TempDir Path folder) throws IOException {
        Path repc = Path.of("/usr/lib/qt6/libexec/repc");
        Assumptions.assumeTrue(Files.isExecutable(repc), "Qt 6's repc is not installed at " + repc);
        return vectors().stream().filter(each -> each.at("/qt6/accepted").asBoolean() && !each.at("/qt6/signatures").isEmpty())
                .filter(each -> !REFUSED_AS_REPC_MISREADS.contains(each.get("name").asText()))
                .map(each -> DynamicTest.dynamicTest(each.get("name").asText(), () -> {
                    RepFile file = RepParser.parse(each.get("rep").asText(), "vector");
                    Path written = Files.writeString(folder.resolve("written.rep"), RepWriter.write(file));
                    Path header = folder.resolve("written.h");
                    Process process = new ProcessBuilder(repc.toString(), "-o", "replica", written.toString(), header.toString())
                            .redirectErrorStream(true).start();
                    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    assertEquals(0, process.waitFor(), said);
                    String generated = Files.readString(header);
                    signatures(each.at("/qt6/signatures")).values().forEach(signature ->
                            assertTrue(generated.contains('"' + signature + '"'), signature + " not in what repc made of " + written));
                }));
    }

    @Test
    void exceptionsAreAllThere() throws IOException {
        List<String> names = vectors().stream().map(each -> each.get("name").asText()).toList();
        assertTrue(names.containsAll(LENIENT_IN_WHITE_SPACE));
        assertTrue(names.containsAll(TAKEN_BY_LATER_QT));
        assertTrue(names.containsAll(REFUSED_AS_REPC_MISREADS));
    }

    private static void check(JsonNode vector) {
        String name = vector.get("name").asText();
        String rep = vector.get("rep").asText();
        boolean acceptedByQt = vector.at("/qt6/accepted").asBoolean() || vector.at("/qt5/accepted").asBoolean();
        boolean lenient = LENIENT_IN_WHITE_SPACE.contains(name) || TAKEN_BY_LATER_QT.contains(name);
        if (!acceptedByQt && !lenient || REFUSED_AS_REPC_MISREADS.contains(name)) {
            RepSyntaxException refused = assertThrows(RepSyntaxException.class, () -> RepParser.parse(rep, name));
            assertTrue(refused.getMessage().matches("(?s)" + name + ":[0-9]+:[0-9]+: .*found .*\\..*"), refused.getMessage());
            return;
        }
        RepFile file = RepParser.parse(rep, name);
        assertEquals(file, RepParser.parse(RepWriter.write(file), name + " rewritten"));
        signatures(vector.at("/qt6/signatures")).forEach((type, signature) ->
                assertEquals(signature, RepSignature.of(file, type, Generation.QTRO_2_0), type + " in Qt 6"));
        signatures(vector.at("/qt5/signatures")).forEach((type, signature) ->
                assertEquals(signature, RepSignature.of(file, type, Generation.QTRO_1_3), type + " in Qt 5"));
    }

    private static Map<String, String> signatures(JsonNode recorded) {
        return new ObjectMapper().convertValue(recorded.isMissingNode() ? new ObjectMapper().createObjectNode() : recorded,
                new ObjectMapper().getTypeFactory().constructMapType(Map.class, String.class, String.class));
    }

    private static List<JsonNode> vectors() throws IOException {
        List<JsonNode> vectors = new ArrayList<>();
        try (InputStream lines = RepVectorsTest.class.getResourceAsStream("rep-files.jsonl")) {
            for (String line : new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                vectors.add(new ObjectMapper().readTree(line));
            }
        }
        return vectors;
    }
}
