package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireOutput;
import java.util.function.Consumer;

/** What packets have in common: an object name in front. */
final class Names {

    private Names() {
    }

    static void write(WireOutput out, View name) {
        out.writeI32(name.length());
        out.writeRaw(name);
    }

    /** Writes the frame of a packet that is nothing but a name. */
    static void frame(WireOutput out, int id, String name) {
        out.frame(id, body -> body.writeString(name));
    }

    static void frame(WireOutput out, int id, View name, Consumer<WireOutput> rest) {
        out.frame(id, body -> {
            write(body, name);
            rest.accept(body);
        });
    }
}
