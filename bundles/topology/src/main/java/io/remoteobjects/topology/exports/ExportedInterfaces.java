package io.remoteobjects.topology.exports;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.remoteserviceadmin.RemoteConstants;

/** Where Aries' Remote Service Admin 1.16 finds the interfaces of a service, and where it does not. */
final class ExportedInterfaces {

    private static final String ALL = "*";

    private ExportedInterfaces() {
    }

    /**
     * "*" means all interfaces of a service; that Remote Service Admin takes it for all its names, and fails on those of classes.
     *
     * @param service to be exported
     * @param properties its properties, with the additions
     * @param additions what is added to its properties for the export
     * @return the additions, with the interfaces named where the service has names of classes as well
     */
    static Map<String, Object> withoutClasses(ServiceReference<?> service, Map<String, Object> properties, Map<String, Object> additions) {
        Object exported = properties.get(RemoteConstants.SERVICE_EXPORTED_INTERFACES);
        String[] names = (String[]) properties.get(Constants.OBJECTCLASS);
        boolean all = ALL.equals(exported) || exported instanceof String[] several && several.length == 1 && ALL.equals(several[0]);
        String[] interfaces = all ? Arrays.stream(names).filter(each -> !isClass(service.getBundle(), each)).toArray(String[]::new) : names;
        if (interfaces.length == names.length || interfaces.length == 0) {
            return additions;
        }
        Map<String, Object> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(additions);
        more.put(RemoteConstants.SERVICE_EXPORTED_INTERFACES, interfaces);
        return more;
    }

    private static boolean isClass(Bundle owner, String name) {
        try {
            return owner != null && !owner.loadClass(name).isInterface();
        } catch (ClassNotFoundException | LinkageError | IllegalStateException unknown) {
            return false;
        }
    }

    /** {@return what to tell of a failed export} */
    static String explain(Throwable failure) {
        if (failure.getMessage() == null || failure instanceof Error) {
            return failure.toString();
        }
        if (failure instanceof ClassNotFoundException) {
            return failure.getMessage() + ". Interfaces are found if the class of the service object, or one that it extends, names them"
                    + " after \"implements\"; not if they are those that another interface extends, and no class is one. Let the class name"
                    + " it, or export others: service.exported.interfaces.";
        }
        return failure.getMessage();
    }
}
