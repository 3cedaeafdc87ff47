package io.remoteobjects.node.contract;

import java.util.HashMap;
import java.util.Map;

import io.remoteobjects.wire.rep.RepClass;
import io.remoteobjects.wire.rep.RepEnum;
import io.remoteobjects.wire.rep.RepFile;
import io.remoteobjects.wire.rep.RepFlag;
import io.remoteobjects.wire.rep.RepItem;
import io.remoteobjects.wire.rep.RepPod;

/** The types that a .rep file declares, as one of its classes sees them. */
final class RepScope {

    private final String className;
    private final Map<String, RepItem> global = new HashMap<>();
    private final Map<String, RepItem> ofClass = new HashMap<>();

    RepScope(RepFile file, RepClass type) {
        className = type.name();
        file.enums().forEach(each -> global.put(each.name(), each));
        file.items(RepFlag.class).forEach(each -> global.put(each.name(), each));
        for (RepPod pod : file.pods()) {
            global.put(pod.name(), pod);
            pod.enums().forEach(each -> global.put(pod.name() + "::" + each.name(), each));
            pod.flags().forEach(each -> global.put(pod.name() + "::" + each.name(), each));
        }
        type.enums().forEach(each -> ofClass.put(each.name(), each));
        type.members(RepFlag.class).forEach(each -> ofClass.put(each.name(), each));
    }

    /**
     * @param name a type name as written
     * @param pod the POD whose field has the type, or null for members of the class
     * @return an enum, flag or POD; null if the file declares none of that name
     */
    RepItem find(String name, String pod) {
        RepItem found = pod == null ? ofClass.get(name) : global.get(pod + "::" + name);
        if (found == null) {
            found = global.get(name);
        }
        if (found == null && name.startsWith(className + "::")) {
            found = ofClass.get(name.substring(className.length() + 2));
        }
        int qualified = name.lastIndexOf("::");
        return found == null && qualified > 0 ? find(name.substring(qualified + 2), pod) : found;
    }

    /** {@return the enum that a flag type combines} */
    RepEnum enumOf(RepFlag flag, String pod) {
        return (RepEnum) find(flag.enumName(), pod);
    }
}
