package io.remoteobjects.itests.samples.life.lookout.mdns;

import io.remoteobjects.itests.samples.life.beacon.Beacon;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sees the mirror of a container that only mDNS tells of. */
@Component(immediate = true)
public final class MdnsLookout implements LongSupplier {

    private final Beacon mirror;

    @Activate
    public MdnsLookout(@Reference(target = "(remoteobjects.name=mirror-mdns)") Beacon mirror) {
        this.mirror = mirror;
    }

    @Override
    public long getAsLong() {
        return mirror.number().get();
    }
}
