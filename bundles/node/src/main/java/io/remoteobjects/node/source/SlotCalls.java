package io.remoteobjects.node.source;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.osgi.util.promise.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.node.access.AccessCheck.Operation;
import io.remoteobjects.node.contract.PlainSlot;
import io.remoteobjects.node.contract.PropertyMember;
import io.remoteobjects.node.contract.SlotMember;
import io.remoteobjects.node.dialect.PlainValues;
import io.remoteobjects.spi.SourceCell;
import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.packet.InvokePacket;
import io.remoteobjects.wire.packet.Values;

/** Runs what peers ask a Source to do, and answers. */
final class SlotCalls {

    private static final Logger LOG = LoggerFactory.getLogger(SlotCalls.class);

    /** About what a call takes here beside its arguments, until it is answered. */
    private static final int CALL_BYTES = 256;

    /** How long a future is waited for before others have their turn. */
    private static final long FUTURE_TURN_MILLIS = 100;

    private SlotCalls() {
    }

    /** On the session's event loop. */
    static void serve(HostSession session, RemotedObject object, InvokePacket invoke, WireInput in) {
        if (invoke.call() == 0) {
            call(session, object, invoke, in);
        } else {
            write(session, object, invoke, in);
        }
    }

    private static void call(HostSession session, RemotedObject object, InvokePacket invoke, WireInput in) {
        if (invoke.index() < 0 || invoke.index() >= object.contract().slots().size()) {
            LOG.warn("{} calls slot {} of {}, which has {}; ignored. Regenerate the peer from the interface.", session.peer(),
                    invoke.index(), object.name(), object.contract().slots().size());
            return;
        }
        PlainValues values = object.contract().plain(invoke.index()) == null ? null : plainValues(invoke, in);
        PlainSlot plain = values == null ? null : object.contract().plain(invoke.index(), values.method());
        SlotMember slot = plain == null ? object.contract().slots().get(invoke.index()) : plain.slot();
        in.reset(invoke.arguments());
        Call call = new Call(session, object, invoke.serialId(), bytes(invoke), slot, plain);
        Object[] arguments;
        try {
            Operation operation = slot.pushes() >= 0 ? Operation.WRITE : Operation.CALL;
            if (!session.allows(object, operation, slot.name())) {
                throw new SecurityException("Not allowed: " + slot.name() + " of " + object.name());
            }
            arguments = call.arguments(values, in);
            session.hold(call.bytes());
        } catch (Throwable unfit) {
            // Not only malformed bytes: a record may refuse what came, in any way, and that ends no connection.
            call.answer(Outcome.failed(unfit));
            return;
        }
        SlotTarget target = object.slot(slot.index());
        session.host().noteHello(session, object, slot);
        object.run(target.nonBlocking(), () -> call.run(target, arguments));
    }

    private static int bytes(InvokePacket invoke) {
        return CALL_BYTES + invoke.arguments().length();
    }

    /** The arguments as nodes of this product send them to a plain service; null if they are Qt's, or none. */
    private static PlainValues plainValues(InvokePacket invoke, WireInput in) {
        try {
            in.reset(invoke.arguments());
            return PlainValues.readArgumentsIfPresent(in);
        } catch (WireException malformed) {
            return null;
        }
    }

    /**
     * One call.
     *
     * @param serialId asks for a reply if not negative
     * @param bytes what it holds until it is answered
     * @param plain the method of a plain service, if a node of this product calls it
     */
    private record Call(HostSession session, RemotedObject object, int serialId, int bytes, SlotMember slot, PlainSlot plain) {

        Object[] arguments(PlainValues values, WireInput in) {
            if (plain != null) {
                return plain.readArguments(values.bytes(), in.limits());
            }
            if (values != null) {
                throw new UnsupportedOperationException(object.name() + " has no method " + slot.name()
                        + " with the parameters of the caller's. Install the same version of the interface on both sides.");
            }
            Object[] arguments = Values.readArguments(in, object.parameterTypes(slot.index()));
            PlainSlot ofService = object.contract().plain(slot.index());
            return ofService == null ? arguments : ofService.ofQt(arguments);
        }

