package io.remoteobjects;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.osgi.annotation.bundle.Capability;

/**
 * Marks an interface as a remote object: its {@link Property} and {@link Signal} accessors become Qt properties and signals, its
 * other methods slots. The order on the wire is that of the resource {@code <Interface>.rep} beside the class where there is one,
 * otherwise the members sorted by name and descriptor.
 *
 * <p>The bundle that holds the interface provides the capability {@code io.remoteobjects.contract} (attributes {@code interface}
 * and {@code type}), which maps a QtRO type name to the interface without loading classes, and {@code osgi.service}, so that the
 * bundle and feature of a consumer resolve although the service will only ever come from another container.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"${@class}\"", effective = "active")
@Capability(namespace = "io.remoteobjects.contract",
        attribute = {"interface=\"${@class}\"", "type=\"${if;${#value};${#value};${@class-short}}\""})
public @interface RemoteObject {

    /** {@return the QtRO type name; empty means the simple name of the interface} */
    String value() default "";
}
