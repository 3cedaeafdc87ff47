package io.remoteobjects.itests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntSupplier;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.ServiceException;

import io.remoteobjects.itests.conformance.harness.Frameworks;
import io.remoteobjects.itests.conformance.harness.TestFramework;
import io.remoteobjects.itests.conformance.services.Pace;
import io.remoteobjects.itests.conformance.services.PaceService;
import io.remoteobjects.itests.harness.Await;
import io.remoteobjects.itests.harness.TestBundle;

/** {@code osgi.basic.timeout} of the service says how long its callers wait. */
@DisplayName("Chapter 100, 12 basic timeout")
class BasicTimeoutTest {

    @RegisterExtension
    static final Frameworks FRAMEWORKS = new Frameworks();

    @BeforeAll
    static void install() throws Exception {
        FRAMEWORKS.child().install(TestBundle.of("pace", Pace.class));
        FRAMEWORKS.child().register(Pace.class, new PaceService(),
                Map.of("service.exported.interfaces", "*", "osgi.basic.timeout", 1_000L, "time-out", "number"));
    }

    private static Pace replica(String timeout) {
        return FRAMEWORKS.parent().await(Pace.class, "(&(service.imported=*)(time-out=" + timeout + "))");
    }

    @Test
    void callThatTakesLongerThanATextSaysFails() {
        expires(replica("text"));
    }

    @Test
    void callThatTakesLongerThanANumberSaysFails() {
        expires(replica("number"));
    }

    /** And its answer, which comes once the service is released, is nobody else's. */
    private static void expires(Pace replica) {
        assertEquals(1, inTime(() -> replica.atOnce(1)));
        ServiceException late = assertThrows(ServiceException.class, () -> replica.whenReleased(2));
        assertEquals(ServiceException.REMOTE, late.getType());
        inTime(() -> {
            replica.release();
            return 0;
        });
        for (int i = 0; i < 20; i++) {
            int number = i;
            assertEquals(number, inTime(() -> replica.atOnce(number)));
        }
    }

    /** On a busy machine any call may take longer than the time-out: then it is made again. */
    private static int inTime(IntSupplier call) {
        return Await.until("an answer in time", TestFramework.SOON, () -> {
            try {
                return OptionalInt.of(call.getAsInt());
            } catch (ServiceException late) {
                return OptionalInt.empty();
            }
        }, OptionalInt::isPresent).getAsInt();
    }
}