        void run(SlotTarget target, Object[] arguments) {
            try {
                Object result = target.call(session, arguments);
                if (result instanceof Promise<?> promise && promise.isDone()) {
                    // A callback would be one more thread's work, and that thread might be made here and outlive this bundle.
                    finish(new Outcome(promise.getFailure() == null ? promise.getValue() : null, promise.getFailure()));
                } else if (result instanceof Promise<?> promise) {
                    promise.onSuccess(value -> finish(Outcome.returned(value))).onFailure(failure -> finish(Outcome.failed(failure)));
                } else if (result instanceof CompletionStage<?> stage) {
                    stage.whenComplete((value, failure) -> finish(new Outcome(value, cause(failure))));
                } else if (result instanceof Future<?> future) {
                    await(future, 0);
                } else {
                    finish(Outcome.returned(result));
                }
            } catch (Throwable failure) {
                finish(Outcome.failed(failure));
            }
        }

        /** A future that never comes takes a turn from others now and then, and only as long as the caller is there. */
        private void await(Future<?> future, long millis) {
            Outcome outcome = SlotCalls.await(future, millis);
            if (outcome != null) {
                finish(outcome);
            } else if (session.isConnected()) {
                object.await(() -> await(future, FUTURE_TURN_MILLIS));
            }
        }

        private void finish(Outcome outcome) {
            session.letGo(bytes);
            answer(outcome);
        }

        void answer(Outcome outcome) {
            Outcome told = plain == null ? outcome : written(outcome);
            if (told.failure() != null) {
                log(told.failure());
            }
            if (serialId >= 0) {
                object.reply(session, serialId, slot, told);
            }
        }

        /** The result as it is now and here: the service may change it, and writing it may run code of its own. */
        private Outcome written(Outcome outcome) {
            if (outcome.failure() != null) {
                return outcome;
            }
            try {
                byte[] result = plain.writeResult(outcome.result());
                return Outcome.returned(result == null ? null : new PlainValues(plain.id(), result));
            } catch (Throwable unfit) {
                return Outcome.failed(unfit);
            }
        }

        private void log(Throwable failure) {
            if (session.isJavaPeer() && serialId >= 0) {
                LOG.debug("{}.{}, called by {}, failed", object.name(), slot.name(), session.peer(), failure);
            } else if (failure instanceof WireException unfit) {
                // The peer's doing: where in our code it was noticed tells nobody anything.
                LOG.warn("{}.{}, called by {}, failed; the peer cannot be told why: {}", object.name(), slot.name(), session.peer(),
                        unfit.getMessage());
            } else {
                LOG.warn("{}.{}, called by {}, failed; the peer cannot be told why", object.name(), slot.name(), session.peer(), failure);
            }
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** {@return how a future ended; null if it has not} */
    private static Outcome await(Future<?> future, long millis) {
        try {
            return Outcome.returned(future.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return null;
        } catch (ExecutionException failed) {
            return Outcome.failed(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Outcome.failed(stopped);
        } catch (CancellationException cancelled) {
            return Outcome.failed(cancelled);
        }
    }

    private static void write(HostSession session, RemotedObject object, InvokePacket invoke, WireInput in) {
        int index = invoke.index();
        if (index < 0 || index >= object.contract().properties().size()) {
            LOG.warn("{} writes property {} of {}, which has {}; ignored. Regenerate the peer from the interface.", session.peer(),
                    index, object.name(), object.contract().properties().size());
            return;
        }
        PropertyMember property = object.contract().properties().get(index);
        if (!property.modifier().isWritable() || !(object.property(index) instanceof SourceCell cell)) {
            LOG.warn("{} writes property {} of {}, which is read-only; ignored", session.peer(), property.name(), object.name());
            return;
        }
        if (!session.allows(object, Operation.WRITE, property.name())) {
            return;
        }
        try {
            in.reset(invoke.arguments());
            Object value = Values.readArguments(in, List.of(property.type()))[0];
            int bytes = bytes(invoke);
            session.hold(bytes);
            object.run(false, () -> {
                session.letGo(bytes);
                push(session, object, property, cell, value);
            });
        } catch (WireException unfit) {
            LOG.warn("{} writes {}.{} with something else than a {}; ignored: {}", session.peer(), object.name(), property.name(),
                    property.type().name(), unfit.getMessage());
        } catch (IllegalStateException tooMuch) {
            LOG.warn("{} writes {}.{}; ignored: {}", session.peer(), object.name(), property.name(), tooMuch.getMessage());
        }
    }

    private static void push(HostSession session, RemotedObject object, PropertyMember property, SourceCell cell, Object value) {
        try {
            cell.pushed(value);
        } catch (Exception refused) {
            LOG.warn("{}.{} refused what {} wrote; the peer cannot be told why", object.name(), property.name(), session.peer(), refused);
        }
    }
}
