package io.remoteobjects.node.contract;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

import io.remoteobjects.Constant;
import io.remoteobjects.Default;
import io.remoteobjects.MutableProperty;
import io.remoteobjects.OneWay;
import io.remoteobjects.Persisted;
import io.remoteobjects.Property;
import io.remoteobjects.PushProperty;
import io.remoteobjects.ReadWrite;
import io.remoteobjects.Signal;
import org.osgi.util.promise.Promise;

/** The members of one or several interfaces, by what their return types make them, sorted by name and descriptor. */
final class JavaMembers {

    private static final Map<Class<?>, ReturnKind> ASYNCHRONOUS = Map.of(
            Promise.class, ReturnKind.PROMISE,
            CompletableFuture.class, ReturnKind.COMPLETABLE_FUTURE,
            CompletionStage.class, ReturnKind.COMPLETABLE_FUTURE,
            Future.class, ReturnKind.FUTURE);

    private final List<JavaMember.OfProperty> properties = new ArrayList<>();
    private final List<JavaMember.OfSignal> signals = new ArrayList<>();
    private final List<JavaMember.OfSlot> slots = new ArrayList<>();

    private final boolean erasable;

    private JavaMembers(boolean erasable) {
        this.erasable = erasable;
    }

    /** @param erasable whether raw types and the like may stand for what bounds them, as in plain OSGi services */
    static JavaMembers of(List<Class<?>> interfaces, boolean erasable) {
        JavaMembers members = new JavaMembers(erasable);
        BeanMethods methods = new BeanMethods(InterfaceMethods.of(interfaces));
        methods.properties().forEach(members::add);
        methods.others().forEach(members::add);
        return members;
    }

    List<JavaMember.OfProperty> properties() {
        return properties;
    }

    List<JavaMember.OfSignal> signals() {
        return signals;
    }

    List<JavaMember.OfSlot> slots() {
        return slots;
    }

    /** {@return whether a method of this type gives a value at once, rather than something that has or will have one} */
    static boolean isValue(Class<?> type) {
        return type != void.class && !Property.class.isAssignableFrom(type) && !Signal.class.isAssignableFrom(type)
                && !ASYNCHRONOUS.containsKey(type);
    }

    private void add(BeanMethods.Bound bound) {
        Method getter = bound.getter().method();
        JavaType type = JavaType.of(getter.getGenericReturnType(), where(getter), erasable);
        properties.add(property(bound.getter(), bound.name(), type, bound.setter() != null, bound));
    }

    private void add(InterfaceMethods.Group methods) {
        Method method = methods.method();
        String where = where(method);
        if (method.getTypeParameters().length > 0 && !erasable) {
            throw new ContractException("Method " + where + " is generic, and a slot has fixed types. Write it without type parameters.");
        }
        Class<?> type = method.getReturnType();
        if (isOfAnotherApi(type)) {
            throw new ContractException("Member " + where + " returns a " + type.getName() + " of another copy of the API than this node "
                    + "uses. Refresh the bundles, so that all use the same one.");
        }
        if (Property.class.isAssignableFrom(type)) {
            properties.add(property(methods, where));
        } else if (Signal.class.isAssignableFrom(type)) {
            signals.add(signal(methods, where));
        } else {
            slots.add(slot(methods, where));
        }
    }

    /** {@return whether it is one of ours by name only, as after an update of the API's bundle that others were not refreshed with} */
    private static boolean isOfAnotherApi(Class<?> type) {
        return type.getPackageName().equals(Property.class.getPackageName()) && type.getClassLoader() != Property.class.getClassLoader();
    }

