package io.remoteobjects.node.contract;

import static io.remoteobjects.wire.Generation.QTRO_1_3;
import static io.remoteobjects.wire.Generation.QTRO_2_0;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.rep.RepFile;
import io.remoteobjects.wire.rep.RepParser;
import io.remoteobjects.wire.rep.RepSignature;
import io.remoteobjects.wire.rep.RepWriter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final Path REPC = Path.of("/usr/lib/qt6/libexec/repc");

    @Test
    void ofAnInterfaceWithARepFileIsThatOfRepc() {
        assertSignatures(GpsReceiver.class, "b097aaee6fddb5b3df8cd24c546742032dd3399a", "82543db372fc19c18004fb15235d057dc7050c37");
        assertSignatures(Printer.class, "123ccb8a0815b8fc171773c7cd18e9369d1a4f10", "e4dfc0446426251b2f006474b99709963290f93f");
        assertSignatures(AllTypes.class, "897aa3262eae80e3b327aacc6b44347c481888a5", "04cc89754027c06d5e9146c2bf160c65785a8c35");
    }

    private static void assertSignatures(Class<?> type, String qt6, String qt5) {
        Contract contract = Contract.of(type);
        assertEquals(qt6, contract.signature(QTRO_2_0));
        assertEquals(qt5, contract.signature(QTRO_1_3));
    }

    @ParameterizedTest
    @ValueSource(classes = {SortedTypes.class, SortedGps.class})
    void ofASortedInterfaceIsThatOfTheFileItStandsFor(Class<?> type) {
        Contract contract = Contract.of(type);
        RepFile written = RepParser.parse(RepWriter.write(contract.rep()), type.getSimpleName());
        assertEquals(contract.rep(), written);
        for (Generation generation : Generation.values()) {
            assertEquals(RepSignature.of(written, contract.typeName(), generation), contract.signature(generation));
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {SortedTypes.class, SortedGps.class})
    void ofASortedInterfaceIsThatOfRepc(Class<?> type, @TempDir Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(REPC), "Qt 6's repc is not installed at " + REPC);
        Contract contract = Contract.of(type);
        Path rep = Files.writeString(folder.resolve("written.rep"), RepWriter.write(contract.rep()));
        Path header = folder.resolve("written.h");
        Process repc = new ProcessBuilder(REPC.toString(), "-o", "replica", rep.toString(), header.toString()).inheritIO().start();
        assertEquals(0, repc.waitFor());
        String generated = Files.readString(header);
        String mark = "QCLASSINFO_REMOTEOBJECT_SIGNATURE, \"";
        int start = generated.indexOf(mark) + mark.length();
        assertEquals(generated.substring(start, start + 40), contract.signature(QTRO_2_0));
    }
}
