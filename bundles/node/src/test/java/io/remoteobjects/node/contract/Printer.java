package io.remoteobjects.node.contract;

import java.util.List;
import java.util.Map;

import io.remoteobjects.Name;
import io.remoteobjects.Property;
import io.remoteobjects.PushProperty;
import io.remoteobjects.ReadWrite;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.Signal;

/** The class of {@code interop.rep}, with Java's names for enum values. */
@RemoteObject
interface Printer {

    enum Status {
        @Name("Idle") IDLE, @Name("Printing") PRINTING, @Name("PaperOut") PAPER_OUT, @Name("Error") ERROR
    }

    record PrintJob(int id, String title, List<String> pages, boolean duplex) {
    }

    record JobFinished(PrintJob job, boolean ok) implements Signal.Arguments {
    }

    record Failure(int code, String message) implements Signal.Arguments {
    }

    Property<Status> status();

    Property<Integer> queueLength();

    Property<List<String>> trays();

    @ReadWrite
    PushProperty<String> name();

    PushProperty<Integer> copies();

    Signal<Integer> jobStarted();

    Signal<JobFinished> jobFinished();

    @Name("error")
    Signal<Failure> failure();

    int submit(PrintJob job);

    boolean cancel(int id);

    void reset();

    Map<String, Object> report();

    List<String> jobs();
}
