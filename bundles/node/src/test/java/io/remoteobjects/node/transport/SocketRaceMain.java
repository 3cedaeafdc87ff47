package io.remoteobjects.node.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireInput;

/** One of many processes that race for a socket: {@code go} tries to listen on it, {@code leave} gives it up. */
final class SocketRaceMain {

    private SocketRaceMain() {
    }

    /** @param args the address */
    public static void main(String[] args) throws IOException {
        Transports transports = new Transports(Transports.startLoops("race", 1), Limits.DEFAULT, OutboundLimits.DEFAULT);
        Address address = Address.parse(args[0]);
        Listener listener = null;
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in));
        System.out.println("ready");
        for (String command = commands.readLine(); command != null; command = commands.readLine()) {
            if (command.equals("go")) {
                try {
                    listener = transports.listen(address, Generation.QTRO_2_0, Silent::new);
                    System.out.println("won");
                } catch (SocketInUseException inUse) {
                    System.out.println("lost");
                } catch (IOException | RuntimeException failed) {
                    System.out.println("failed " + failed);
                }
            } else if (listener != null) {
                listener.close();
                listener = null;
                System.out.println("left");
            } else {
                System.out.println("left");
            }
        }
        System.exit(0);
    }

    /** Does nothing. */
    static final class Silent implements LinkHandler {

        @Override
        public void opened(Link link) {
        }

        @Override
        public void frame(Link link, WireInput frame) {
        }

        @Override
        public void closed(Link link, String reason) {
        }
    }
}
