package io.remoteobjects.itests.conformance.services;

import java.io.FileNotFoundException;
import java.io.IOException;

import org.osgi.service.component.annotations.Component;

/** Throws what nobody else knows, too. */
@Component(property = "service.exported.interfaces=*")
public final class FailingService implements Failing {

    /** Of no interface. */
    private static final class Secret extends RuntimeException {

        private static final long serialVersionUID = 1;

        Secret(String message, Throwable cause) {
            super(message, cause);
        }
    }

    @Override
    public void declared() throws Jammed {
        throw new Jammed("tray 2");
    }

    @Override
    public void narrower() throws IOException {
        throw new FileNotFoundException("a.txt");
    }

    @Override
    public void unchecked() {
        throw new IllegalArgumentException("no such tray");
    }

    @Override
    public void unknown() {
        throw new Secret("hidden", new IOException("disk"));
    }
}
