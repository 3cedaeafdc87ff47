package io.remoteobjects.node.contract;

import java.lang.reflect.Method;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.remoteobjects.RemoteObject;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.packet.ClassDefinition;
import io.remoteobjects.wire.rep.RepClass;
import io.remoteobjects.wire.rep.RepFile;
import io.remoteobjects.wire.rep.RepSignature;

/**
 * What one or several Java interfaces mean on the wire: members in wire order with their Qt types. Truth is the resource
 * {@code <Interface>.rep} beside the interface where there is one, and Java members are bound to it by name; otherwise the order is that
 * of names and descriptors. The same interfaces give the same contract in every JVM. Immutable.
 */
public final class Contract {

    private final List<Class<?>> interfaces;
    private final String typeName;
    private final RepFile rep;
    private final List<PropertyMember> properties;
    private final List<SignalMember> signals;
    private final List<SlotMember> slots;
    private final List<PlainSlot> plainSlots;
    private final Map<Method, Member> byMethod;
    private final Map<Generation, String> signatures = new EnumMap<>(Generation.class);
    private final Map<Generation, ClassDefinition> definitions = new EnumMap<>(Generation.class);

    private Contract(String typeName, List<PropertyMember> properties, List<SignalMember> signals, List<SlotMember> slots) {
        this.interfaces = List.of();
        this.typeName = typeName;
        this.rep = null;
        this.properties = properties;
        this.signals = signals;
        this.slots = slots;
        this.plainSlots = List.of();
        this.byMethod = Map.of();
        for (Generation each : Generation.values()) {
            signatures.put(each, "");
            definitions.put(each, DefinitionWriter.ofMembers(typeName, properties, signals, slots));
        }
    }

    private Contract(List<Class<?>> interfaces, String typeName, RepFile rep, MemberBinder members, List<PlainSlot> plainSlots) {
        this.interfaces = interfaces;
        this.typeName = typeName;
        this.rep = rep;
        this.properties = members.properties();
        this.signals = members.signals();
        this.slots = members.slots();
        this.plainSlots = plainSlots;
        this.byMethod = members.byMethod();
        RepClass type = rep.classNamed(typeName).orElseThrow();
        for (Generation each : Generation.values()) {
            signatures.put(each, RepSignature.of(rep, typeName, each));
            definitions.put(each, new DefinitionWriter(type, new RepScope(rep, type), each).write());
        }
    }

    /**
     * Reads the contract of an object that has these interfaces. Reads resources and uses reflection: keep the result.
     *
     * @param interfaces one or several; those that others of them extend add nothing. The first names the type
     * @return their contract
     * @throws ContractException if they cannot be a remote object
     */
    public static Contract of(Class<?>... interfaces) {
        List<Class<?>> roots = InterfaceMethods.mostSpecific(interfaces);
        InterfaceRules.check(roots, isPlain(roots));
        try {
            return read(roots, RepResource.of(roots));
        } catch (LinkageError | TypeNotPresentException unresolved) {
            throw new ContractException("Interface " + roots.get(0).getName() + " uses a class that its bundle does not see (" + unresolved
                    + "). Import its package there.", unresolved);
        }
    }

    static Contract read(List<Class<?>> roots, Optional<RepResource> resource) {
        boolean plain = isPlain(roots);
        String typeName = typeName(roots.get(0), plain);
        JavaMembers members = JavaMembers.of(roots, plain);
        RepFile rep = resource.map(RepResource::file).orElseGet(() -> RepGenerator.generate(typeName, roots, members, plain));
        if (resource.isEmpty() && !plain) {
            InterfaceRules.checkText(rep, roots.get(0));
        }
        String fileName = resource.map(RepResource::name).orElse("the contract");
        RepClass type = rep.classNamed(typeName).orElseThrow(() -> new ContractException("No class " + typeName + " in " + fileName
                + " beside interface " + roots.get(0).getName() + ". Rename the class there, or name it in @RemoteObject."));
        PlainTypes types = plain ? PlainTypes.of(InterfaceMethods.hierarchy(roots)) : null;
        MemberBinder binder = new MemberBinder(type, fileName, new TypeBinder(rep, type, fileName, types), roots.get(0).getName());
        binder.bind(members);
        Contract contract = new Contract(roots, typeName, rep, binder, plain ? plainSlots(types, members, binder.slots()) : List.of());
        if (!plain) {
            InterfaceRules.checkNames(contract);
        }
        return contract;
    }

    private static List<PlainSlot> plainSlots(PlainTypes types, JavaMembers members, List<SlotMember> slots) {
        Map<Method, JavaMember.OfSlot> methods = new HashMap<>();
        members.slots().forEach(each -> methods.put(each.methods().method(), each));
        return slots.stream().map(each -> {
            JavaMember.OfSlot method = methods.get(each.method());
            return method == null ? null : new PlainSlot(each, method, types);
        }).toList();
    }

