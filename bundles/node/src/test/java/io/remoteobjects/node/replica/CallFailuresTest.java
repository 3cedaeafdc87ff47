package io.remoteobjects.node.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;

import io.remoteobjects.LinkException;
import io.remoteobjects.LinkException.Delivery;
import io.remoteobjects.RemoteFailure;
import io.remoteobjects.node.dialect.Failure;

/** What a caller sees of an exception that was thrown elsewhere. */
class CallFailuresTest {

    /** Can be made of a message and a cause only. */
    static class Pair extends Exception {
        private static final long serialVersionUID = 1;

        public Pair(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Can be made of nothing only. */
    static class Silent extends Exception {
        private static final long serialVersionUID = 1;

        public Silent() {
            super("fixed");
        }
    }

    /** Says that it has no cause. */
    static class Causeless extends Exception {
        private static final long serialVersionUID = 1;

        public Causeless(String message) {
            super(message, null);
        }
    }

    /** Cannot be made at all. */
    abstract static class Never extends Exception {
        private static final long serialVersionUID = 1;

        public Never(String message) {
            super(message);
        }
    }

    interface Service {
        void call() throws IOException, Pair, Silent, Causeless, Never;
    }

    private final CallFailures failures = new CallFailures(link -> new IllegalStateException(link));

    private Throwable seen(Throwable thrown) throws NoSuchMethodException {
        return failures.translate(new CallFailures.Told(Failure.of(thrown)), Service.class.getMethod("call"));
    }

    @Test
    void declaredOneIsItself() throws Exception {
        Throwable seen = seen(new IOException("disk", new IllegalStateException("full")));
        assertEquals(IOException.class, seen.getClass());
        assertEquals("disk", seen.getMessage());
        assertEquals("java.lang.IllegalStateException: full", seen.getCause().getCause().getMessage());
    }

    @Test
    void declaredOneIsMadeByWhateverConstructorItHas() throws Exception {
        Throwable pair = seen(new Pair("both", null));
        assertEquals(Pair.class, pair.getClass());
        assertEquals("both", pair.getMessage());
        assertInstanceOf(RemoteFailure.class, pair.getCause());
        assertEquals(Silent.class, seen(new Silent()).getClass());
        Throwable causeless = seen(new Causeless("alone"));
        assertEquals(Causeless.class, causeless.getClass());
        assertEquals("alone", causeless.getMessage());
        assertInstanceOf(RemoteFailure.class, causeless.getSuppressed()[0]);
        RemoteFailure never = assertInstanceOf(RemoteFailure.class, seen(new Never("lost?") {
            private static final long serialVersionUID = 1;
        }));
        assertEquals("lost?", never.remoteMessage());
    }

    @Test
    void subclassOfADeclaredOneIsThatOne() throws Exception {
        Throwable seen = seen(new FileNotFoundException("a.txt"));
        assertEquals(IOException.class, seen.getClass());
        assertEquals("java.io.FileNotFoundException: a.txt", seen.getMessage());
    }

    @Test
    void uncheckedOneOfTheJdkIsItselfAndAnyOtherIsRemote() throws Exception {
        assertEquals(ArithmeticException.class, seen(new ArithmeticException("by zero")).getClass());
        assertEquals("java.util.concurrent.TimeoutException: late",
                assertInstanceOf(RemoteFailure.class, seen(new TimeoutException("late"))).getMessage());
        assertInstanceOf(RemoteFailure.class, seen(new LinkageError("no class")));
    }

    @Test
    void promiseMayFailWithWhatNoMethodDeclares() {
        CallFailures.Told late = new CallFailures.Told(Failure.of(new TimeoutException("late")));
        assertEquals(TimeoutException.class, failures.translateLater(late, null).getClass());
    }

    @Test
    void causesWithoutEndAreCutShort() throws Exception {
        IOException inACircle = new IOException("a");
        inACircle.initCause(new IOException("b", inACircle));
        for (Failure told : List.of(Failure.of(inACircle), new Failure("x", "a", List.of(), Collections.nCopies(1_000, "b")))) {
            int causes = 0;
            for (Throwable each = failures.translate(new CallFailures.Told(told), null); each != null; each = each.getCause()) {
                causes++;
            }
            assertEquals(9, causes);
        }
    }

    @Test
    void nameOfNoKnownClassIsNeverLoaded() throws Exception {
        Failure told = new Failure("javax.swing.JFrame", "boo", List.of("java.lang.Thread"), List.of("x"));
        assertEquals("javax.swing.JFrame", assertInstanceOf(RemoteFailure.class, failures.translate(new CallFailures.Told(told),
                Service.class.getMethod("call"))).failureClass());
    }

    @Test
    void troubleWithTheLinkIsWhatTheNodeWasToldToMakeOfIt() {
        LinkException link = new LinkException("cut", Delivery.UNCONFIRMED);
        assertSame(link, failures.translate(link, null).getCause());
    }
}
