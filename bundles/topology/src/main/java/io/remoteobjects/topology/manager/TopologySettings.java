package io.remoteobjects.topology.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.remoteobjects.topology.imports.LossPolicy;
import io.remoteobjects.topology.policy.Permission;

/** Reads a configuration. In place of a value that cannot be used stands its default; a filter that cannot be used permits nothing. */
final class TopologySettings {

    private static final String UNREGISTER = "unregister";
    private static final String KEEP = "keep";

    private final List<String> problems = new ArrayList<>();
    private final LossPolicy lossPolicy;
    private final Permission exports;
    private final Permission imports;
    private final int ranking;

    TopologySettings(TopologyConfiguration config) {
        String onLoss = config.onLoss();
        if (!onLoss.equals(KEEP) && !onLoss.equals(UNREGISTER)) {
            wrong("onLoss", onLoss, "Write " + UNREGISTER + " or " + KEEP, UNREGISTER);
        }
        lossPolicy = new LossPolicy(time("suspect.grace", config::suspect_grace), onLoss.equals(KEEP),
                time("replica.linger", config::replica_linger));
        ranking = number("import.ranking", Integer.MIN_VALUE, config::import_ranking).intValue();
        exports = permission("export.filter", config.export_filter());
        imports = permission("import.filter", config.import_filter());
    }

    private Permission permission(String key, String filter) {
        Permission permission = Permission.of(key, filter);
        if (!permission.problem().isEmpty()) {
            problems.add(permission.problem());
        }
        return permission;
    }

    private long time(String key, Supplier<Long> attribute) {
        return number(key, 0, attribute).longValue();
    }

    private Number number(String key, long least, Supplier<? extends Number> attribute) {
        String whatToWrite = "Write a number" + (least == 0 ? " of milliseconds from 0 on" : "") + ", or remove the line";
        Number byDefault = (Number) byDefault(key);
        try {
            Number value = attribute.get();
            if (value.longValue() >= least) {
                return value;
            }
            wrong(key, value, whatToWrite, byDefault);
        } catch (RuntimeException noNumber) {
            wrong(key, "(" + noNumber.getMessage() + ")", whatToWrite, byDefault);
        }
        return byDefault;
    }

    private static Object byDefault(String key) {
        try {
            return TopologyConfiguration.class.getDeclaredMethod(key.replace('.', '_')).getDefaultValue();
        } catch (NoSuchMethodException unknown) {
            throw new IllegalArgumentException("There is no attribute " + key, unknown);
        }
    }

    private void wrong(String key, Object value, String whatToWrite, Object byDefault) {
        problems.add("Configuration " + TopologyManager.PID + ": " + key + "=" + value + " cannot be used. " + whatToWrite
                + ". Meanwhile it is " + byDefault + ".");
    }

    LossPolicy lossPolicy() {
        return lossPolicy;
    }

    /** {@return which services may be exported} */
    Permission exports() {
        return exports;
    }

    /** {@return which endpoints may be imported} */
    Permission imports() {
        return imports;
    }

    /** {@return the service ranking of what is imported} */
    int ranking() {
        return ranking;
    }

    /** {@return what cannot be used, each with key, value and what to write} */
    List<String> problems() {
        return List.copyOf(problems);
    }
}
