package io.remoteobjects.discovery;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;

import io.remoteobjects.node.EndpointDirectory;
import io.remoteobjects.node.Node;
import io.remoteobjects.node.TypedReplica;

/** Reads directories through replicas of them. */
final class NodeDirectories implements Directories {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

    private final Node node;
    private final Executor thread;

    NodeDirectories(Node node, Executor thread) {
        this.node = node;
        this.thread = thread;
    }

    @Override
    public Reading open(String name, String url, Reader reader) {
        TypedReplica replica = node.acquire(name, url, CALL_TIMEOUT, failure -> failure, EndpointDirectory.class.getClassLoader(),
                EndpointDirectory.class);
        EndpointDirectory directory = (EndpointDirectory) replica.service();
        Runnable read = () -> thread.execute(() -> {
            if (replica.handle().isValid()) {
                reader.read(contents(directory));
            } else {
                reader.lost();
            }
        });
        replica.handle().onStateChange(state -> read.run());
        directory.endpoints().onChange(endpoints -> read.run());
        directory.complete().onChange(complete -> read.run());
        read.run();
        return replica::close;
    }

    private static Contents contents(EndpointDirectory directory) {
        Map<String, String> endpoints = new LinkedHashMap<>();
        directory.endpoints().get().forEach((id, text) -> endpoints.put(id, String.valueOf(text)));
        // Who publishes something for the first time says so a moment before he says that it is all.
        return new Contents(directory.complete().get() || !endpoints.isEmpty(), endpoints);
    }
}
