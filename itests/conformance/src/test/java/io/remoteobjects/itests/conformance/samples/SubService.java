package io.remoteobjects.itests.conformance.samples;

/** Names {@link Sub} only, and is a {@link Base} by that. */
public class SubService implements Sub {

    @Override
    public String base() {
        return "base";
    }

    @Override
    public String sub() {
        return "sub";
    }
}
