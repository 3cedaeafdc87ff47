package io.remoteobjects.node.contract;

import java.util.ArrayList;
import java.util.List;

import io.remoteobjects.wire.rep.RepParameter;
import io.remoteobjects.wire.rep.RepSignal;

/** Binds a signal's accessor to its declaration. */
final class SignalBinder {

    private static final Object[] NO_ARGUMENTS = {};

    private final ParameterBinder parameters;

    SignalBinder(ParameterBinder parameters) {
        this.parameters = parameters;
    }

    SignalMember bind(int index, RepSignal declared, JavaMember.OfSignal own) {
        return own.record() == null ? ofOneOrNone(index, declared, own) : ofRecord(index, declared, own);
    }

    private SignalMember ofOneOrNone(int index, RepSignal declared, JavaMember.OfSignal own) {
        List<Parameter> bound = parameters.bind(declared.name(), declared.parameters(), own.parameters(), own.where());
        if (bound.isEmpty()) {
            return new SignalMember(index, declared.name(), bound, own.methods().method(), -1, carried -> NO_ARGUMENTS, arguments -> null,
                    carried -> null);
        }
        return new SignalMember(index, declared.name(), bound, own.methods().method(), -1, carried -> new Object[] {carried},
                arguments -> arguments[0], bound.get(0).check());
    }

    /** The components are bound by name; their order is the file's. */
    private SignalMember ofRecord(int index, RepSignal declared, JavaMember.OfSignal own) {
        RecordShape record = own.record();
        int[] order = RecordBinder.order("SIGNAL " + declared.name(), declared.parameters(), record, own.where());
        ValueCheck[] checks = new ValueCheck[order.length];
        List<Parameter> bound = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            RepParameter parameter = declared.parameters().get(i);
            BoundType type = parameters.type(own.parameters().get(order[i]), parameter.type());
            checks[order[i]] = type.check();
            bound.add(new Parameter(parameter.name(), type.type(), Checks.located(type.check(), own.where())));
        }
        ValueCheck check = value -> RecordBinder.checked(value, record, checks);
        return new SignalMember(index, declared.name(), List.copyOf(bound), own.methods().method(), -1,
                carried -> RecordBinder.toFields(carried, record, order),
                arguments -> record.create(RecordBinder.toComponents(arguments, order)),
                Checks.located(check.required(record.type().getSimpleName()), own.where()));
    }
}
