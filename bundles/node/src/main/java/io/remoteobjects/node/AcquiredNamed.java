package io.remoteobjects.node;

import io.remoteobjects.DynamicReplica;
import io.remoteobjects.node.replica.DynamicView;
import io.remoteobjects.wire.rep.RepFile;
import io.remoteobjects.wire.rep.RepWriter;

/** A replica as its node acquired it, seen by names. */
final class AcquiredNamed implements NamedReplica {

    private final DynamicView view;
    private final Runnable close;

    AcquiredNamed(DynamicView view, Runnable close) {
        this.view = view;
        this.close = close;
    }

    @Override
    public DynamicReplica replica() {
        return view;
    }

    @Override
    public String rep() {
        RepFile rep = view.rep();
        return rep == null ? "" : RepWriter.write(rep);
    }

    @Override
    public void close() {
        close.run();
    }
}
