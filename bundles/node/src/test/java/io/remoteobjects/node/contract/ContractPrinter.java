package io.remoteobjects.node.contract;

import java.util.stream.Collectors;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.rep.RepWriter;

/** Prints contracts, as a program for {@link SameEverywhereTest} to run in other JVMs. */
final class ContractPrinter {

    private ContractPrinter() {
    }

    public static void main(String[] names) throws ClassNotFoundException {
        for (String name : names) {
            System.out.print(text(Class.forName(name)));
        }
    }

    static String text(Class<?> type) {
        Contract contract = Contract.of(type);
        return type.getName() + " " + contract.signature(Generation.QTRO_1_3) + " " + contract.signature(Generation.QTRO_2_0) + "\n"
                + RepWriter.write(contract.rep())
                + contract.properties().stream().map(each -> each.index() + " " + each.name() + " " + each.type() + " "
                        + each.notifySignal() + " " + each.pushSlot() + "\n").collect(Collectors.joining())
                + contract.signals().stream().map(each -> each.index() + " " + each.signature() + "\n").collect(Collectors.joining())
                + contract.slots().stream().map(each -> each.index() + " " + each.signature() + " " + each.method() + "\n")
                        .collect(Collectors.joining());
    }
}
