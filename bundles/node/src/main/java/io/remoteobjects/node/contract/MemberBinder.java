package io.remoteobjects.node.contract;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.remoteobjects.wire.rep.RepChild;
import io.remoteobjects.wire.rep.RepClass;
import io.remoteobjects.wire.rep.RepMember;
import io.remoteobjects.wire.rep.RepModel;
import io.remoteobjects.wire.rep.RepProperty;
import io.remoteobjects.wire.rep.RepSignal;
import io.remoteobjects.wire.rep.RepSlot;

/** Binds the methods of an interface to the members of a class in a .rep file, by name, in the order of the file. */
final class MemberBinder {

    private final RepClass type;
    private final String fileName;
    private final ParameterBinder parameters;
    private final String interfaceName;
    private final List<PropertyMember> properties = new ArrayList<>();
    private final List<SignalMember> signals = new ArrayList<>();
    private final List<SlotMember> slots = new ArrayList<>();
    private final Map<Method, Member> byMethod = new HashMap<>();

    MemberBinder(RepClass type, String fileName, TypeBinder types, String interfaceName) {
        this.type = type;
        this.fileName = fileName;
        this.parameters = new ParameterBinder(types, fileName);
        this.interfaceName = interfaceName;
    }

    List<PropertyMember> properties() {
        return List.copyOf(properties);
    }

    List<SignalMember> signals() {
        return List.copyOf(signals);
    }

    List<SlotMember> slots() {
        return List.copyOf(slots);
    }

    Map<Method, Member> byMethod() {
        return Map.copyOf(byMethod);
    }

    void bind(JavaMembers java) {
        refuseSubObjects();
        bindProperties(byName(java.properties()));
        bindSignals(byName(java.signals()));
        bindSlots(new ArrayList<>(java.slots()));
    }

    private void refuseSubObjects() {
        for (RepMember each : type.members()) {
            if (each instanceof RepModel || each instanceof RepChild) {
                throw new ContractException("Member " + each.name() + " of " + type.name() + " in " + fileName + " is a "
                        + (each instanceof RepModel ? "MODEL" : "CLASS") + ", for which a Java interface has no member. "
                        + "Use a DynamicReplica, or a class without it.");
            }
        }
    }

    private <T extends JavaMember> Map<String, T> byName(List<T> members) {
        Map<String, T> named = new LinkedHashMap<>();
        for (T each : members) {
            T other = named.put(each.name(), each);
            if (other != null) {
                throw new ContractException("Methods " + other.methods().method() + " and " + each.methods().method() + " are both called '"
                        + each.name() + "' on the Qt side. Give one of them another name with @Name.");
            }
        }
        return named;
    }

    private void bindProperties(Map<String, JavaMember.OfProperty> java) {
        List<RepProperty> declared = type.properties();
        int notify = 0;
        int push = 0;
        for (RepProperty each : declared) {
            JavaMember.OfProperty own = java.remove(each.name());
            if (own == null) {
                throw missing("PROP(" + each.type() + " " + each.name() + ")", "an accessor " + each.name() + "() that returns a Property");
            }
            Modifier modifier = modifier(each, own);
            BoundType bound = parameters.type(own.value(), each.type());
            BeanProperty bean = own.bound() == null ? null : own.bound().property();
            PropertyMember member = new PropertyMember(properties.size(), each.name(), bound.type(), modifier, each.persisted(),
                    own.methods().method(), bean, modifier == Modifier.CONSTANT ? -1 : notify++,
                    modifier == Modifier.READPUSH ? push++ : -1, Defaults.of(each, own, bound),
                    Checks.located(bound.check(), own.value().where()));
            properties.add(member);
            own.methods().all().forEach(method -> byMethod.put(method, member));
            if (bean != null && bean.setter() != null) {
                own.bound().setter().all().forEach(method -> byMethod.put(method, member));
            }
        }
        requireNone(java.values(), "PROP");
        for (int i = 0; i < declared.size(); i++) {
            addNotifyAndPush(declared.get(i), properties.get(i));
        }
    }

    private Modifier modifier(RepProperty declared, JavaMember.OfProperty own) {
        Modifier modifier = Modifier.of(declared.modifier());
        boolean differs = modifier.isWritable() != own.modifier().isWritable() || own.annotated() && modifier != own.modifier();
        if (differs) {
            throw new ContractException("Property " + own.value().where() + " is " + own.modifier() + " in Java and " + declared.modifier()
                    + " in " + fileName + ". Make both the same: Property is READONLY, with @Constant CONSTANT; PushProperty is READPUSH, "
                    + "with @ReadWrite READWRITE.");
        }
        return modifier;
    }

    private void addNotifyAndPush(RepProperty declared, PropertyMember property) {
        List<Parameter> value = List.of(new Parameter(property.name(), property.type(), property.check()));
        if (property.notifySignal() >= 0) {
            signals.add(new SignalMember(property.notifySignal(), declared.notifyName(), value, null, property.index(),
                    carried -> new Object[] {carried}, arguments -> arguments[0], property.check()));
        }
        if (property.pushSlot() >= 0) {
            slots.add(new SlotMember(property.pushSlot(), declared.pushName(), value, null, null, ReturnKind.VOID, false, property.index(),
                    UnaryOperator.identity()));
        }
    }

    private void bindSignals(Map<String, JavaMember.OfSignal> java) {
        SignalBinder binder = new SignalBinder(parameters);
        for (RepSignal each : type.signals()) {
            JavaMember.OfSignal own = java.remove(each.name());
            if (own == null) {
                throw missing("SIGNAL(" + each.name() + "(" + ParameterBinder.texts(each.parameters()) + "))",
                        "an accessor " + each.name() + "() that returns a Signal");
            }
            SignalMember member = binder.bind(signals.size(), each, own);
            signals.add(member);
            own.methods().all().forEach(method -> byMethod.put(method, member));
        }
        requireNone(java.values(), "SIGNAL");
    }

    private void bindSlots(List<JavaMember.OfSlot> java) {
        SlotBinder binder = new SlotBinder(parameters);
        for (RepSlot each : type.slots()) {
            bindSlot(binder, each, java);
        }
        requireNone(java, "SLOT");
    }

    private void bindSlot(SlotBinder binder, RepSlot declared, List<JavaMember.OfSlot> java) {
        String text = "SLOT(" + declared.returnType() + " " + declared.name() + "(" + ParameterBinder.texts(declared.parameters()) + "))";
        ContractException differs = missing(text, "a method " + declared.name() + " with " + declared.parameters().size() + " parameters");
        for (JavaMember.OfSlot own : java) {
            if (SlotBinder.mayBe(declared, own)) {
                try {
                    SlotMember member = binder.bind(slots.size(), declared, own);
                    slots.add(member);
                    own.methods().all().forEach(method -> byMethod.put(method, member));
                    java.remove(own);
                    return;
                } catch (ContractException otherTypes) {
                    differs = otherTypes;
                }
            }
        }
        throw differs;
    }

    private ContractException missing(String declared, String method) {
        return new ContractException("Interface " + interfaceName + " has no member for " + declared + " of " + type.name() + " in "
                + fileName + ". Add " + method + ", or take it out of the file.");
    }

    private void requireNone(Collection<? extends JavaMember> left, String kind) {
        for (JavaMember each : left) {
            throw new ContractException("Member " + each.methods().method() + " has no " + kind + " " + each.name() + " in class "
                    + type.name() + " of " + fileName + ". Add it there, or take it out of the interface.");
        }
    }
}
