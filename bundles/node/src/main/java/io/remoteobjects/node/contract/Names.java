package io.remoteobjects.node.contract;

import java.lang.reflect.AnnotatedElement;
import java.util.regex.Pattern;

import io.remoteobjects.Name;
import io.remoteobjects.RepType;

/** Names and types that annotations give, or else Java does. */
final class Names {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Names() {
    }

    /** {@return the name on the Qt side of a member, parameter, field or enum value} */
    static String of(AnnotatedElement element, String javaName, String where) {
        return checked(element, javaName, where, 1);
    }

    /** {@return the name on the Qt side of a class or POD, for which repc wants two characters} */
    static String ofType(AnnotatedElement element, String javaName, String where) {
        return checked(element, javaName, where, 2);
    }

    private static String checked(AnnotatedElement element, String javaName, String where, int shortest) {
        Name given = element.getAnnotation(Name.class);
        String name = given == null ? javaName : given.value();
        requireName(name, where, shortest);
        return name;
    }

    /** {@return a name that can stand in a .rep file, for one of a plain service, which nobody writes there} */
    static String plain(String javaName) {
        return javaName.replaceAll("[^A-Za-z0-9_]", "_");
    }

    static void requireName(String name, String where, int shortest) {
        if (!NAME.matcher(name).matches() || name.length() < shortest) {
            throw new ContractException("The name '" + name + "' of " + where + " cannot stand in a .rep file. Give it a name of at least "
                    + shortest + (shortest == 1 ? " character" : " characters") + ", letters, digits and underscores, with @Name.");
        }
    }

    /** {@return what {@code @RepType} says, or null} */
    static String repType(AnnotatedElement element) {
        RepType type = element.getAnnotation(RepType.class);
        return type == null ? null : type.value();
    }
}
