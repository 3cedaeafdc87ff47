package io.remoteobjects.itests.samples.life.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs random sequences of steps, and sees after each that all is as before. */
@Component(service = Life.class, immediate = true, property = {"osgi.command.scope=life", "osgi.command.function=run",
        "osgi.command.function=show", "osgi.command.function=loaders"})
public final class Life {

    private static final Logger LOG = LoggerFactory.getLogger(Life.class);
    private static final int MOST_STEPS = 6;

    /** What the names of the project's features begin with. */
    private static final String PROJECT = "remoteobjects";

    /** What the names of those begin with who see the number that is shown: one service each. */
    private static final String LOOKOUT = "life-lookout";

    private final BundleContext context;
    private final Set<String> brought;
    private final Loaders loaders;

    @Activate
    public Life(BundleContext context, @Reference FeaturesService features) throws Exception {
        this.context = context;
        brought = Arrays.stream(features.listInstalledFeatures()).filter(each -> each.getName().startsWith(PROJECT))
                .flatMap(each -> each.getBundles().stream()).map(BundleInfo::getLocation).collect(Collectors.toSet());
        loaders = new Loaders(context);
    }

    /** {@code life:run SEED FROM COUNT}: runs some of the sequences of a seed; fails with the steps of the one after which all was not well. */
    public void run(long seed, int from, int count) throws Exception {
        Cast cast = new Cast(context, brought);
        for (int i = from; i < from + count; i++) {
            List<String> steps = new ArrayList<>();
            long start = System.nanoTime();
            try {
                sequence(cast, new Random(seed * 1_000_003 + i), i + 1L, steps);
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

    private void sequence(Cast cast, Random random, long number, List<String> steps) throws Exception {
        for (int i = random.nextInt(MOST_STEPS); i >= 0; i--) {
            steps.add(cast.step(random));
            LOG.info("LIFE {}", steps.get(steps.size() - 1));
        }
        cast.restore(random);
        LOG.info("LIFE restored");
        awaitShown(number);
    }

    private void awaitShown(long number) {
        Waiting.until("the number " + number + " to go to the other containers and back", () -> {
            if (bundles(LongConsumer.class, lighthouse -> show(lighthouse, number)).isEmpty()) {
                return "no lighthouse here";
            }
            Set<String> blind = Arrays.stream(context.getBundles()).map(Bundle::getSymbolicName).filter(each -> each.startsWith(LOOKOUT))
                    .collect(Collectors.toSet());
            blind.removeAll(bundles(LongSupplier.class, lookout -> lookout.getAsLong() == number));
            return blind.isEmpty() ? null : "not seen by " + blind;
        });
    }

    private static boolean show(LongConsumer lighthouse, long number) {
        lighthouse.accept(number);
        return true;
    }

    /** {@return the names of the bundles whose services of a type pass a test} */
    private <S> Set<String> bundles(Class<S> type, Predicate<S> test) {
        Set<String> bundles = new HashSet<>();
        for (ServiceReference<S> each : references(type)) {
            Bundle bundle = each.getBundle();
            S service = context.getService(each);
            if (bundle != null && service != null && test.test(service)) {
                bundles.add(bundle.getSymbolicName());
            }
            context.ungetService(each);
        }
        return bundles;
    }

    private <S> Collection<ServiceReference<S>> references(Class<S> type) {
        try {
            return context.getServiceReferences(type, null);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** {@code life:loaders}: which bundles have left class loaders behind. */
    public void loaders() {
        System.out.println("left behind: " + loaders.leftBehind());
    }
}
