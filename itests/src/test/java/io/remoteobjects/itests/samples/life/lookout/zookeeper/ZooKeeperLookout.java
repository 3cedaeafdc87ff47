package io.remoteobjects.itests.samples.life.lookout.zookeeper;

import io.remoteobjects.itests.samples.life.beacon.Beacon;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sees the mirror of a container that only ZooKeeper tells of. */
@Component(immediate = true)
public final class ZooKeeperLookout implements LongSupplier {

    private final Beacon mirror;

    @Activate
    public ZooKeeperLookout(@Reference(target = "(remoteobjects.name=mirror-zookeeper)") Beacon mirror) {
        this.mirror = mirror;
    }

    @Override
    public long getAsLong() {
        return mirror.number().get();
    }
}