    static String where(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static JavaMember.OfProperty property(InterfaceMethods.Group methods, String where) {
        Method method = methods.method();
        requireAccessor(method, where, "property");
        boolean push = method.getReturnType() == PushProperty.class;
        if (!push && method.getReturnType() != Property.class) {
            throw new ContractException("Property " + where + " is a " + method.getReturnType().getSimpleName() + ", which only its Source "
                    + "owns" + (method.getReturnType() == MutableProperty.class ? "" : " or nobody knows")
                    + ". Declare it as Property or PushProperty in the interface.");
        }
        return property(methods, method.getName(), held(method, where, false), push, null);
    }

    private static JavaMember.OfProperty property(InterfaceMethods.Group methods, String javaName, JavaType type, boolean push,
            BeanMethods.Bound bound) {
        Method method = methods.method();
        String where = where(method);
        boolean constant = method.isAnnotationPresent(Constant.class);
        boolean readWrite = method.isAnnotationPresent(ReadWrite.class);
        if (constant && push || readWrite && !push) {
            throw new ContractException("Property " + where + (push ? " may be pushed" : " may not be pushed") + " and has @"
                    + (constant ? "Constant" : "ReadWrite") + ". Use @Constant on a Property or a getter without setter, @ReadWrite on a "
                    + "PushProperty or a getter with one.");
        }
        Modifier modifier = push ? readWrite ? Modifier.READWRITE : Modifier.READPUSH : constant ? Modifier.CONSTANT : Modifier.READONLY;
        JavaValue value = new JavaValue(Names.of(method, javaName, where), type, Names.repType(method), where);
        return new JavaMember.OfProperty(methods, value.name(), value, modifier, constant || readWrite,
                method.isAnnotationPresent(Persisted.class), Optional.ofNullable(method.getAnnotation(Default.class)).map(Default::value),
                bound);
    }

    private static JavaMember.OfSignal signal(InterfaceMethods.Group methods, String where) {
        Method method = methods.method();
        requireAccessor(method, where, "signal");
        if (method.getReturnType() != Signal.class) {
            throw new ContractException("Signal " + where + " is a " + method.getReturnType().getSimpleName()
                    + ", which only its Source owns. Declare it as Signal in the interface.");
        }
        String name = Names.of(method, method.getName(), where);
        JavaType carried = held(method, where, false);
        Class<?> type = carried.raw();
        if (type == Void.class) {
            return new JavaMember.OfSignal(methods, name, null, List.of());
        }
        if (type.isRecord() && Signal.Arguments.class.isAssignableFrom(type)) {
            RecordShape record = RecordShape.of(type);
            return new JavaMember.OfSignal(methods, name, record, record.components());
        }
        return new JavaMember.OfSignal(methods, name, null, List.of(new JavaValue("value", carried, Names.repType(method), where)));
    }

    private static void requireAccessor(Method method, String where, String what) {
        if (method.getParameterCount() > 0) {
            throw new ContractException("Accessor " + where + " of a " + what + " has parameters. Declare it without.");
        }
    }

    /** {@return what a Property, Signal, Promise or future holds} */
    private static JavaType held(Method method, String where, boolean erasable) {
        Type type = method.getGenericReturnType();
        if (type instanceof ParameterizedType parameterized
                && (erasable || !(parameterized.getActualTypeArguments()[0] instanceof WildcardType))) {
            return JavaType.of(parameterized.getActualTypeArguments()[0], where, erasable);
        }
        if (erasable) {
            return JavaType.of(Object.class, where, true);
        }
        throw new ContractException("Type " + type.getTypeName() + " of " + where + " does not say what it holds. "
                + "Name the type of its values, as in Property<Integer>.");
    }

    private JavaMember.OfSlot slot(InterfaceMethods.Group methods, String where) {
        Method method = methods.method();
        List<JavaValue> parameters = new ArrayList<>();
        for (Parameter each : method.getParameters()) {
            String whereParameter = "parameter " + each.getName() + " of " + where;
            JavaType type = JavaType.of(each.getParameterizedType(), whereParameter, erasable);
            parameters.add(new JavaValue(name(each, each.getName(), whereParameter), type, Names.repType(each), whereParameter));
        }
        ReturnKind kind = ASYNCHRONOUS.getOrDefault(method.getReturnType(), ReturnKind.VALUE);
        Class<?> raw = method.getReturnType();
        JavaType result = raw == void.class ? null
                : kind == ReturnKind.VALUE ? JavaType.of(method.getGenericReturnType(), "result of " + where, erasable)
                : held(method, where, erasable);
        if (result == null) {
            kind = ReturnKind.VOID;
        } else if (result.raw() == Void.class) {
            result = null;
        }
        boolean oneWay = method.isAnnotationPresent(OneWay.class);
        if (oneWay && kind != ReturnKind.VOID) {
            throw new ContractException("Slot " + where + " has @OneWay and returns " + raw.getSimpleName() + ". Let it return void.");
        }
        JavaValue value = result == null ? null : new JavaValue("", result, Names.repType(method), "result of " + where);
        return new JavaMember.OfSlot(methods, name(method, method.getName(), where), List.copyOf(parameters), value, kind, oneWay);
    }

    private String name(AnnotatedElement element, String javaName, String where) {
        return Names.of(element, erasable ? Names.plain(javaName) : javaName, where);
    }
}
