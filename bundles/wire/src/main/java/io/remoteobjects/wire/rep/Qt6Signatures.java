package io.remoteobjects.wire.rep;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Qt 6.2 and later: every declared type is hashed by itself, while the file is read from top to bottom. */
final class Qt6Signatures {

    private static final String GLOBAL = "";

    private final Map<String, String> known = new HashMap<>();

    /** {@return the signature of each class by name} */
    Map<String, String> signatures(RepFile file) {
        Map<String, String> signatures = new LinkedHashMap<>();
        for (RepItem item : file.items()) {
            if (item instanceof RepEnum each) {
                known.put(each.name(), enumeration(each));
            } else if (item instanceof RepFlag each) {
                known.put(each.name(), flag(each, GLOBAL));
            } else if (item instanceof RepPod each) {
                pod(each);
            } else if (item instanceof RepClass each) {
                signatures.put(each.name(), type(each));
            }
        }
        return signatures;
    }

    private static String enumeration(RepEnum type) {
        Digest digest = new Digest().add(type.name()).add(type.scoped() ? "class" : "").add(type.underlyingType());
        type.entries().forEach(digest::add);
        return digest.hex();
    }

    private String flag(RepFlag type, String scope) {
        return new Digest().add(type.name()).add(typeData(type.enumName(), scope)).hex();
    }

    private void pod(RepPod pod) {
        // repc keeps the enums of a POD under their plain names
        pod.enums().forEach(each -> known.put(each.name(), enumeration(each)));
        pod.flags().forEach(each -> known.put(pod.name() + "::" + each.name(), flag(each, pod.name())));
        Digest digest = new Digest().add(pod.name());
        pod.fields().forEach(field -> digest.add(field.name()).add(typeData(field.type(), pod.name())));
        known.put(pod.name(), digest.hex());
    }

    private String type(RepClass type) {
        String scope = type.name();
        type.enums().forEach(each -> known.put(scope + "::" + each.name(), enumeration(each)));
        type.members(RepFlag.class).forEach(each -> known.put(scope + "::" + each.name(), flag(each, scope)));
        Digest digest = new Digest().add(scope);
        for (RepMember member : type.members()) {
            if (member instanceof RepProperty property) {
                digest.add(property.name()).add(typeData(property.type(), scope)).add(modifier(property.modifier()));
            } else if (member instanceof RepModel model) {
                String roles = model.roles().stream().sorted().collect(Collectors.joining("_"));
                digest.add(model.name()).add(new Digest().add(roles).hex()).add(modifier(RepProperty.Modifier.READONLY));
            } else if (member instanceof RepChild child) {
                digest.add(child.name()).add(known.getOrDefault(child.className(), ""))
                        .add(modifier(RepProperty.Modifier.READONLY));
            }
        }
        UnaryOperator<String> types = name -> typeData(name, scope);
        type.signals().forEach(each -> function(digest, each.name(), each.parameters(), RepSlot.VOID, types));
        type.slots().forEach(each -> function(digest, each.name(), each.parameters(), each.returnType(), types));
        known.put(scope, digest.hex());
        return known.get(scope);
    }

    private static int modifier(RepProperty.Modifier modifier) {
        return modifier == RepProperty.Modifier.SOURCEONLYSETTER ? RepProperty.Modifier.READONLY.ordinal() : modifier.ordinal();
    }

    /** Adds a signal or slot; the same in both generations but for the types. */
    static void function(Digest digest, String name, List<RepParameter> parameters, String returnType, UnaryOperator<String> types) {
        digest.add(name);
        for (RepParameter each : parameters) {
            digest.add(each.name()).add(types.apply(each.type())).add((each.constant() ? 1 : 0) + (each.reference() ? 2 : 0));
        }
        digest.add(types.apply(returnType));
    }

    private String typeData(String type, String scope) {
        if (type.contains("<")) {
            StringBuilder joined = new StringBuilder();
            for (String part : type.split("[<>,\\s]+")) {
                joined.append(typeData(part, scope));
            }
            return joined.toString();
        }
        if (!scope.isEmpty() && known.containsKey(scope + "::" + type)) {
            return known.get(scope + "::" + type);
        }
        if (known.containsKey(type)) {
            return known.get(type);
        }
        int qualified = type.lastIndexOf("::");
        return qualified > 0 ? typeData(type.substring(qualified + 2), scope) : type;
    }
}
