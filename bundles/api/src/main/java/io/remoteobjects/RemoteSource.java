package io.remoteobjects;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Component property type that exports a Declarative Services component as a Source: it sets the service properties
 * {@code remote.source} (the object name) and {@code service.exported.interfaces}. Annotate the component class; the class itself
 * needs no base class and no call to any framework.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RemoteSource {

    /** {@return the object name under which replicas find the Source} */
    String value();

    /** {@return fully qualified names of the interfaces to export; {@code *} means all the service is registered under} */
    String[] service_exported_interfaces() default "*";
}
