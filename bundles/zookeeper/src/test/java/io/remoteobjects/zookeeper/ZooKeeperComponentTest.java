package io.remoteobjects.zookeeper;

import java.lang.reflect.Proxy;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;

import io.remoteobjects.discovery.Discovery;
import io.remoteobjects.node.Node;

class ZooKeeperComponentTest {

    @Test
    void addressOfNoUseToOthersIsToldByAThreadThatNobodyWaitsFor() throws Exception {
        try (Node node = Node.create().listen("tcp://localhost:0").start(); CapturedLog log = new CapturedLog()) {
            ZooKeeperComponent component = new ZooKeeperComponent(fake(BundleContext.class),
                    Configured.with(Map.of("servers", new String[] {"127.0.0.1:1"})), fake(Discovery.class), node);

            log.await("[remoteobjects-zookeeper-address] WARN " + ZooKeeperComponent.class.getName() + " - ZooKeeper is told "
                    + node.networkAddress().orElseThrow());
            component.stop();
        }
    }

    /** {@return what answers every question with another fake, and does nothing} */
    private static <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) ->
                method.getReturnType() == String.class ? "here"
                        : method.getReturnType().isInterface() ? fake(method.getReturnType()) : null));
    }
}
