package io.remoteobjects.itests.samples.streamchart;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.pushstream.PushStreamProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.examples.gps.Gps;
import io.remoteobjects.pushstream.PushStreams;

/** Draws a stream of positions, to the log, until it ends. */
@Component
public final class StreamChart {

    @Activate
    public StreamChart(@Reference Gps gps) {
        Logger log = LoggerFactory.getLogger(StreamChart.class);
        new PushStreamProvider().createStream(PushStreams.of(gps.fix())).map(fix -> fix.latitude())
                .forEach(latitude -> log.info("STREAM {}", latitude))
                .onResolve(() -> log.info("STREAM has ended"));
    }
}
