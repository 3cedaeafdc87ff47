package io.remoteobjects.node.source;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.remoteobjects.NonBlocking;
import io.remoteobjects.Subscription;
import io.remoteobjects.node.contract.Contract;
import io.remoteobjects.node.contract.PropertyMember;
import io.remoteobjects.node.contract.SignalMember;
import io.remoteobjects.node.contract.SlotMember;
import io.remoteobjects.spi.SignalCell;
import io.remoteobjects.spi.SourceCell;
import io.remoteobjects.spi.ValueCell;

/** Finds what stands behind the members of a contract in an application's object. */
final class SourceBinding {

    private final Contract contract;
    private final Object source;

    private SourceBinding(Contract contract, Object source) {
        this.contract = contract;
        this.source = source;
    }

    /**
     * @param contract the members
     * @param source an object that has them
     * @return what stands behind them
     * @throws IllegalArgumentException if an accessor returns something that no runtime can follow; the message names it
     */
    static SourceMembers bind(Contract contract, Object source) {
        return new SourceBinding(contract, source).bind();
    }

    private SourceMembers bind() {
        List<ValueCell<?>> properties = new ArrayList<>();
        Map<String, BeanCell> ofBean = new LinkedHashMap<>();
        for (PropertyMember property : contract.properties()) {
            if (property.bean() == null) {
                properties.add((ValueCell<?>) cell(property.accessor(), ValueCell.class, "Property.of"));
            } else {
                BeanCell cell = new BeanCell(source, property.accessor(), property.bean().setter());
                properties.add(cell);
                ofBean.put(property.bean().name(), cell);
            }
        }
        List<SignalCell<?>> signals = new ArrayList<>();
        for (SignalMember signal : contract.signals()) {
            signals.add(signal.accessor() == null ? null : (SignalCell<?>) cell(signal.accessor(), SignalCell.class, "Signal.emitter"));
        }
        List<SlotTarget> slots = new ArrayList<>();
        for (SlotMember slot : contract.slots()) {
            slots.add(slot.pushes() >= 0 ? push(properties.get(slot.pushes())) : call(slot.method()));
        }
        Subscription changes = ofBean.isEmpty() ? () -> { } : BeanListener.listen(source, ofBean);
        return new SourceMembers(properties, signals, slots, contract.isPlain(), changes);
    }

    private Object cell(Method accessor, Class<?> wanted, String maker) {
        Object cell;
        try {
            accessor.setAccessible(true);
            cell = accessor.invoke(source);
        } catch (InvocationTargetException thrown) {
            throw new IllegalArgumentException(describe(accessor) + " threw " + thrown.getCause() + ". An accessor returns the same "
                    + maker + " each time.", thrown.getCause());
        } catch (IllegalAccessException hidden) {
            throw new IllegalArgumentException(describe(accessor) + " cannot be called: " + hidden.getMessage(), hidden);
        }
        if (!wanted.isInstance(cell)) {
            throw new IllegalArgumentException(describe(accessor) + " returned " + (cell == null ? "null" : cell.getClass().getName())
                    + ". It must return what " + maker + " makes, the same each time.");
        }
        return cell;
    }

    private String describe(Method accessor) {
        return source.getClass().getName() + "." + accessor.getName() + "()";
    }

    private static SlotTarget push(ValueCell<?> property) {
        return (caller, arguments) -> {
            ((SourceCell) property).pushed(arguments[0]);
            return null;
        };
    }

    private SlotTarget call(Method method) {
        try {
            method.setAccessible(true);
            MethodHandle handle = MethodHandles.lookup().unreflect(method).bindTo(source).asFixedArity();
            MethodHandle spread = handle.asSpreader(Object[].class, method.getParameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
            return new MethodTarget(spread, isNonBlocking(method));
        } catch (IllegalAccessException hidden) {
            throw new IllegalArgumentException(describe(method) + " cannot be called: " + hidden.getMessage(), hidden);
        }
    }

    private boolean isNonBlocking(Method method) {
        Class<?> type = source.getClass();
        if (type.isAnnotationPresent(NonBlocking.class)) {
            return true;
        }
        try {
            return type.getMethod(method.getName(), method.getParameterTypes()).isAnnotationPresent(NonBlocking.class);
        } catch (NoSuchMethodException inherited) {
            return false;
        }
    }

    private record MethodTarget(MethodHandle handle, boolean nonBlocking) implements SlotTarget {

        @Override
        public Object call(Caller caller, Object[] arguments) throws Throwable {
            return (Object) handle.invokeExact(arguments);
        }
    }
}
