package io.remoteobjects.topology.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

import io.remoteobjects.node.Node;

@Timeout(60)
class HandlesTest {

    private static final String HERE = "tcp://127.0.0.1:1";
    private static final String THERE = "tcp://127.0.0.1:2";
    private static final int LINGER = 5_000;

    private long linger = LINGER;
    private final Fakes.Clock clock = new Fakes.Clock();
    private final List<Object> services = new ArrayList<>();
    private final Handles handles = new Handles(Fakes.fake(BundleContext.class, (proxy, method, arguments) -> register(arguments)),
            Runnable::run, clock, () -> linger);
    private Node node;
    private boolean wanted = true;

    @BeforeEach
    void start() throws IOException {
        node = Node.create().start();
    }

    /** Some service of the framework, with its address. */
    private ServiceRegistration<?> register(Object[] arguments) {
        Object url = ((Dictionary<?, ?>) arguments[2]).get(Names.URL);
        services.add(url);
        return Fakes.fake(ServiceRegistration.class, (proxy, method, more) -> {
            if (method.getName().equals("unregister")) {
                services.remove(url);
            }
            return null;
        });
    }

    @AfterEach
    void stop() {
        handles.closeAll();
        node.close();
    }

    private Handles.Handle retain(String name, String url) {
        return handles.retain(node, name, url, () -> wanted);
    }

    @Test
    void staysAsLongAsSomebodyAsksAndTheLingerTimeLonger() {
        retain("gps", HERE).release();
        clock.pass(10 * LINGER);
        assertEquals(List.of(HERE), services);

        wanted = false;
        clock.pass(LINGER);
        assertEquals(List.of(), services);
        assertFalse(handles.isHeld("gps", HERE));
    }

    @Test
    void withoutLingerTimeItGoesAtOnceAndIsNotLookedAtAllTheTime() {
        linger = 0;
        retain("gps", HERE).release();
        clock.pass(1);
        assertEquals(List.of(HERE), services);

        wanted = false;
        clock.pass(1_000);
        assertEquals(List.of(), services);
        retain("gps", HERE).release();
        clock.pass(0);
        assertEquals(List.of(), services);
    }

    @Test
    void objectThatIsBackElsewhereIsHeldThere() {
        Handles.Handle before = retain("gps", HERE);
        retain("gps", THERE);
        before.release();
        clock.pass(LINGER - 1);
        assertEquals(List.of(HERE, THERE), services);

        clock.pass(1);
        assertEquals(List.of(THERE), services);
    }

    @Test
    void oneThatIsGoneElsewhereTooStays() {
        retain("gps", HERE).release();
        retain("gps", THERE).release();
        retain("compass", THERE);

        clock.pass(LINGER);
        assertEquals(List.of(HERE, THERE, THERE), services);
    }

    @Test
    void usedAgainItStays() {
        retain("gps", HERE).release();
        wanted = false;
        retain("gps", HERE);

        clock.pass(10 * LINGER);
        assertEquals(List.of(HERE), services);
        assertTrue(handles.isHeld("gps", HERE));
    }
}
