package io.remoteobjects.spi;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.function.Consumer;

import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

import io.remoteobjects.RemoteObject;
import io.remoteobjects.Replica;
import io.remoteobjects.Subscription;

/** Finds the handle behind a service object. */
public final class Handles {

    private Handles() {
    }

    /** What the invocation handler of a replica's proxy implements, so that its handle can be found. */
    public interface Holder extends InvocationHandler {

        /** {@return the handle of the replica the proxy stands for} */
        Replica replica();
    }

    /**
     * @param service a replica's proxy, a handle, or a local Source
     * @return its handle; always valid for a local Source
     */
    public static Replica handleOf(Object service) {
        Objects.requireNonNull(service, "service");
        if (service instanceof Replica handle) {
            return handle;
        }
        if (Proxy.isProxyClass(service.getClass()) && Proxy.getInvocationHandler(service) instanceof Holder holder) {
            return holder.replica();
        }
        return new LocalSource(typeName(service.getClass()));
    }

    private static String typeName(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> face : each.getInterfaces()) {
                RemoteObject mark = face.getAnnotation(RemoteObject.class);
                if (mark != null) {
                    return mark.value().isEmpty() ? face.getSimpleName() : mark.value();
                }
            }
        }
        return "";
    }

    /** The handle of a Source in this very process: there is no link that could fail. */
    private record LocalSource(String type) implements Replica {

        @Override
        public String name() {
            return type;
        }

        @Override
        public State state() {
            return State.VALID;
        }

        @Override
        public Subscription onStateChange(Consumer<? super State> listener) {
            return () -> { };
        }

        @Override
        public Promise<Replica> whenValid() {
            return Promises.resolved(this);
        }
    }
}
