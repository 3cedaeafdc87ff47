package io.remoteobjects.node.contract;

import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.remoteobjects.wire.rep.RepClass;
import io.remoteobjects.wire.rep.RepEnum;
import io.remoteobjects.wire.rep.RepFile;
import io.remoteobjects.wire.rep.RepItem;
import io.remoteobjects.wire.rep.RepMember;
import io.remoteobjects.wire.rep.RepParameter;
import io.remoteobjects.wire.rep.RepPod;
import io.remoteobjects.wire.rep.RepProperty;
import io.remoteobjects.wire.rep.RepSignal;
import io.remoteobjects.wire.rep.RepSlot;

/** Writes the .rep file that an interface without one stands for. */
final class RepGenerator {

    private static final Map<Class<?>, String> BUILT_IN = Map.ofEntries(
            Map.entry(Boolean.class, "bool"), Map.entry(Byte.class, "qint8"), Map.entry(Short.class, "qint16"),
            Map.entry(Integer.class, "int"), Map.entry(Long.class, "qint64"), Map.entry(BigInteger.class, "quint64"),
            Map.entry(Float.class, "float"), Map.entry(Double.class, "double"), Map.entry(Character.class, "QChar"),
            Map.entry(String.class, "QString"), Map.entry(byte[].class, "QByteArray"), Map.entry(Object.class, "QVariant"),
            Map.entry(Instant.class, "QDateTime"), Map.entry(LocalDateTime.class, "QDateTime"),
            Map.entry(OffsetDateTime.class, "QDateTime"), Map.entry(ZonedDateTime.class, "QDateTime"),
            Map.entry(LocalDate.class, "QDate"), Map.entry(LocalTime.class, "QTime"), Map.entry(URI.class, "QUrl"),
            Map.entry(UUID.class, "QUuid"), Map.entry(Locale.class, "QLocale"));

    private final Set<Class<?>> interfaces;
    private final Map<String, Class<?>> names = new HashMap<>();
    private final Map<Class<?>, RepPod> pods = new LinkedHashMap<>();
    private final Map<Class<?>, RepEnum> enums = new LinkedHashMap<>();
    private final Set<Class<?>> enumsOfPods = new HashSet<>();
    private final List<Class<?>> openPods = new ArrayList<>();

    private RepGenerator(Collection<Class<?>> interfaces) {
        this.interfaces = InterfaceMethods.hierarchy(interfaces);
    }

    /** @param plain whether what has no Qt type may be a QVariant in slots, as in plain services */
    static RepFile generate(String typeName, List<Class<?>> interfaces, JavaMembers members, boolean plain) {
        RepGenerator generator = new RepGenerator(interfaces);
        generator.names.put(typeName, interfaces.get(0));
        return generator.file(typeName, members, plain);
    }

    private RepFile file(String typeName, JavaMembers java, boolean plain) {
        List<RepMember> members = new ArrayList<>();
        Types declared = new Types(false);
        java.properties().forEach(each -> members.add(new RepProperty(declared.text(each.value()), each.name(), each.modifier().rep(),
                each.persisted(), each.defaultText())));
        java.signals().forEach(each -> members.add(new RepSignal(each.name(), declared.parameters(each.parameters()))));
        Types ofSlots = new Types(plain);
        java.slots().forEach(each -> members.add(new RepSlot(each.result() == null ? RepSlot.VOID : ofSlots.text(each.result()),
                each.name(), ofSlots.parameters(each.parameters()))));
        List<RepItem> items = new ArrayList<>();
        List<RepMember> ofClass = new ArrayList<>();
        enums.forEach((type, written) -> {
            if (isOfClass(type)) {
                ofClass.add(written);
            } else {
                items.add(written);
            }
        });
        items.addAll(pods.values());
        ofClass.addAll(members);
        items.add(new RepClass(typeName, ofClass));
        return new RepFile(items);
    }

    /** An enum of the interface is one of the class, unless a POD needs it: PODs stand before the class and cannot see into it. */
    private boolean isOfClass(Class<?> type) {
        return type.getDeclaringClass() != null && interfaces.contains(type.getDeclaringClass()) && !enumsOfPods.contains(type);
    }

    /** Finds the types of values, and notes the enums and PODs among them. */
    private final class Types {

        private final boolean orVariant;

        /** @param orVariant whether what has no Qt type is a QVariant rather than refused */
        Types(boolean orVariant) {
            this.orVariant = orVariant;
        }

        List<RepParameter> parameters(List<JavaValue> values) {
            return values.stream().map(each -> new RepParameter(text(each), each.name())).toList();
        }

        String text(JavaValue value) {
            return value.repType() != null ? value.repType() : text(value.type(), value.where());
        }

        private String text(JavaType type, String where) {
            try {
                return mapped(type, where);
            } catch (ContractException noQtType) {
                if (orVariant) {
                    return "QVariant";
                }
                throw noQtType;
            }
        }

        private String mapped(JavaType type, String where) {
            String builtIn = BUILT_IN.get(type.raw());
            if (builtIn != null) {
                return builtIn;
            }
            if (type.isList()) {
                return list(text(type.element(), where));
            }
            if (type.isMap()) {
                return map(text(type.arguments().get(0), where), text(type.arguments().get(1), where));
            }
            if (type.raw().isEnum()) {
                return enumeration(type.raw(), where);
            }
            if (type.raw().isRecord()) {
                return pod(type.raw(), where);
            }
            throw unmappable(type, where);
        }

        private String enumeration(Class<?> type, String where) {
            if (!openPods.isEmpty()) {
                enumsOfPods.add(type);
            }
            RepEnum known = enums.get(type);
            if (known == null) {
                List<RepEnum.Entry> entries = EnumShape.of(type).entries();
                known = new RepEnum(newName(type, where, 1), false, "", entries);
                enums.put(type, known);
            }
            return known.name();
        }

        private String pod(Class<?> type, String where) {
            RepPod known = pods.get(type);
            if (known != null) {
                return known.name();
            }
            if (openPods.contains(type)) {
                throw new ContractException("Record " + type.getName() + " of " + where + " contains itself, and a POD cannot. "
                        + "Send a list of flat records that name their parents.");
            }
            String name = newName(type, where, 2);
            openPods.add(type);
            List<RepParameter> fields;
            try {
                fields = parameters(RecordShape.of(type).components());
            } finally {
                openPods.remove(type);
            }
            pods.put(type, new RepPod(name, List.of(), List.of(), fields));
            return name;
        }
    }

    private static String list(String element) {
        return switch (element) {
            case "QString" -> "QStringList";
            case "QVariant" -> "QVariantList";
            default -> "QList<" + element + ">";
        };
    }

    private static String map(String key, String value) {
        return key.equals("QString") && value.equals("QVariant") ? "QVariantMap" : "QMap<" + key + "," + value + ">";
    }

    private String newName(Class<?> type, String where, int shortest) {
        String name = shortest == 1 ? Names.of(type, type.getSimpleName(), type.getName())
                : Names.ofType(type, type.getSimpleName(), type.getName());
        Class<?> other = names.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new ContractException("Types " + other.getName() + " and " + type.getName() + " of " + where + " would both be called '"
                    + name + "'. Give one of them another name with @Name.");
        }
        return name;
    }

    private static ContractException unmappable(JavaType type, String where) {
        return new ContractException("Type " + type + " of " + where + " has no Qt type. Use a primitive, String, byte[], List, Set, Map, "
                + "array, java.time type, URI, UUID, an enum, a record, or Object; data classes with public fields (DTOs) are carried "
                + "in slots of interfaces without @RemoteObject only: write a record with the same components.");
    }
}
