package io.remoteobjects.node.contract;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record, or a data transfer object as OSGi defines it: a class whose fields are all public, with a public constructor that takes
 * nothing. Its members travel by name: one that the other side does not have is passed over there, one that does not come keeps the value
 * that the constructor gives it.
 */
final class PlainClass implements PlainType.Named {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
    private static final MethodType SETTER = MethodType.methodType(void.class, Object.class, Object.class);

    private final Class<?> raw;
    private final MethodHandle constructor;
    private final List<Member> members;

    /** The members by name; set once the types that they have are known, which may be this one. */
    private Map<String, PlainType> types = Map.of();

    /** One of them; {@code set} is null in records. */
    private record Member(String name, Class<?> raw, Type type, MethodHandle get, MethodHandle set) {
    }

    private PlainClass(Class<?> raw, MethodHandle constructor, List<Member> members) {
        this.raw = raw;
        this.constructor = constructor;
        this.members = members;
    }

    /**
     * @param type a class
     * @return how it travels
     * @throws ContractException if it does not; the message is the end of a sentence, and says why and what to do
     */
    static PlainClass of(Class<?> type) {
        try {
            return type.isRecord() ? ofRecord(type) : ofDto(type);
        } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
            throw new ContractException("cannot be reached by reflection. Open its package to the module of Remote Objects", closed);
        }
    }

    private static PlainClass ofRecord(Class<?> type) throws ReflectiveOperationException {
        List<Member> members = new ArrayList<>();
        for (RecordComponent each : type.getRecordComponents()) {
            each.getAccessor().setAccessible(true);
            members.add(new Member(each.getName(), each.getType(), each.getGenericType(),
                    LOOKUP.unreflect(each.getAccessor()).asType(GETTER), null));
        }
        Constructor<?> constructor = type.getDeclaredConstructor(members.stream().map(Member::raw).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return new PlainClass(type, LOOKUP.unreflectConstructor(constructor)
                .asType(MethodType.genericMethodType(members.size())).asSpreader(Object[].class, members.size()), members);
    }

    private static PlainClass ofDto(Class<?> type) throws ReflectiveOperationException {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0 && !field.isSynthetic()) {
                    fields.putIfAbsent(field.getName(), field);
                }
            }
        }
        boolean data = !fields.isEmpty() && !Modifier.isAbstract(type.getModifiers())
                && fields.values().stream().map(Field::getModifiers).allMatch(each -> Modifier.isPublic(each) && !Modifier.isFinal(each))
                && Arrays.stream(type.getConstructors()).anyMatch(each -> each.getParameterCount() == 0);
        if (!data) {
            throw new ContractException("is neither a value nor pure data. Use a record, or a class whose fields are all public and not "
                    + "final, with a public constructor that takes nothing");
        }
        Constructor<?> constructor = type.getConstructor();
        constructor.setAccessible(true);
        List<Member> members = new ArrayList<>();
        for (Field each : fields.values()) {
            each.setAccessible(true);
            members.add(new Member(each.getName(), each.getType(), each.getGenericType(), LOOKUP.unreflectGetter(each).asType(GETTER),
                    LOOKUP.unreflectSetter(each).asType(SETTER)));
        }
        return new PlainClass(type, LOOKUP.unreflectConstructor(constructor).asType(MethodType.genericMethodType(0)), members);
    }

    /** Finds the types of the members; to be called once, after this type can be found itself. */
    void bind(PlainTypes known) {
        Map<String, PlainType> found = new LinkedHashMap<>();
        members.forEach(each -> found.put(each.name, known.of(each.type, raw.getSimpleName() + "." + each.name)));
        types = found;
    }

    @Override
    public Class<?> raw() {
        return raw;
    }

    @Override
    public void write(PlainWriter out, Object value) {
        out.head(PlainTag.OBJECT, raw);
        out.out().writeI16(members.size());
        for (Member each : members) {
            out.name(each.name);
            out.value(get(each, value), each.name);
        }
    }

    /** {@return the values of all members by name} */
    Map<String, Object> values(Object from) {
        Map<String, Object> values = new LinkedHashMap<>();
        members.forEach(each -> values.put(each.name, get(each, from)));
        return values;
    }

    @Override
    public Object of(Object natural) {
        if (!(natural instanceof Map<?, ?> map)) {
            return checked(natural);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        types.forEach((name, type) -> {
            if (map.containsKey(name)) {
                values.put(name, type.of(map.get(name)));
            }
        });
        return made(values);
    }

    @Override
    public Object readContent(PlainReader in) {
        int count = in.in().readU16();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = in.name();
            PlainType type = types.get(name);
            if (type == null) {
                in.skip();
            } else {
                values.put(name, in.value(type, name));
            }
        }
        return made(values);
    }

    private Object made(Map<String, Object> values) {
        try {
            return raw.isRecord() ? record(values) : dto(values);
        } catch (BadValueException | Error unchanged) {
            throw unchanged;
        } catch (Throwable refused) {
            throw new BadValueException(raw.getName() + " refuses the values that came (" + refused
                    + "): let its constructor accept what may be sent");
        }
    }

    private Object record(Map<String, Object> values) throws Throwable {
        Object[] components = new Object[members.size()];
        for (int i = 0; i < components.length; i++) {
            Member member = members.get(i);
            components[i] = values.containsKey(member.name) ? fitting(member, values)
                    : Array.get(Array.newInstance(member.raw, 1), 0);
        }
        return (Object) constructor.invokeExact(components);
    }

    private Object dto(Map<String, Object> values) throws Throwable {
        Object made = (Object) constructor.invokeExact();
        for (Member each : members) {
            if (values.containsKey(each.name)) {
                each.set.invokeExact(made, fitting(each, values));
            }
        }
        return made;
    }

    private Object fitting(Member member, Map<String, Object> values) {
        Object value = values.get(member.name);
        if (value == null && member.raw.isPrimitive()) {
            throw new BadValueException("null is no " + member.raw + ", which " + member.name + " of " + raw.getName()
                    + " is: give both sides the same version of it");
        }
        return value;
    }

    private static Object get(Member member, Object from) {
        try {
            return (Object) member.get.invokeExact(from);
        } catch (RuntimeException | Error unchanged) {
            throw unchanged;
        } catch (Throwable thrown) {
            throw new IllegalStateException("The accessor of " + member.name + " threw. Make it return the component.", thrown);
        }
    }
}
