package io.remoteobjects.rsa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IntentsTest {

    static Stream<Arguments> services() {
        return Stream.of(
                Arguments.of(true, Map.of()),
                Arguments.of(true, Map.of("service.exported.intents", "osgi.basic")),
                Arguments.of(true, Map.of("service.exported.intents", new String[] {"osgi.basic", "osgi.async"})),
                Arguments.of(true, Map.of("service.exported.intents.extra", List.of("osgi.async"))),
                Arguments.of(false, Map.of("service.exported.intents", "osgi.confidential")),
                Arguments.of(false, Map.of("service.exported.intents", new String[] {"osgi.basic", "acme.unknown"})),
                Arguments.of(false, Map.of("service.exported.intents.extra", List.of("osgi.private"))));
    }

    @ParameterizedTest
    @MethodSource("services")
    void onlyWhatIsKeptIsPromised(boolean kept, Map<String, Object> service) {
        assertEquals(kept, Intents.areKept(service));
    }
}
