package io.remoteobjects;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The Qt type of a property, return value, parameter or POD field where the Java type alone does not tell, for example
 * {@code @RepType("quint32")} on a {@code long}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface RepType {

    /** {@return a type name as .rep files write it} */
    String value();
}