    private static boolean isPlain(List<Class<?>> interfaces) {
        return interfaces.stream().noneMatch(each -> each.isAnnotationPresent(RemoteObject.class));
    }

    /**
     * Makes the contract of an object of the protocol itself, for which there is neither interface nor signature.
     *
     * @param typeName the QtRO type name
     * @param properties by their number on the wire
     * @param signals by their number on the wire
     * @param slots by their number on the wire
     * @return the contract
     */
    public static Contract ofProtocol(String typeName, List<PropertyMember> properties, List<SignalMember> signals,
            List<SlotMember> slots) {
        return new Contract(typeName, List.copyOf(properties), List.copyOf(signals), List.copyOf(slots));
    }

    /** Any name will do for a plain interface: no .rep file is ever made of it. */
    private static String typeName(Class<?> type, boolean plain) {
        RemoteObject mark = type.getAnnotation(RemoteObject.class);
        String simpleName = plain ? Names.plain(type.getSimpleName()) : type.getSimpleName();
        String name = mark == null || mark.value().isEmpty() ? simpleName : mark.value();
        Names.requireName(name, "interface " + type.getName(), plain ? 1 : 2);
        return name;
    }

    /** {@return whether no interface is marked as a remote object: a plain service, whose methods are all slots} */
    public boolean isPlain() {
        return !interfaces.isEmpty() && isPlain(interfaces);
    }

    /** {@return whether two nodes of this product call its slots otherwise than Qt does} */
    public boolean hasPlainSlots() {
        return !plainSlots.isEmpty();
    }

    /**
     * @param slot its number
     * @return the slot as two nodes of this product know it; null if it pushes a property, or this is no plain interface
     */
    public PlainSlot plain(int slot) {
        return plainSlots.isEmpty() ? null : plainSlots.get(slot);
    }

    /**
     * @param slot the number by which it was called
     * @param id what tells it from others, see {@link PlainSlot#id()}
     * @return the slot of that number if it has that id, else the one that has; null if there is none
     */
    public PlainSlot plain(int slot, long id) {
        PlainSlot numbered = plain(slot);
        return numbered == null || numbered.id() == id ? numbered
                : plainSlots.stream().filter(each -> each != null && each.id() == id).findFirst().orElse(null);
    }

    /** {@return the interfaces an object of this contract has; those they extend not listed} */
    public List<Class<?>> interfaces() {
        return interfaces;
    }

    /** {@return the QtRO type name} */
    public String typeName() {
        return typeName;
    }

    /** {@return the properties by their number on the wire} */
    public List<PropertyMember> properties() {
        return properties;
    }

    /** {@return the signals by their number on the wire: those that tell changes first} */
    public List<SignalMember> signals() {
        return signals;
    }

    /** {@return the slots by their number on the wire: those that push properties first} */
    public List<SlotMember> slots() {
        return slots;
    }

    /** {@return the interface as a .rep file; null for an object of the protocol itself} */
    public RepFile rep() {
        return rep;
    }

    /**
     * @param generation whose peer asks
     * @return the signature that repc computes of {@link #rep()}: 40 hexadecimal digits; empty for an object of the protocol itself
     */
    public String signature(Generation generation) {
        return signatures.get(generation);
    }

    /**
     * @param generation whose peer asks
     * @return the definition that a dynamic replica gets
     */
    public ClassDefinition definition(Generation generation) {
        return definitions.get(generation);
    }

    /** {@return how this contract stands to an object of the same signature: all numbers are the same} */
    public ContractMatch matchOfEqual() {
        return new ContractMatch(IndexMap.identity(properties.size()), IndexMap.identity(signals.size()), IndexMap.identity(slots.size()),
                List.of());
    }

    /**
     * Binds this contract by name to an object whose signature differs, or that has none.
     *
     * @param remote what the object's host says of it
     * @param generation of the connection
     * @param plain whether the object is a plain service and its host one of our kind: data then travels by the names of its members
     * @return which member there is which here, or what is missing or of another type
     */
    public ContractMatch match(ClassDefinition remote, Generation generation, boolean plain) {
        return new DefinitionMatcher(definition(generation), remote, new TypeMatcher(definition(generation), remote, generation, plain))
                .match();
    }

    /**
     * @param method a method of the interfaces or of those they extend
     * @return its member; null for one that runs locally: default methods of {@code @RemoteObject} interfaces, and methods of Object
     */
    public Member member(Method method) {
        return byMethod.get(method);
    }
}
