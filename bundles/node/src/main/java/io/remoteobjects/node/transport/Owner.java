package io.remoteobjects.node.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who this process runs as, as the file system names owners. */
final class Owner {

    private Owner() {
    }

    static String ofThisProcess() throws IOException {
        Path self = Path.of("/proc/self");
        // user.name can be overridden on the command line and is not what the kernel goes by.
        return Files.exists(self) ? Files.getOwner(self).getName() : System.getProperty("user.name");
    }
}
