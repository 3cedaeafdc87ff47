package io.remoteobjects.itests.samples.trouble;

import io.remoteobjects.RemoteSource;
import org.osgi.service.component.annotations.Component;

/** Takes the name of the GPS. */
@Component
@RemoteSource("gps")
public final class SecondOfItsName implements Plain {

    @Override
    public int answer() {
        return 42;
    }
}
