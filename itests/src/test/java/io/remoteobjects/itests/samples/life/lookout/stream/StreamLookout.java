package io.remoteobjects.itests.samples.life.lookout.stream;

import io.remoteobjects.itests.samples.life.beacon.Beacon;
import io.remoteobjects.pushstream.PushStreams;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.pushstream.PushStreamProvider;

/** Sees the mirror in a stream. */
@Component(immediate = true)
public final class StreamLookout implements LongSupplier {

    private volatile long number = -1;

    @Activate
    public StreamLookout(@Reference(target = "(remoteobjects.name=mirror)") Beacon mirror) {
        new PushStreamProvider().createStream(PushStreams.of(mirror.number())).forEach(each -> number = each);
    }

    @Override
    public long getAsLong() {
        return number;
    }
}
