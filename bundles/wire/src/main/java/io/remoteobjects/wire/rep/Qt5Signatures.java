package io.remoteobjects.wire.rep;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Qt 5.12 to 5.15: types enter as plain text, and templates as they are written. */
final class Qt5Signatures {

    private final Map<String, String> known = new HashMap<>();

    /** {@return the signature of each class by name} */
    Map<String, String> signatures(RepFile file) {
        file.enums().forEach(this::enumeration);
        for (RepPod pod : file.pods()) {
            Digest digest = new Digest().add(pod.name());
            pod.fields().forEach(field -> digest.add(field.name()).add(typeData(field.type())));
            known.put(pod.name(), digest.plain());
        }
        Map<String, String> signatures = new LinkedHashMap<>();
        file.classes().forEach(each -> signatures.put(each.name(), type(each)));
        return signatures;
    }

    private void enumeration(RepEnum type) {
        Digest digest = new Digest().add(type.name());
        type.entries().forEach(digest::add);
        known.put(type.name(), digest.plain());
    }

    private String type(RepClass type) {
        // repc never takes the enums of a class out of its table: later classes see them as well
        type.enums().forEach(this::enumeration);
        Digest digest = new Digest().add(type.name());
        for (RepMember member : type.members()) {
            if (member instanceof RepProperty property) {
                property(digest, property.name(), property.type(), property.modifier());
            } else if (member instanceof RepModel model) {
                property(digest, model.name(), "QAbstractItemModel", RepProperty.Modifier.SOURCEONLYSETTER);
            } else if (member instanceof RepChild child) {
                property(digest, child.name(), child.className(), RepProperty.Modifier.SOURCEONLYSETTER);
            }
        }
        UnaryOperator<String> types = this::typeData;
        type.signals().forEach(each -> Qt6Signatures.function(digest, each.name(), each.parameters(), RepSlot.VOID, types));
        type.slots().forEach(each -> Qt6Signatures.function(digest, each.name(), each.parameters(), each.returnType(), types));
        return digest.hex();
    }

    private void property(Digest digest, String name, String type, RepProperty.Modifier modifier) {
        digest.add(name).add(typeData(type)).add(modifier.ordinal());
    }

    private String typeData(String type) {
        if (known.containsKey(type)) {
            return known.get(type);
        }
        int qualified = type.lastIndexOf("::");
        return qualified > 0 ? typeData(type.substring(qualified + 2)) : type;
    }
}
