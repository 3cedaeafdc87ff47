package io.remoteobjects.itests.samples.life.lookout;

import io.remoteobjects.itests.samples.life.beacon.Beacon;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says which number the mirror shows, to whoever knows no class of this project. It is there only while the mirror is. */
@Component(immediate = true)
public final class Lookout implements LongSupplier {

    private final Beacon mirror;

    @Activate
    public Lookout(@Reference(target = "(remoteobjects.name=mirror)") Beacon mirror) {
        this.mirror = mirror;
    }

    @Override
    public long getAsLong() {
        return mirror.number().get();
    }
}
