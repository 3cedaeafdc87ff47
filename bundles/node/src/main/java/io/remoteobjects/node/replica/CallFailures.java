package io.remoteobjects.node.replica;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.DateTimeException;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import io.remoteobjects.LinkException;
import io.remoteobjects.RemoteFailure;
import io.remoteobjects.node.dialect.Failure;

/**
 * Turns what went wrong with a call into what its caller is to see. A class name from the wire is only compared with those that the
 * method declares and fixed lists; nothing is ever loaded by it.
 */
final class CallFailures {

    private static final List<Class<?>> UNCHECKED = List.of(RuntimeException.class, IllegalArgumentException.class,
            IllegalStateException.class, UnsupportedOperationException.class, NullPointerException.class, ArithmeticException.class,
            ClassCastException.class, IndexOutOfBoundsException.class, ArrayIndexOutOfBoundsException.class,
            StringIndexOutOfBoundsException.class, NoSuchElementException.class, NumberFormatException.class, SecurityException.class,
            ConcurrentModificationException.class, CancellationException.class, RejectedExecutionException.class, DateTimeException.class);

    /** What only promises and futures may fail with where the method does not declare it. */
    private static final List<Class<?>> CHECKED =
            List.of(Exception.class, IOException.class, FileNotFoundException.class, TimeoutException.class, InterruptedException.class);

    private final Function<LinkException, RuntimeException> linkFailure;

    CallFailures(Function<LinkException, RuntimeException> linkFailure) {
        this.linkFailure = linkFailure;
    }

    /** What a Source told of its failure, on its way to the caller. */
    static final class Told extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Failure failure;

        Told(Failure failure) {
            super(failure.message(), null, false, false);
            this.failure = failure;
        }
    }

    /**
     * @param failure what a call ended with
     * @param method the method called, which throws it; null for a push
     * @return what its caller sees
     */
    Throwable translate(Throwable failure, Method method) {
        return translate(failure, method, List.of());
    }

    /**
     * @param failure what a call ended with
     * @param method the method called, whose promise or future fails with it; null for a push
     * @return what its caller sees
     */
    Throwable translateLater(Throwable failure, Method method) {
        return translate(failure, method, CHECKED);
    }

    private Throwable translate(Throwable failure, Method method, List<Class<?>> more) {
        try {
            if (failure instanceof LinkException link) {
                return linkFailure.apply(link);
            }
            return failure instanceof Told told ? rebuilt(told.failure, method, more) : failure;
        } catch (RuntimeException | LinkageError unfit) {
            unfit.addSuppressed(failure);
            return unfit;
        }
    }

    private static Throwable rebuilt(Failure told, Method method, List<Class<?>> more) {
        RemoteFailure remote = remote(told);
        List<Class<?>> declared = method == null ? List.of() : List.of(method.getExceptionTypes());
        for (List<Class<?>> known : List.of(declared, UNCHECKED, more)) {
            Class<?> same = named(remote.failureClass(), known);
            if (same != null) {
                return rebuilt(same, remote.remoteMessage(), remote);
            }
        }
        for (String each : told.superclasses()) {
            Class<?> nearest = named(each, declared);
            if (nearest != null) {
                return rebuilt(nearest, remote.getMessage(), remote);
            }
        }
        return remote;
    }

    private static Class<?> named(String name, List<Class<?>> known) {
        return known.stream().filter(each -> each.getName().equals(name)).findFirst().orElse(null);
    }

    private static RemoteFailure remote(Failure told) {
        RemoteFailure failure = new RemoteFailure(Objects.requireNonNullElse(told.failureClass(), ""), told.message());
        RemoteFailure last = failure;
        for (int i = 0; i + 1 < told.causes().size(); i += 2) {
            RemoteFailure cause = new RemoteFailure(Objects.requireNonNullElse(told.causes().get(i), ""), told.causes().get(i + 1));
            last.initCause(cause);
            last = cause;
        }
        return failure;
    }

    /** {@return an exception of a class, caused by what is known of the remote one; that alone if none can be made} */
    private static Throwable rebuilt(Class<?> type, String message, RemoteFailure remote) {
        try {
            Throwable rebuilt = make(type, message, remote);
            if (rebuilt.getCause() == null) {
                explain(rebuilt, remote);
            }
            return rebuilt;
        } catch (ReflectiveOperationException | RuntimeException unfit) {
            return remote;
        }
    }

    private static void explain(Throwable rebuilt, RemoteFailure remote) {
        try {
            rebuilt.initCause(remote);
        } catch (IllegalStateException saidToHaveNone) {
            rebuilt.addSuppressed(remote);
        }
    }

    private static Throwable make(Class<?> type, String message, RemoteFailure cause) throws ReflectiveOperationException {
        try {
            return (Throwable) reachable(type.getConstructor(String.class)).newInstance(message);
        } catch (NoSuchMethodException other) {
            // Then one of those that exceptions usually have.
        }
        try {
            return (Throwable) reachable(type.getConstructor(String.class, Throwable.class)).newInstance(message, cause);
        } catch (NoSuchMethodException other) {
            return (Throwable) reachable(type.getConstructor()).newInstance();
        }
    }

    private static Constructor<?> reachable(Constructor<?> constructor) {
        constructor.trySetAccessible();
        return constructor;
    }
}
