package io.remoteobjects.itests.samples.trouble;

import io.remoteobjects.RemoteSource;
import org.osgi.service.component.annotations.Component;

/** Marked for export, in vain. */
@Component
@RemoteSource("unmappable")
public final class UnmappableSource implements Unmappable {

    @Override
    public void run(Thread thread) {
        thread.start();
    }
}
