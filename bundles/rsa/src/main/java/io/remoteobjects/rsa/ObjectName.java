package io.remoteobjects.rsa;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import io.remoteobjects.RemoteObject;

/** Chooses the name under which a service is shared. */
final class ObjectName {

    private ObjectName() {
    }

    /**
     * @param service its properties
     * @param interfaces what it is exported by
     * @param unique tells it from all other services of all containers
     * @return the name it asks for; else the QtRO type of the first marked interface, as in Qt; else interface and ids
     */
    static String of(Map<String, Object> service, Class<?>[] interfaces, String unique) {
        return text(service, Endpoints.SOURCE)
                .or(() -> text(service, Endpoints.NAME))
                .or(() -> Arrays.stream(interfaces).filter(each -> each.isAnnotationPresent(RemoteObject.class)).findFirst()
                        .map(ObjectName::type))
                .orElseGet(() -> interfaces[0].getName() + "/" + unique);
    }

    private static Optional<String> text(Map<String, Object> service, String key) {
        return Optional.ofNullable((String) service.get(key)).filter(text -> !text.isBlank());
    }

    private static String type(Class<?> marked) {
        String type = marked.getAnnotation(RemoteObject.class).value();
        return type.isEmpty() ? marked.getSimpleName() : type;
    }
}
