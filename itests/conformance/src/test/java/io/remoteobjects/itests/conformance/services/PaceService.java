package io.remoteobjects.itests.conformance.services;

import java.util.concurrent.CountDownLatch;

import org.osgi.service.component.annotations.Component;

/** Has a time-out that is a text. */
@Component(property = {"service.exported.interfaces=*", "osgi.basic.timeout=1000", "time-out=text"})
public final class PaceService implements Pace {

    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public int atOnce(int number) {
        return number;
    }

    @Override
    public int whenReleased(int number) throws InterruptedException {
        released.await();
        return number;
    }

    @Override
    public void release() {
        released.countDown();
    }
}
