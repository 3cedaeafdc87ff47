package io.remoteobjects.rsa;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.remoteobjects.node.Node;
import io.remoteobjects.node.NodeBuilder;
import io.remoteobjects.node.PropertyRules;
import io.remoteobjects.wire.Limits;

/**
 * Turns a configuration into the makings of a node. What cannot be used is told of and does not take the rest with it: a wrong address is
 * left out, and in place of a wrong number or word stands the default.
 */
final class NodeSettings {

    private static final String NONE = "none";

    private final NodeConfiguration config;
    private final Defaults defaults;
    private final NodeBuilder builder = Node.create().tolerant();

    private NodeSettings(NodeConfiguration config, Defaults defaults) {
        this.config = config;
        this.defaults = defaults;
    }

    /**
     * @param config what is configured
     * @param nodeId the id of the node
     * @param defaults the addresses where none is configured
     * @return the node's makings
     */
    static NodeSettings of(NodeConfiguration config, String nodeId, Defaults defaults) {
        NodeSettings settings = new NodeSettings(config, defaults);
        settings.builder.id(nodeId);
        settings.readAddresses();
        settings.readTimes();
        settings.readLimits();
        return settings;
    }

    NodeBuilder builder() {
        return builder;
    }

    private void readAddresses() {
        addresses("listen", config.listen(), defaults.socket(), builder::listen);
        addresses("registry", config.registry(), defaults.registry(), builder::registry);
        addresses("connect", config.connect(), NONE, builder::connect);
        if (!config.advertise().isBlank()) {
            address("advertise", config.advertise(), builder::advertise);
        }
        switch (config.registry_host()) {
            case "auto" -> builder.hostRegistryIfNobodyDoes();
            case "true" -> builder.hostRegistry();
            case "false" -> { }
            default -> {
                wrong("registry.host", config.registry_host(), "Write auto, true or false. Meanwhile it is auto.");
                builder.hostRegistryIfNobodyDoes();
            }
        }
    }

    private void addresses(String key, String[] configured, String otherwise, Consumer<String> use) {
        List<String> urls = PropertyRules.elements(configured);
        for (String url : urls.isEmpty() ? List.of(otherwise) : urls) {
            if (!url.equals(NONE)) {
                address(key, url, use);
            }
        }
    }

    private void address(String key, String url, Consumer<String> use) {
        try {
            use.accept(url);
        } catch (IllegalArgumentException unknown) {
            wrong(key, url, unknown.getMessage());
        }
    }

    private void readTimes() {
        long shortest = atLeast(1, "reconnect.min.ms", config::reconnect_min_ms);
        long longest = atLeast(shortest, "reconnect.max.ms", config::reconnect_max_ms);
        builder.heartbeat(Duration.ofMillis(atLeast(0, "heartbeat.ms", config::heartbeat_ms)))
                .reconnect(Duration.ofMillis(shortest), Duration.ofMillis(longest))
                .connectTimeout(Duration.ofMillis(between(1, Integer.MAX_VALUE, "connect.timeout.ms", config::connect_timeout_ms)))
                .callTimeout(Duration.ofMillis(atLeast(1, "call.timeout.ms", config::call_timeout_ms)));
    }

    private void readLimits() {
        int frame = (int) between(22, Integer.MAX_VALUE, "limits.frame.bytes", config::limits_frame_bytes);
        long conflate = atLeast(0, "limits.conflate.bytes", config::limits_conflate_bytes);
        int elements = (int) between(1, Integer.MAX_VALUE, "limits.elements", config::limits_elements);
        int depth = (int) between(1, Integer.MAX_VALUE, "limits.depth", config::limits_depth);
        builder.limits(new Limits(frame, elements, depth))
                .outboundLimits(conflate, atLeast(conflate, "limits.backlog.bytes", config::limits_backlog_bytes))
                .ioThreads((int) between(1, 64, "io.threads", config::io_threads));
    }

    private long atLeast(long least, String key, Supplier<? extends Number> attribute) {
        return between(least, Long.MAX_VALUE, key, attribute);
    }

    private long between(long least, long most, String key, Supplier<? extends Number> attribute) {
        long byDefault = Math.max(least, byDefault(key));
        String whatToWrite = "Write a number " + (most == Long.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most)
                + ", or remove the line for the default. Meanwhile it is " + byDefault + ".";
        try {
            long value = attribute.get().longValue();
            if (value >= least && value <= most) {
                return value;
            }
            wrong(key, value, whatToWrite);
        } catch (RuntimeException noNumber) {
            wrong(key, "(" + noNumber.getMessage() + ")", whatToWrite);
        }
        return byDefault;
    }

    private static long byDefault(String key) {
        try {
            return ((Number) NodeConfiguration.class.getDeclaredMethod(key.replace('.', '_')).getDefaultValue()).longValue();
        } catch (NoSuchMethodException unknown) {
            throw new IllegalArgumentException("There is no attribute " + key, unknown);
        }
    }

    private void wrong(String key, Object value, String whatToWrite) {
        builder.problem("Configuration " + NodeComponent.PID + ": " + key + "=" + value + " cannot be used. " + whatToWrite);
    }
}
