package io.remoteobjects.node;

import java.util.List;
import java.util.function.Supplier;

import io.remoteobjects.node.source.RemotedObject;
import io.remoteobjects.wire.Generation;

/** A Source as its node shares it. */
final class SharedSource implements Remoting {

    private final RemotedObject object;
    private final Supplier<List<String>> urls;
    private final Runnable close;

    SharedSource(RemotedObject object, Supplier<List<String>> urls, Runnable close) {
        this.object = object;
        this.urls = urls;
        this.close = close;
    }

    @Override
    public String name() {
        return object.name();
    }

    @Override
    public String typeName() {
        return object.contract().typeName();
    }

    @Override
    public String signature() {
        return object.contract().signature(Generation.QTRO_2_0);
    }

    @Override
    public List<String> urls() {
        return urls.get();
    }

    @Override
    public void close() {
        close.run();
    }
}
