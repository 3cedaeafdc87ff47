package io.remoteobjects.node.replica;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;

import io.remoteobjects.Replica;
import io.remoteobjects.node.contract.Member;
import io.remoteobjects.node.contract.PropertyMember;
import io.remoteobjects.node.contract.SignalMember;
import io.remoteobjects.node.contract.SlotMember;
import io.remoteobjects.spi.Handles;

/** The object that implements a replica's interfaces: each method leads, by the contract's table, to a cell or a call. */
final class TypedProxy implements Handles.Holder {

    private final TypedView view;

    /** Of those who take this object for a JavaBean; made for the first of them. */
    private BeanListeners beanListeners;

    private TypedProxy(TypedView view) {
        this.view = view;
    }

    static Object create(TypedView view, ClassLoader loader, Class<?>... interfaces) {
        return ProxyClasses.newProxy(loader, new TypedProxy(view), interfaces);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Member member = view.contract().member(method);
        if (member instanceof PropertyMember property) {
            return property.bean() == null ? view.property(member.index())
                    : arguments == null ? view.property(member.index()).get() : view.set(property, arguments[0]);
        }
        if (member instanceof SlotMember slot) {
            return view.call(slot, arguments);
        }
        if (member instanceof SignalMember) {
            return view.signal(member.index());
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "addPropertyChangeListener", "removePropertyChangeListener", "getPropertyChangeListeners", "hasListeners" ->
                beanListeners(proxy).call(method, arguments);
            case "toString" -> "Replica " + view.name() + " (" + view.type() + ", " + view.state() + ")";
            default -> throw new UnsupportedOperationException(method + " is no member of the remote interface " + view.type());
        };
    }

    private synchronized BeanListeners beanListeners(Object proxy) {
        if (beanListeners == null) {
            beanListeners = new BeanListeners(proxy, view);
        }
        return beanListeners;
    }

    @Override
    public Replica replica() {
        return view;
    }
}
