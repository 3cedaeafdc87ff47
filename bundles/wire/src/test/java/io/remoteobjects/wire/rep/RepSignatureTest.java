package io.remoteobjects.wire.rep;

import static io.remoteobjects.wire.Generation.QTRO_1_3;
import static io.remoteobjects.wire.Generation.QTRO_2_0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import io.remoteobjects.wire.Generation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepSignatureTest {

    @ParameterizedTest
    @CsvSource({
        "interop.rep,  GpsReceiver, QTRO_2_0, b097aaee6fddb5b3df8cd24c546742032dd3399a",
        "interop.rep,  GpsReceiver, QTRO_1_3, 82543db372fc19c18004fb15235d057dc7050c37",
        "interop.rep,  Printer,     QTRO_2_0, 123ccb8a0815b8fc171773c7cd18e9369d1a4f10",
        "interop.rep,  Printer,     QTRO_1_3, e4dfc0446426251b2f006474b99709963290f93f",
        "interop.rep,  AllTypes,    QTRO_2_0, 897aa3262eae80e3b327aacc6b44347c481888a5",
        "interop.rep,  AllTypes,    QTRO_1_3, 04cc89754027c06d5e9146c2bf160c65785a8c35",
        "interop.rep,  Station,     QTRO_2_0, d01dd218560494ece831a7659d377e92ff1f8975",
        "interop.rep,  Station,     QTRO_1_3, 3c778104485b3eb1cbf4eeb3b01f66bc592e3ca6",
        "interop6.rep, Modern,      QTRO_2_0, 25eb94a8d96c7b606f22e33c848ceee30b26a8f6"})
    void equalsWhatRepcComputed(String file, String type, Generation generation, String signature) throws IOException {
        assertEquals(signature, RepSignature.of(read(file), type, generation));
    }

    @Test
    void isTheHashOfNameAndMembers() {
        // SHA-1 of 46 6f 6f 78 69 6e 74 02 00 00 00
        assertEquals("cb5309f305776473e4c5355eeaf05d718b6517c9",
                RepSignature.of(RepParser.parse("class Foo { PROP(int x) }", "foo"), "Foo", QTRO_2_0));
    }

    @Test
    void ignoresDefaultsAndPersistence() {
        RepFile plain = RepParser.parse("class Foo { PROP(int x READONLY) }", "plain");
        RepFile adorned = RepParser.parse("class Foo { PROP(int x=5 READONLY, PERSISTED) }", "adorned");
        for (Generation generation : Generation.values()) {
            assertEquals(RepSignature.of(plain, "Foo", generation), RepSignature.of(adorned, "Foo", generation));
        }
    }

    @Test
    void ofUnknownClassNamesThoseThatExist() throws IOException {
        RepFile file = read("interop.rep");
        Exception refused = assertThrows(IllegalArgumentException.class, () -> RepSignature.of(file, "Gps", QTRO_1_3));
        assertTrue(refused.getMessage().contains("GpsReceiver"), refused.getMessage());
    }

    private static RepFile read(String name) throws IOException {
        try (InputStream file = RepSignatureTest.class.getResourceAsStream(name)) {
            return RepParser.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8), name);
        }
    }
}
