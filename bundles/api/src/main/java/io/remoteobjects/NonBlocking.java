package io.remoteobjects;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a slot of the annotated Source class (or the annotated method of it) never blocks, takes no lock that others hold for
 * long, and returns within microseconds. Such a slot runs on the connection's event loop, which saves a thread hop. One that
 * blocks after all holds up every object on that loop. Only the annotation on the implementing class counts.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface NonBlocking {

}
