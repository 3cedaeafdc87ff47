package io.remoteobjects.node.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.remoteobjects.Replica;
import io.remoteobjects.node.Node;
import io.remoteobjects.node.harness.LocalNames;

/** Every form of value of {@link BasicTypes} arrives at a plain service as what it was, and so does what comes back. */
@Timeout(180)
class PlainTypesTest {

    private static Node host;
    private static Node node;
    private static BasicTypes replica;
    private static volatile Object taken;

    @BeforeAll
    static void start() throws Exception {
        host = Node.create().listen(LocalNames.url()).start();
        BasicTypes service = (BasicTypes) Proxy.newProxyInstance(BasicTypes.class.getClassLoader(), new Class<?>[] {BasicTypes.class},
                (proxy, method, arguments) -> {
                    taken = arguments[0];
                    return arguments[0];
                });
        host.enableRemoting("types", service, BasicTypes.class);
        node = Node.create().connect(host.addresses().get(0)).start();
        replica = node.acquire(BasicTypes.class, "types");
        Replica.of(replica).whenValid().timeout(20_000).getValue();
    }

    @AfterAll
    static void stop() {
        node.close();
        host.close();
    }

    static Stream<Method> methods() {
        return Arrays.stream(BasicTypes.class.getMethods()).sorted(Comparator.comparing(Method::toGenericString));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void arrivesAsWhatItWas(Method method) throws Exception {
        for (Object sample : Samples.of(method.getGenericParameterTypes()[0])) {
            Object back = method.invoke(replica, sample);
            assertEquals("", Same.difference(sample, taken), "at the service");
            assertEquals("", Same.difference(sample, back), "at the caller");
        }
    }
}
