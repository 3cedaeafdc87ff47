package io.remoteobjects.node.replica;

import org.osgi.util.promise.Promise;

import io.remoteobjects.PushProperty;
import io.remoteobjects.node.contract.PropertyMember;
import io.remoteobjects.spi.ValueCell;

/** A property of a typed replica. */
final class ReplicaProperty extends ValueCell<Object> implements PushProperty<Object> {

    private final TypedView view;
    private final PropertyMember member;

    ReplicaProperty(TypedView view, PropertyMember member) {
        super(view.domain(), member.defaultValue());
        this.view = view;
        this.member = member;
    }

    PropertyMember member() {
        return member;
    }

    /** Takes a value that came; on the replicas' event loop. */
    void take(Object value) {
        store(value);
    }

    @Override
    public Promise<Void> push(Object value) {
        return view.push(member, value);
    }
}
