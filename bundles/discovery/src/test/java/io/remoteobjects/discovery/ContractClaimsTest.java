package io.remoteobjects.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.remoteobjects.discovery.ContractClaims.Claim;

/** Which interface stands for which type. */
class ContractClaimsTest {

    private final ContractClaims claims = new ContractClaims();

    @Test
    void aClaimIsReadFromTheAttributesOfACapability() {
        assertEquals(new Claim("org.acme.Gps", "Gps"), Claim.of(Map.of("interface", "org.acme.Gps", "type", "Gps")));
        assertNull(Claim.of(Map.of("interface", "org.acme.Gps")));
        assertNull(Claim.of(Map.of()));
    }

    @Test
    void twoVersionsOfABundleClaimAnInterfaceOnce() {
        claims.put(1, List.of(new Claim("org.acme.Gps", "Gps")));
        claims.put(2, List.of(new Claim("org.acme.Gps", "Gps"), new Claim("org.acme.Other", "Gps")));
        assertEquals(Set.of("org.acme.Gps", "org.acme.Other"), claims.interfacesOf("Gps"));

        claims.remove(2);
        assertEquals(Set.of("org.acme.Gps"), claims.interfacesOf("Gps"));
        assertEquals(Set.of(), claims.interfacesOf("Lamp"));
    }
}
