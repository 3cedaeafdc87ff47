package io.remoteobjects.examples.gps.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class PacerTest {

    private final FakeTicker ticker = new FakeTicker();

    @Test
    void waitsAsLongAsTheTimeStampsAreApart() throws Exception {
        play(new Pacer(1, ticker), "12:00:00", "12:00:01", "12:00:01.500", "12:00:11.500");
        assertEquals(List.of(1000L, 500L, 10_000L), ticker.sleptMillis);
    }

    @Test
    void waitsLessAtAHigherSpeed() throws Exception {
        play(new Pacer(10, ticker), "12:00:00", "12:00:01");
        assertEquals(List.of(100L), ticker.sleptMillis);
    }

    @Test
    void neverWaitsAtSpeedZero() throws Exception {
        play(new Pacer(0, ticker), "12:00:00", "12:00:01");
        assertEquals(List.of(), ticker.sleptMillis);
    }

    @Test
    void sentencesOfOneMomentAreNotHeldBack() throws Exception {
        play(new Pacer(1, ticker), "12:00:00", "12:00:00", "12:00:01", "12:00:01");
        assertEquals(List.of(1000L), ticker.sleptMillis);
    }

    @Test
    void timeSpentElsewhereIsMadeUpFor() throws Exception {
        Pacer pacer = new Pacer(1, ticker);
        play(pacer, "12:00:00");
        ticker.pass(300);
        play(pacer, "12:00:01");
        assertEquals(List.of(700L), ticker.sleptMillis);
    }

    @Test
    void jumpBackOrFarAheadStartsOverWithoutWaiting() throws Exception {
        play(new Pacer(1, ticker), "12:00:00", "11:00:00", "11:00:01", "11:30:00", "11:30:02");
        assertEquals(List.of(1000L, 2000L), ticker.sleptMillis);
    }

    private static void play(Pacer pacer, String... times) throws InterruptedException {
        for (String time : times) {
            pacer.await(LocalTime.parse(time));
        }
        pacer.await(null);
    }

    private static final class FakeTicker implements Ticker {

        private final List<Long> sleptMillis = new ArrayList<>();
        private long now = Long.MAX_VALUE - 7;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void sleep(long nanos) {
            sleptMillis.add(TimeUnit.NANOSECONDS.toMillis(nanos));
            now += nanos;
        }

        void pass(long millis) {
            now += TimeUnit.MILLISECONDS.toNanos(millis);
        }
    }
}
