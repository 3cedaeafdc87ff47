package io.remoteobjects.examples.gps.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.remoteobjects.examples.gps.Fix;
import io.remoteobjects.examples.gps.FixLost;

@Timeout(180)
class DeviceTest {

    private final FakeDevice device = new FakeDevice();
    private NmeaGps gps;

    @AfterEach
    void stop() throws Exception {
        gps.stop();
        device.close();
    }

    @Test
    void fixIsLostWithTheConnectionAndComesBackWithIt() throws Exception {
        gps = reading(device.url(), 10);
        Observed<Fix> fixes = Observed.changesOf(gps.fix());
        Observed<FixLost> losses = Observed.of(gps.fixLost());
        gps.start();

        device.accept();
        device.send(Nmea.fix("120000.00"));
        Fix first = fixes.next();
        assertTrue(first.isCurrent());
        device.disconnect();
        assertEquals(first.lost(), fixes.next());
        assertEquals(new FixLost("the device closed the connection", 0), losses.next());

        device.accept();
        device.send(Nmea.fix("120005.00"));
        assertTrue(fixes.next().isCurrent());
    }

    @Test
    void deviceThatFallsSilentIsConnectedAnew() throws Exception {
        gps = reading(device.url(), 3);
        Observed<FixLost> losses = Observed.of(gps.fixLost());
        gps.start();
        device.accept();
        device.send(Nmea.fix("120000.00"));
        assertEquals(new FixLost("the device is silent", 0), losses.next());
        device.accept();
    }

    @Test
    void sentenceCutIntoSinglePacketsIsWhole() throws Exception {
        gps = reading(device.url(), 10);
        Observed<Fix> fixes = Observed.changesOf(gps.fix());
        gps.start();
        device.accept();
        for (char c : Nmea.fix("120000.00").toCharArray()) {
            device.send(String.valueOf(c));
        }
        assertTrue(fixes.next().isCurrent());
        assertEquals(0, gps.damaged());
    }

    @Test
    void gpsdIsAskedForRawSentences() throws Exception {
        gps = reading("gpsd://127.0.0.1:" + device.port(), 10);
        Observed<Fix> fixes = Observed.changesOf(gps.fix());
        gps.start();
        device.accept();
        StringBuilder command = new StringBuilder();
        for (int c = device.read(); c != '\n'; c = device.read()) {
            command.append((char) c);
        }
        assertEquals("?WATCH={\"enable\":true,\"nmea\":true};", command.toString());
        device.send("{\"class\":\"WATCH\",\"enable\":true,\"nmea\":true}\r\n" + Nmea.fix("120000.00"));
        assertTrue(fixes.next().isCurrent());
        assertEquals(0, gps.damaged());
    }

    @Test
    void stopClosesTheSocketAndEndsTheThreadWhileItReads() throws Exception {
        gps = reading(device.url(), 3600);
        gps.start();
        device.accept();
        gps.stop();
        assertEquals(-1, device.read());
        assertTrue(noThreadIsLeft());
    }

    @Test
    void stopEndsTheThreadWhileItConnects() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> waiting = fill(full);
            gps = reading("tcp://127.0.0.1:" + full.getLocalPort(), 3600);
            gps.start();
            gps.stop();
            assertTrue(noThreadIsLeft());
            for (Socket each : waiting) {
                each.close();
            }
        }
    }

    /** Fills the server's backlog, so that the next to connect waits. */
    private static List<Socket> fill(ServerSocket server) throws Exception {
        List<Socket> waiting = new ArrayList<>();
        while (true) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 200);
            } catch (SocketTimeoutException full) {
                return waiting;
            }
        }
    }

    private static NmeaGps reading(String url, int timeoutSeconds) {
        return new NmeaGps(new GpsSettings(NmeaInput.of(url, Duration.ofSeconds(timeoutSeconds)), 1, true, 10, Duration.ofMillis(50)));
    }

    private static boolean noThreadIsLeft() {
        return Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("gps-source"));
    }
}
