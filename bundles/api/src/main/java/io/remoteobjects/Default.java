package io.remoteobjects;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value a replica's property holds in state {@link Replica.State#DEFAULT}, as in a .rep file. Not part of the signature.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Default {

    /** {@return a literal: a number, {@code true}, {@code false}, a text in double quotes, or the name of an enum value} */
    String value();
}
