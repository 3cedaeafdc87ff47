package io.remoteobjects.mdns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** Which address is told where. */
class AnnouncedTest {

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    @Test
    void aNetworkAddressIsToldEverywhere() throws Exception {
        Announced announced = new Announced(Optional.of("tcp://10.0.0.7:1"), List.of("local:hall", "tcp://10.0.0.7:1"));

        assertEquals(Optional.of("tcp://10.0.0.7:1"), announced.by(address("10.0.0.7")));
        assertEquals(Optional.of("tcp://10.0.0.7:1"), announced.by(address("192.168.0.1")));
    }

    @Test
    void allInterfacesAreToldEachByItsOwnAddress() throws Exception {
        Announced announced = new Announced(Optional.empty(), List.of("local:hall", "tcp://0.0.0.0:1"));

        assertEquals(Optional.of("tcp://10.0.0.7:1"), announced.by(address("10.0.0.7")));
        assertEquals(Optional.of("tcp://[fd00:0:0:0:0:0:0:7]:1"), announced.by(address("fd00::7")));
    }

    @Test
    void loopbackIsToldOnLoopbackOnly() throws Exception {
        Announced announced = new Announced(Optional.of("tcp://127.0.0.1:1"), List.of("tcp://127.0.0.1:1"));

        assertEquals(Optional.empty(), announced.by(address("10.0.0.7")));
        assertEquals(Optional.of("tcp://127.0.0.1:1"), announced.by(address("127.0.0.1")));
    }

    @Test
    void localSocketsAreToldNowhere() throws Exception {
        Announced announced = new Announced(Optional.empty(), List.of("local:hall"));

        assertFalse(announced.isAny());
        assertEquals(Optional.empty(), announced.by(address("10.0.0.7")));
        assertTrue(new Announced(Optional.empty(), List.of("tcp://[::]:1")).isAny());
    }
}
