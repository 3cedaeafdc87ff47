package io.remoteobjects.node.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import io.remoteobjects.wire.Generation;
import org.junit.jupiter.api.Test;

class ContractOfRepTest {

    private final Contract contract = Contract.of(GpsReceiver.class);

    @Test
    void signatureIsThatOfRepc() {
        assertEquals("b097aaee6fddb5b3df8cd24c546742032dd3399a", contract.signature(Generation.QTRO_2_0));
        assertEquals("82543db372fc19c18004fb15235d057dc7050c37", contract.signature(Generation.QTRO_1_3));
    }

    @Test
    void membersAreNumberedAsInTheFile() {
        assertEquals(List.of("latitude", "longitude", "altitude", "quality", "model", "satellites", "position", "enabled"),
                contract.properties().stream().map(PropertyMember::name).toList());
        assertEquals(List.of("latitudeChanged", "longitudeChanged", "altitudeChanged", "qualityChanged", "satellitesChanged",
                "positionChanged", "enabledChanged", "fix", "lost", "sentence"),
                contract.signals().stream().map(SignalMember::name).toList());
        assertEquals(List.of("pushLatitude", "pushLongitude", "reset", "configure", "distanceTo", "currentQuality", "setQualityHint",
                "midpoint"), contract.slots().stream().map(SlotMember::name).toList());
        for (List<? extends Member> members : List.of(contract.properties(), contract.signals(), contract.slots())) {
            for (int i = 0; i < members.size(); i++) {
                assertEquals(i, members.get(i).index());
            }
        }
        assertEquals(List.of(0, 1, 2, 3, -1, 4, 5, 6), contract.properties().stream().map(PropertyMember::notifySignal).toList());
        assertEquals(List.of(0, 1, -1, -1, -1, -1, -1, -1), contract.properties().stream().map(PropertyMember::pushSlot).toList());
    }

    @Test
    void defaultsAreThoseOfTheFile() {
        assertEquals(List.of(0.0, 0.0, 0.0f, GpsReceiver.FixQuality.NoFix, "demo-1", 0, new GeoPoint(0, 0, 0), true),
                contract.properties().stream().map(PropertyMember::defaultValue).toList());
    }

    @Test
    void recordOfArgumentsIsReorderedByName() {
        SignalMember fix = contract.signals().get(7);
        GeoPoint position = new GeoPoint(1, 2, 3);
        GpsReceiver.Fix carried = new GpsReceiver.Fix(GpsReceiver.FixQuality.Fix3D, position);
        assertArrayEquals(new Object[] {position, GpsReceiver.FixQuality.Fix3D}, fix.toArguments().apply(carried));
        assertEquals(carried, fix.fromArguments().apply(fix.toArguments().apply(carried)));
    }

    @Test
    void defaultMethodRunsLocally() throws NoSuchMethodException {
        assertNull(contract.member(GpsReceiver.class.getMethod("latitudeInRadians")));
        assertEquals(contract.properties().get(0), contract.member(GpsReceiver.class.getMethod("latitude")));
        assertEquals(contract.slots().get(2), contract.member(GpsReceiver.class.getMethod("reset")));
    }
}
