package io.remoteobjects.itests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

import io.remoteobjects.itests.conformance.harness.Frameworks;
import io.remoteobjects.itests.conformance.samples.A;
import io.remoteobjects.itests.conformance.samples.AandB;
import io.remoteobjects.itests.conformance.samples.B;

/** A service that is registered for export in one framework is a service of the other. */
@DisplayName("Chapter 100, 10 registration")
class RegistrationTest {

    @RegisterExtension
    static final Frameworks FRAMEWORKS = new Frameworks();

    private static final String IMPORTED = "(service.imported=*)";

    private static ServiceRegistration<?> service;

    @BeforeAll
    static void register() {
        service = FRAMEWORKS.child().register(new AandB(), Map.of("service.exported.interfaces", "*", "mykey", "myvalue", ".myprop", "mine"),
                A.class, B.class);
    }

    private static ServiceReference<A> imported() {
        return FRAMEWORKS.parent().awaitReference(A.class, IMPORTED);
    }

    @Test
    void everyInterfaceHasAProxy() {
        assertEquals("a 1", FRAMEWORKS.parent().await(A.class, IMPORTED).a("1"));
        assertEquals("b 2", FRAMEWORKS.parent().await(B.class, IMPORTED).b("2"));
    }
}
