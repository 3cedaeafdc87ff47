package io.remoteobjects.rsa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

import io.remoteobjects.node.Node;

class NodeComponentTest {

    @TempDir
    private Path folder;
    private final List<Node> nodes = new ArrayList<>();
    private int unregistered;

    private final ServiceRegistration<?> registration = fake(ServiceRegistration.class, arguments -> {
        unregistered++;
        return null;
    });

    private final BundleContext context = fake(BundleContext.class, arguments -> {
        if (arguments.length == 1) {
            return arguments[0].equals("karaf.data") ? folder.toString() : "id";
        }
        nodes.add((Node) arguments[1]);
        return registration;
    });

    private interface Answer {
        Object to(Object... arguments);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(arguments)));
    }

    private static Map<String, Object> settings(String key, Object value) {
        Map<String, Object> settings = new HashMap<>(Map.of("listen", new String[] {"none"}, "registry", new String[] {"none"}));
        settings.put(key, value);
        return settings;
    }

    @Test
    void nodeIsStartedAnewForItsOwnKeysOnly() throws IOException {
        Map<String, Object> settings = settings("export.filter", "");
        NodeComponent component = new NodeComponent(context, Configurations.with(settings), settings);

        settings = settings("export.filter", "(!(secret=*))");
        component.configure(Configurations.with(settings), settings);
        assertEquals(List.of(1, 0), List.of(nodes.size(), unregistered));

        settings = settings("call.timeout.ms", 300L);
        component.configure(Configurations.with(settings), settings);
        assertEquals(List.of(2, 1), List.of(nodes.size(), unregistered));
        assertEquals(Duration.ofMillis(300), nodes.get(1).callTimeout());
        assertThrows(IllegalStateException.class, () -> nodes.get(0).acquireDynamic("gps", "local:nowhere"));

        component.stop();
        assertEquals(2, unregistered);
    }

    @Test
    void nodeWithAProblemIsStartedAnewWithEveryUpdate() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, Object> settings = settings("listen", new String[] {"tcp://127.0.0.1:" + taken.getLocalPort()});
            NodeComponent component = new NodeComponent(context, Configurations.with(settings), settings);
            assertEquals(1, nodes.get(0).problems().size());

            component.configure(Configurations.with(settings), settings);
            assertEquals(List.of(2, 1), List.of(nodes.size(), nodes.get(1).problems().size()));

            taken.close();
            component.configure(Configurations.with(settings), settings);
            component.configure(Configurations.with(settings), settings);
            assertEquals(List.of(3, 0), List.of(nodes.size(), nodes.get(2).problems().size()));
            component.stop();
        }
    }
}
