package io.remoteobjects.examples.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.remoteobjects.node.contract.Contract;
import io.remoteobjects.node.contract.Member;

/** The .rep file beside the interface, which fixes the order on the wire. */
class PrinterRepTest {

    private static final Path REP = Path.of(System.getProperty("basedir", ""),
            "src/main/resources/io/remoteobjects/examples/printer/Printer.rep");

    @Test
    void interfaceAndFileHaveTheSameMembersInTheOrderOfTheFile() {
        Contract contract = Contract.of(Printer.class);
        assertEquals(List.of("name", "state", "reasons", "inks", "queueLength"), contract.properties().stream().map(Member::name).toList());
        assertEquals(List.of("print", "printOnce", "cancel", "pause", "resume"), contract.slots().stream().map(Member::name).toList());
    }

    @Test
    void repcOfQtReadsTheFile(@TempDir Path folder) throws Exception {
        Process repc = new ProcessBuilder(repc().toString(), "-o", "merged", REP.toString(), folder.resolve("rep_Printer.h").toString())
                .redirectErrorStream(true).start();
        String output = new String(repc.getInputStream().readAllBytes());
        assertEquals(0, repc.waitFor(), output);
    }

    private static Path repc() {
        return Stream.of("/usr/lib/qt6/libexec/repc", "/usr/lib/qt6/repc").map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseGet(PrinterRepTest::skip);
    }

    private static Path skip() {
        String message = "SKIPPED: there is no repc of Qt 6 on this machine. Install the package qt6-remoteobjects-dev to run this test.";
        if ("true".equals(System.getenv("REMOTEOBJECTS_REQUIRE_ALL"))) {
            return fail(message);
        }
        System.err.println(message);
        return abort(message);
    }
}
