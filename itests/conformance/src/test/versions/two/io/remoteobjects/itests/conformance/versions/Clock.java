package io.remoteobjects.itests.conformance.versions;

public interface Clock {

    String time();

    default String zone() {
        return "UTC";
    }
}
