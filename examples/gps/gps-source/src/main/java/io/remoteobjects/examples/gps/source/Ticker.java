package io.remoteobjects.examples.gps.source;

import java.util.concurrent.TimeUnit;

/** The time that passes; a test passes it as it likes. */
interface Ticker {

    /** The time of this machine. */
    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    };

    /** {@return nanoseconds since some moment} */
    long nanoTime();

    /** @param nanos how long to wait, in nanoseconds; nothing if negative */
    void sleep(long nanos) throws InterruptedException;
}
