package io.remoteobjects.itests.samples.life.mirror;

import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.RemoteSource;
import io.remoteobjects.Subscription;
import io.remoteobjects.itests.samples.life.beacon.Beacon;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Whoever sees the lighthouse's number in it knows that both directions work. It is there only while the lighthouse is. */
@Component
@RemoteSource("mirror")
public final class Mirror implements Beacon {

    private final MutableProperty<Long> number = Property.of(0L);
    private final Subscription numbers;

    @Activate
    public Mirror(@Reference(target = "(remoteobjects.name=lighthouse)") Beacon lighthouse) {
        numbers = lighthouse.number().observe(number::set);
    }

    @Override
    public Property<Long> number() {
        return number;
    }

    @Deactivate
    void stop() {
        numbers.close();
    }
}
