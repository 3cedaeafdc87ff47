package io.remoteobjects.mdns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Which interfaces are used. */
class InterfacesTest {

    @Test
    void loopbackIsUsedIfItIsNamedAndOnlyThen() throws Exception {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");

        assertEquals(Set.of(loopback), new Interfaces("127.0.0.1").addresses());
        assertEquals(Set.of(loopback), new Interfaces(NetworkInterface.getByInetAddress(loopback).getName()).addresses());
        assertTrue(new Interfaces().addresses().stream().noneMatch(InetAddress::isLoopbackAddress));
    }

    @Test
    void whatIsNotThereIsNotUsed() {
        assertEquals(Set.of(), new Interfaces("192.0.2.254", "nosuch0, 203.0.113.1").addresses());
    }
}
