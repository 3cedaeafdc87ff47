package io.remoteobjects.node;

import io.remoteobjects.Replica;
import io.remoteobjects.node.replica.TypedView;

/** A replica as its node acquired it, seen through interfaces. */
final class AcquiredTyped implements TypedReplica {

    private final TypedView view;
    private final Object service;
    private final Runnable close;

    AcquiredTyped(TypedView view, Object service, Runnable close) {
        this.view = view;
        this.service = service;
        this.close = close;
    }

    @Override
    public Object service() {
        return service;
    }

    @Override
    public Replica handle() {
        return view;
    }

    @Override
    public String problem() {
        return view.problem();
    }

    @Override
    public void close() {
        close.run();
    }
}
