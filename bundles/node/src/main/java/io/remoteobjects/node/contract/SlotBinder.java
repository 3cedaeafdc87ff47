package io.remoteobjects.node.contract;

import java.util.List;

import io.remoteobjects.wire.rep.RepSlot;

/** Binds a slot's method to its declaration. */
final class SlotBinder {

    private final ParameterBinder parameters;

    SlotBinder(ParameterBinder parameters) {
        this.parameters = parameters;
    }

    /** Whether name and number of parameters are the same: overloads are then told apart by their types. */
    static boolean mayBe(RepSlot declared, JavaMember.OfSlot own) {
        return own.name().equals(declared.name()) && own.parameters().size() == declared.parameters().size();
    }

    SlotMember bind(int index, RepSlot declared, JavaMember.OfSlot own) {
        List<Parameter> bound = parameters.bind(declared.name(), declared.parameters(), own.parameters(), own.where());
        boolean isVoid = declared.returnType().strip().equals(RepSlot.VOID);
        if (isVoid != (own.result() == null)) {
            throw new ContractException("Result of slot " + own.where() + " is " + (own.result() == null ? "void" : own.result().type())
                    + " in Java and '" + declared.returnType() + "' in " + parameters.fileName() + ". Make both the same.");
        }
        if (isVoid) {
            return new SlotMember(index, declared.name(), bound, null, own.methods().method(), own.returnKind(), own.oneWay(), -1,
                    value -> null);
        }
        BoundType result = parameters.type(own.result(), declared.returnType());
        return new SlotMember(index, declared.name(), bound, result.type(), own.methods().method(), own.returnKind(), own.oneWay(), -1,
                Checks.located(result.check(), own.result().where()));
    }
}
