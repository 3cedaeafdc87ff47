package io.remoteobjects;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name on the Qt side of a member, parameter, POD field, enum, enum value or POD where it differs from the Java name. Names are
 * part of the signature.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE, ElementType.FIELD})
public @interface Name {

    /** {@return a name as .rep files write it: a letter or underscore, then letters, digits, underscores} */
    String value();
}
