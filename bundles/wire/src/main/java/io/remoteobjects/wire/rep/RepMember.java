package io.remoteobjects.wire.rep;

/** What may stand in a class of a .rep file. */
public sealed interface RepMember permits RepEnum, RepFlag, RepProperty, RepModel, RepChild, RepSignal, RepSlot {

    /** {@return the member's name} */
    String name();
}
