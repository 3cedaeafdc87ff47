package io.remoteobjects.itests;

import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.TestBundle;
import io.remoteobjects.itests.samples.life.beacon.Beacon;
import io.remoteobjects.itests.samples.life.driver.Life;
import io.remoteobjects.itests.samples.life.lighthouse.Lighthouse;
import io.remoteobjects.itests.samples.life.lookout.Lookout;
import io.remoteobjects.itests.samples.life.mirror.Mirror;
import java.nio.file.Path;

/** A Source in each of two containers and a Replica in the other: what {@code life:show} shows here is seen there, and shown back. */
final class LifeBundles {

    private LifeBundles() {
    }

    /** @param lookouts from where else the mirror is to be seen here; one class of each package */
    static void install(KarafContainer here, KarafContainer there, Class<?>... lookouts) {
        here.install(TestBundle.of("life-beacon", Beacon.class));
        here.install(TestBundle.of("life-lighthouse", Lighthouse.class));
        here.install(TestBundle.of("life-lookout", Lookout.class));
        for (Class<?> each : lookouts) {
            here.install(lookout(each));
        }
        installMirror(there);
        here.install(TestBundle.of("driver", Life.class));
    }

    static Path lookout(Class<?> of) {
        return TestBundle.of("life-lookout-" + of.getPackageName().replaceAll(".*\\.", ""), of);
    }

    static void installMirror(KarafContainer there) {
        there.install(TestBundle.of("life-beacon", Beacon.class));
        there.install(TestBundle.of("life-mirror", Mirror.class));
    }
}
