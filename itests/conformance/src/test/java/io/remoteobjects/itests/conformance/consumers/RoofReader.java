package io.remoteobjects.itests.conformance.consumers;

import java.util.function.Supplier;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import io.remoteobjects.itests.conformance.samples.A;

/** Asks for one service of several. */
@Component(property = "reads=roof")
public final class RoofReader implements Supplier<String> {

    private final A roof;

    @Activate
    public RoofReader(@Reference(target = "(place=roof)") A roof) {
        this.roof = roof;
    }

    @Override
    public String get() {
        return roof.a("1");
    }
}
