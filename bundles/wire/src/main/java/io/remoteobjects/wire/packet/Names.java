package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireOutput;
import java.util.function.Consumer;

/** What packets have in common: an object name in front. */
final class Names {

    private Names() {
    }

    /** Writes a packet that is nothing but a name. */
    static void frame(WireOutput out, int id, String name) {
        out.frame(id, body -> body.writeString(name));
    }

    /** Writes a received packet again. */
    static void frame(WireOutput out, int id, View name, Consumer<WireOutput> rest) {
        out.frame(id, body -> {
            body.writeI32(name.length());
            body.writeRaw(name);
            rest.accept(body);
        });
    }
}
