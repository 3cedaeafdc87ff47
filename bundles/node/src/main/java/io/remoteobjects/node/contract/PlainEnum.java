package io.remoteobjects.node.contract;

/**
 * An enum, whose constants travel by name.
 *
 * @param raw the enum class
 */
record PlainEnum(Class<?> raw) implements PlainType.Named {

    @Override
    public void write(PlainWriter out, Object value) {
        out.head(PlainTag.ENUM, raw);
        out.name(((Enum<?>) value).name());
    }

    @Override
    public Object readContent(PlainReader in) {
        return constant(in.name());
    }

    @Override
    public Object of(Object natural) {
        return natural instanceof String name ? constant(name) : checked(natural);
    }

    private Object constant(String name) {
        for (Object each : raw.getEnumConstants()) {
            if (((Enum<?>) each).name().equals(name)) {
                return each;
            }
        }
        throw new BadValueException("enum " + raw.getName() + " has no constant " + name + " here: give both sides the same version of it");
    }
}
