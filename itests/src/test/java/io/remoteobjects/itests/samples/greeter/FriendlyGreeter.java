package io.remoteobjects.itests.samples.greeter;

import org.osgi.service.component.annotations.Component;

@Component(immediate = true)
public class FriendlyGreeter implements Greeter {

    @Override
    public String greeting() {
        return "good morning";
    }
}
