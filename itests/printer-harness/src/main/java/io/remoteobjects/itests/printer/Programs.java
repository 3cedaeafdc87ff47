package io.remoteobjects.itests.printer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs that the harness starts. */
final class Programs {

    static final List<String> NEEDED = List.of("ippeveprinter", "dbus-daemon");

    private Programs() {
    }

    static Optional<Path> find(String name) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
    }

    static Path path(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("There is no " + name + ". Install it; see the harness's README."));
    }
}
