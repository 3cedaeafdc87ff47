package io.remoteobjects.node.replica;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;

import io.remoteobjects.LinkException;
import io.remoteobjects.RemoteFailure;

/**
 * Turns what went wrong with a call into what its caller is to see. A class name from the wire is only compared with those that the
 * method declares and a fixed list; nothing is ever loaded by it.
 */
final class CallFailures {

    private static final List<Class<? extends Throwable>> JDK = List.of(RuntimeException.class, IllegalArgumentException.class,
            IllegalStateException.class, UnsupportedOperationException.class, NullPointerException.class, ArithmeticException.class,
            IndexOutOfBoundsException.class, NoSuchElementException.class, NumberFormatException.class, SecurityException.class);

    private final Function<LinkException, RuntimeException> linkFailure;

    CallFailures(Function<LinkException, RuntimeException> linkFailure) {
        this.linkFailure = linkFailure;
    }

    /**
     * @param failure what a call ended with
     * @param method the method called; null for a push
     * @return what its caller sees
     */
    Throwable translate(Throwable failure, Method method) {
        try {
            return translated(failure, method);
        } catch (RuntimeException | LinkageError unfit) {
            unfit.addSuppressed(failure);
            return unfit;
        }
    }

    private Throwable translated(Throwable failure, Method method) {
        if (failure instanceof LinkException link) {
            return linkFailure.apply(link);
        }
        if (failure instanceof RemoteFailure remote) {
            return Stream.concat(method == null ? Stream.empty() : Stream.of(method.getExceptionTypes()), JDK.stream())
                    .filter(type -> type.getName().equals(remote.failureClass()))
                    .findFirst().<Throwable>map(type -> rebuild(type, remote)).orElse(remote);
        }
        return failure;
    }

    private static Throwable rebuild(Class<?> type, RemoteFailure remote) {
        try {
            Constructor<?> constructor = type.getConstructor(String.class);
            Throwable rebuilt = (Throwable) constructor.newInstance(remote.remoteMessage());
            rebuilt.initCause(remote);
            return rebuilt;
        } catch (ReflectiveOperationException | IllegalStateException unfit) {
            return remote;
        }
    }
}
