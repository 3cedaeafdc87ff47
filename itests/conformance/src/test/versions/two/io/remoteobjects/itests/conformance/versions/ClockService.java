package io.remoteobjects.itests.conformance.versions;

public class ClockService implements Clock {

    @Override
    public String time() {
        return "2.0.0";
    }
}
