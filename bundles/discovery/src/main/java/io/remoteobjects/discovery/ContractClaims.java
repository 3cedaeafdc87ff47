package io.remoteobjects.discovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Which interfaces of this container claim which QtRO types. Confined to one thread. */
final class ContractClaims {

    private final Map<Long, List<Claim>> byBundle = new LinkedHashMap<>();

    /**
     * An interface claims to be a type.
     *
     * @param interfaceName the interface's class name
     * @param typeName the QtRO type name
     */
    record Claim(String interfaceName, String typeName) {

        /** {@return a claim from the attributes of a capability {@code io.remoteobjects.contract}; null if they are not complete} */
        static Claim of(Map<String, Object> attributes) {
            String interfaceName = Objects.toString(attributes.get("interface"), "");
            String typeName = Objects.toString(attributes.get("type"), "");
            return interfaceName.isEmpty() || typeName.isEmpty() ? null : new Claim(interfaceName, typeName);
        }
    }

    void put(long bundleId, List<Claim> claims) {
        byBundle.put(bundleId, new ArrayList<>(claims));
    }

    void remove(long bundleId) {
        byBundle.remove(bundleId);
    }

    /** {@return the names of the interfaces that claim a type, each once} */
    Set<String> interfacesOf(String typeName) {
        Set<String> interfaces = new TreeSet<>();
        byBundle.values().forEach(claims -> claims.stream().filter(each -> each.typeName.equals(typeName))
                .forEach(each -> interfaces.add(each.interfaceName)));
        return interfaces;
    }
}
