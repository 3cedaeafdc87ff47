package io.remoteobjects.itests.samples.life.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs random sequences of steps, and sees after each that all is as before. */
@Component(service = Life.class, immediate = true, property = {"osgi.command.scope=life", "osgi.command.function=run",
        "osgi.command.function=show", "osgi.command.function=loaders"})
public final class Life {

    private static final Logger LOG = LoggerFactory.getLogger(Life.class);
    private static final int MOST_STEPS = 6;

    private final BundleContext context;
    private final Cast cast;
    private final Loaders loaders;

    @Activate
    public Life(BundleContext context) {
        this.context = context;
        cast = new Cast(context);
        loaders = new Loaders(context);
    }

    /** {@code life:run SEED FROM COUNT}: runs some of the sequences of a seed; fails with the steps of the one after which all was not well. */
    public void run(long seed, int from, int count) throws Exception {
        for (int i = from; i < from + count; i++) {
            List<String> steps = new ArrayList<>();
            long start = System.nanoTime();
            try {
                sequence(new Random(seed * 1_000_003 + i), i + 1L, steps);
            } catch (Exception | LinkageError failed) {
                throw new IllegalStateException("Sequence " + i + " of seed " + seed + " failed after " + steps + ": " + failed, failed);
            }
            LOG.info("LIFE sequence {} ended well after {} ms", i, (System.nanoTime() - start) / 1_000_000);
        }
    }

    /** {@code life:show NUMBER}: shows a number, and waits until it is shown back. */
    public void show(long number) {
        awaitShown(number);
    }

    private void sequence(Random random, long number, List<String> steps) throws Exception {
        for (int i = random.nextInt(MOST_STEPS); i >= 0; i--) {
            steps.add(cast.step(random));
            LOG.info("LIFE {}", steps.get(steps.size() - 1));
        }
        cast.restore(random);
        LOG.info("LIFE restored");
        awaitShown(number);
    }

    private void awaitShown(long number) {
        Waiting.until("the number " + number + " to go to the other container and back", () -> !told(number) ? "no lighthouse here"
                : seen() != number ? "the mirror shows " + seen() : null);
    }

    private boolean told(long number) {
        return with(LongConsumer.class, lighthouse -> {
            lighthouse.accept(number);
            return true;
        }, false);
    }

    private long seen() {
        return with(LongSupplier.class, LongSupplier::getAsLong, -1L);
    }

    private <S, R> R with(Class<S> type, Function<S, R> use, R none) {
        ServiceReference<S> reference = context.getServiceReference(type);
        S service = reference == null ? null : context.getService(reference);
        if (service == null) {
            return none;
        }
        try {
            return use.apply(service);
        } finally {
            context.ungetService(reference);
        }
    }

    /** {@code life:loaders}: which bundles have left class loaders behind. */
    public void loaders() {
        System.out.println("left behind: " + loaders.leftBehind());
    }
}
