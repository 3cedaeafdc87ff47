package io.remoteobjects.wire.type;

import java.util.List;
import java.util.Map;

/** The types of QtRO's registry object. */
public final class RegistryTypes {

    private static final QtType<SourceLocation> INFO = ValueType.of("QRemoteObjectSourceLocationInfo",
            VariantHeader.user("QRemoteObjectSourceLocationInfo"), new SourceLocation(null, null),
            in -> new SourceLocation(in.readString(), Texts.readUrl(in)), (out, location) -> {
                out.writeString(location.typeName());
                Texts.writeUrl(out, location.hostUrl());
            });

    /** The argument of the registry's slots and signals. */
    public static final QtType<NamedLocation> LOCATION = ValueType.of("std::pair<QString,QRemoteObjectSourceLocationInfo>",
            VariantHeader.user("QRemoteObjectSourceLocation", "std::pair<QString,QRemoteObjectSourceLocationInfo>"),
            new NamedLocation(null, INFO.defaultValue()), in -> new NamedLocation(in.readString(), INFO.read(in)), (out, named) -> {
                out.writeString(named.name());
                INFO.write(out, named.location());
            });

    /** The registry's property {@code sourceLocations}, by object name. */
    public static final QtType<Map<String, SourceLocation>> LOCATIONS = MapType.named(
            VariantHeader.user("QRemoteObjectSourceLocations", "QHash<QString,QRemoteObjectSourceLocationInfo>"), "QHash", QtTypes.QSTRING,
            INFO);

    /** A registry that knows the built-in types and these. */
    public static final TypeRegistry REGISTRY = TypeRegistry.builtIn().with(List.of(INFO, LOCATION, LOCATIONS));

    private RegistryTypes() {
    }
}
