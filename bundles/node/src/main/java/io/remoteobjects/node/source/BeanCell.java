package io.remoteobjects.node.source;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.UnaryOperator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.spi.OrderDomain;
import io.remoteobjects.spi.SourceCell;
import io.remoteobjects.spi.ValueCell;

/**
 * A property of a Source that is a JavaBean: what its getter returned last. It is read again whenever it may have changed, rather than
 * taken from an event, for a bean's threads tell of their changes in any order.
 */
final class BeanCell extends ValueCell<Object> implements SourceCell {

    private static final Logger LOG = LoggerFactory.getLogger(BeanCell.class);

    private final Object bean;
    private final Method getter;
    private final Method setter;

    /** Null until the bean is shared: then it is read for the first time. */
    private volatile UnaryOperator<Object> check;

    /** @param setter null where there is none */
    BeanCell(Object bean, Method getter, Method setter) {
        super(OrderDomain.ofSource(), null);
        this.bean = bean;
        this.getter = getter;
        this.setter = setter;
    }

    @Override
    public void check(UnaryOperator<Object> newCheck) {
        check = newCheck;
        take();
    }

    /** Reads the bean again if another thread did meanwhile: what is stored last was read last. */
    private void take() {
        long seen;
        do {
            seen = version();
        } while (!store(read(), seen));
    }

    /** Takes the current value of the bean; if it has none that can be carried, the old one stays. Any thread, without a lock of ours. */
    void refresh() {
        if (check != null) {
            try {
                take();
            } catch (RuntimeException unfit) {
                LOG.warn("{} keeps its old value in all Replicas", describe(), unfit);
            }
        }
    }

    private Object read() {
        Object value;
        try {
            value = invoke(bean, getter);
        } catch (Exception thrown) {
            throw new IllegalArgumentException(describe() + " threw " + thrown + ", and a getter of a Source returns a value whenever it "
                    + "is asked.", thrown);
        }
        return check.apply(value);
    }

    private String describe() {
        return bean.getClass().getName() + "." + getter.getName() + "()";
    }

    @Override
    public void pushed(Object value) throws Exception {
        invoke(bean, setter, value);
        // Before the answer, even if the bean tells of it later.
        refresh();
    }

    static Object invoke(Object bean, Method method, Object... arguments) throws Exception {
        try {
            method.setAccessible(true);
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Exception ofBean) {
                throw ofBean;
            }
            throw thrown;
        }
    }
}
