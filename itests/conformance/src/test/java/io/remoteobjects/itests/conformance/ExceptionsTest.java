package io.remoteobjects.itests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceException;

import io.remoteobjects.itests.conformance.harness.Frameworks;
import io.remoteobjects.itests.conformance.services.Failing;
import io.remoteobjects.itests.harness.TestBundle;

/** A service's exceptions reach the caller; what goes wrong on the way is another. */
@DisplayName("Chapter 100, 14 exceptions")
class ExceptionsTest {

    private static final String IMPORTED = "(service.imported=*)";

    @RegisterExtension
    static final Frameworks FRAMEWORKS = new Frameworks();

    private static Bundle service;

    @BeforeAll
    static void install() throws Exception {
        service = FRAMEWORKS.child().install(TestBundle.of("failing", Failing.class));
    }

    private static Failing replica() {
        return FRAMEWORKS.parent().await(Failing.class, IMPORTED);
    }

    @Test
    void declaredOneIsTheCallersClass() {
        assertEquals("tray 2", assertThrows(Failing.Jammed.class, replica()::declared).getMessage());
    }

    @Test
    void subclassOfADeclaredOneIsCaughtAsThatOne() {
        assertEquals("java.io.FileNotFoundException: a.txt", assertThrows(IOException.class, replica()::narrower).getMessage());
    }

    @Test
    void uncheckedOneOfTheJdkIsItself() {
        assertEquals("no such tray", assertThrows(IllegalArgumentException.class, replica()::unchecked).getMessage());
    }

    /** The class of the failure is ours, which the tests do not see: what it says is what counts. */
    @Test
    void oneThatTheCallerDoesNotKnowTellsClassAndMessage() {
        RuntimeException unknown = assertThrows(RuntimeException.class, replica()::unknown);
        assertEquals("io.remoteobjects.itests.conformance.services.FailingService$Secret: hidden", unknown.getMessage());
        assertEquals("java.io.IOException: disk", unknown.getCause().getMessage());
    }

    @Test
    void callOfAServiceThatIsGoneIsTroubleOfTheDistribution() throws Exception {
        Failing replica = replica();
        service.stop();
        FRAMEWORKS.parent().awaitGone(Failing.class, IMPORTED);
        assertEquals(ServiceException.REMOTE, assertThrows(ServiceException.class, replica::unchecked).getType());
        service.start();
        assertThrows(IllegalArgumentException.class, replica()::unchecked);
    }
}
