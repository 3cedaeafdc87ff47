package io.remoteobjects.itests.samples.bellblueprint;

import io.remoteobjects.itests.samples.bell.Bell;
import java.util.Map;

/** A bean that has a bell injected, and is told when there is one. */
public final class Ringer {

    private Bell bell;
    private String heard = "nothing";

    public void setBell(Bell bell) {
        this.bell = bell;
    }

    public void bound(Bell come, Map<String, Object> properties) {
        heard = properties.get("bell") + " in " + properties.get("place");
    }

    public void unbound(Bell gone, Map<String, Object> properties) {
        heard = "nothing";
    }

    /** {@code blueprint:ring}. */
    public void ring() {
        System.out.println("has " + heard + (heard.equals("nothing") ? "" : ": " + bell.ring()));
    }
}
