package io.remoteobjects.itests.samples.life.lighthouse;

import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.RemoteSource;
import io.remoteobjects.itests.samples.life.beacon.Beacon;
import java.util.function.LongConsumer;
import org.osgi.service.component.annotations.Component;

/** Told by whoever knows no class of this project, and so is not refreshed with it. */
@Component(service = {Beacon.class, LongConsumer.class}, immediate = true)
@RemoteSource(value = "lighthouse", service_exported_interfaces = "io.remoteobjects.itests.samples.life.beacon.Beacon")
public final class Lighthouse implements Beacon, LongConsumer {

    private final MutableProperty<Long> number = Property.of(0L);

    @Override
    public Property<Long> number() {
        return number;
    }

    @Override
    public void accept(long value) {
        number.set(value);
    }
}
