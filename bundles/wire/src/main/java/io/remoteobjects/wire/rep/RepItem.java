package io.remoteobjects.wire.rep;

/** What may stand at the top level of a .rep file. */
public sealed interface RepItem permits RepInclude, RepUseEnum, RepEnum, RepFlag, RepPod, RepClass {
}
