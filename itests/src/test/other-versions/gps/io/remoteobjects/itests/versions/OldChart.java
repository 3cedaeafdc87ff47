package io.remoteobjects.itests.versions;

import io.remoteobjects.examples.gps.Gps;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Waits for a GPS of the old kind. */
@Component
public final class OldChart {

    @Activate
    public OldChart(@Reference Gps gps) {
        throw new AssertionError("This GPS is of the new kind, and yet it is injected: " + gps.rate().get());
    }
}
