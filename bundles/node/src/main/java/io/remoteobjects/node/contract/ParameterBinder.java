package io.remoteobjects.node.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.remoteobjects.wire.rep.RepParameter;

/**
 * Binds parameters to their declarations, by position.
 *
 * @param types binds their types
 * @param fileName how errors call the file
 */
record ParameterBinder(TypeBinder types, String fileName) {

    List<Parameter> bind(String name, List<RepParameter> declared, List<JavaValue> own, String where) {
        if (declared.size() != own.size()) {
            throw new ContractException("Member " + where + " carries " + own.size() + " values in Java, and " + name + "("
                    + texts(declared) + ") in " + fileName + " carries " + declared.size()
                    + ". Make both the same; a signal with several takes a record that implements Signal.Arguments.");
        }
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            BoundType bound = type(own.get(i), declared.get(i).type());
            parameters.add(new Parameter(declared.get(i).name(), bound.type(), Checks.located(bound.check(), own.get(i).where())));
        }
        return List.copyOf(parameters);
    }

    BoundType type(JavaValue value, String text) {
        return types.bind(value, text);
    }

    static String texts(List<RepParameter> parameters) {
        return parameters.stream().map(each -> each.type() + " " + each.name()).collect(Collectors.joining(", "));
    }
}
