package io.remoteobjects.zookeeper;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

import io.remoteobjects.itests.zookeeper.ZooKeeperServer;

/** Configurations as Declarative Services hands them over. */
final class Configured {

    /** Not longer than tests like to wait for its end, and longer than a busy machine stops for. */
    static final int SESSION_MILLIS = 8 * ZooKeeperServer.TICK_MILLIS;

    private Configured() {
    }

    /** {@return a configuration with some values; all others have their defaults} */
    static ZooKeeperConfiguration with(Map<String, Object> values) {
        Class<?>[] type = {ZooKeeperConfiguration.class};
        return (ZooKeeperConfiguration) Proxy.newProxyInstance(type[0].getClassLoader(), type,
                (proxy, method, arguments) -> values.getOrDefault(key(method), method.getDefaultValue()));
    }

    /** {@return what is for a server, with a short session} */
    static Settings settings(String servers, String path) {
        return Settings.of(with(Map.of("servers", new String[] {servers}, "path", path, "session.timeout.ms",
                SESSION_MILLIS)));
    }

    /** {@return the key of an attribute, by the rules of component property types} */
    static String key(Method attribute) {
        return attribute.getName().replace('_', '.');
    }
}
