package io.remoteobjects.itests.samples.life.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/** The bundles something is done to, installed or not. */
final class Cast {

    /** What the names of the bundles of this test begin with. */
    private static final String OWN = "life-";

    private static final long PATIENCE_SECONDS = 60;

    private enum Step { INSTALL, START, UPDATE, REFRESH, STOP, UNINSTALL }

    /** What can happen to an installed bundle. Most are active: starting one is seldom something. */
    private static final List<Step> STEPS = List.of(Step.UPDATE, Step.REFRESH, Step.STOP, Step.STOP, Step.START, Step.UNINSTALL);

    private final BundleContext context;
    private final List<Member> members = new ArrayList<>();

    /** A bundle by what stays when it is uninstalled. */
    private record Member(String name, String location, int startLevel) {
    }

    /** @param locations of the bundles that the project brings into a container, its examples included */
    Cast(BundleContext context, Set<String> locations) {
        this.context = context;
        Arrays.stream(context.getBundles())
                .filter(each -> locations.contains(each.getLocation()) || each.getSymbolicName().startsWith(OWN))
                .forEach(each -> members.add(new Member(each.getSymbolicName(), each.getLocation(),
                        each.adapt(BundleStartLevel.class).getStartLevel())));
    }

    /** {@return what was done, in words} */
    String step(Random random) throws InterruptedException {
        Member member = members.get(random.nextInt(members.size()));
        Bundle bundle = context.getBundle(member.location);
        Step step = bundle == null ? Step.INSTALL : STEPS.get(random.nextInt(STEPS.size()));
        String what = step.name().toLowerCase(Locale.ROOT) + " " + member.name;
        try {
            take(step, member, bundle);
            return what;
        } catch (BundleException failed) {
            // A bundle that it needs is not there, or the framework is busy with another one: nothing unusual for who does such things.
            return what + ", in vain: " + failed.getMessage().lines().findFirst().orElse("");
        }
    }

    private void take(Step step, Member member, Bundle bundle) throws BundleException, InterruptedException {
        switch (step) {
            case INSTALL -> install(member);
            case UPDATE -> bundle.update();
            case REFRESH -> refresh(List.of(bundle));
            case STOP -> bundle.stop();
            case START -> bundle.start();
            case UNINSTALL -> bundle.uninstall();
        }
    }

    /** Brings all of them back, as an administrator would, in any order. */
    void restore(Random random) throws BundleException, InterruptedException {
        List<Member> order = new ArrayList<>(members);
        Collections.shuffle(order, random);
        for (Member each : order) {
            if (context.getBundle(each.location) == null) {
                install(each);
            }
        }
        refresh(null);
        for (Member each : order) {
            start(context.getBundle(each.location));
        }
    }

    private static void start(Bundle bundle) {
        Waiting.until(bundle.getSymbolicName() + " to start", () -> {
            try {
                bundle.start();
                return null;
            } catch (BundleException notYet) {
                return notYet.getMessage();
            }
        });
    }

    private void install(Member member) throws BundleException {
        context.installBundle(member.location).adapt(BundleStartLevel.class).setStartLevel(member.startLevel);
    }

    /** @param bundles null for all that were updated or uninstalled */
    private void refresh(Collection<Bundle> bundles) throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class).refreshBundles(bundles, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        if (!refreshed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("A refresh has not ended within " + PATIENCE_SECONDS + " s");
        }
    }
}
