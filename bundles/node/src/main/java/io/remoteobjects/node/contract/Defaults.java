package io.remoteobjects.node.contract;

import java.math.BigDecimal;
import java.math.BigInteger;

import io.remoteobjects.wire.rep.RepProperty;

/** The value of a property before the first one arrives. */
final class Defaults {

    private Defaults() {
    }

    /**
     * {@return what the file or {@code @Default} says, or what Qt makes without arguments; C++ expressions that are no literal count as
     * nothing said}
     */
    static Object of(RepProperty declared, JavaMember.OfProperty own, BoundType bound) {
        String where = own.value().where();
        Object ofFile = declared.defaultText().map(text -> literal(text, own.value().type().raw())).orElse(null);
        if (own.defaultText().isPresent()) {
            Object value = literal(own.defaultText().get(), own.value().type().raw());
            if (value == null) {
                throw new ContractException("@Default(" + own.defaultText().get() + ") of " + where + " is no " + own.value().type()
                        + ". Write a number, true, false, a text in double quotes, or the name of an enum value.");
            }
            if (ofFile != null && !ofFile.equals(value)) {
                throw new ContractException("Default of " + where + " is " + value + " in Java and " + ofFile + " in the .rep file. "
                        + "Make both the same, or leave @Default out.");
            }
            return Checks.located(bound.check(), where).apply(value);
        }
        return ofFile != null ? ofFile : natural(own, bound);
    }

    private static Object natural(JavaMember.OfProperty own, BoundType bound) {
        Class<?> raw = own.value().type().raw();
        try {
            Object value = bound.type().defaultValue();
            return value == null && raw.isEnum() ? raw.getEnumConstants()[0] : value;
        } catch (RuntimeException refused) {
            return null; // a record that refuses zeros and nulls has no default
        }
    }

    private static Object literal(String text, Class<?> raw) {
        if (raw == String.class) {
            return text.matches("(?s)\".*\"") ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : null;
        }
        if (raw == Boolean.class) {
            return text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
        }
        if (raw.isEnum()) {
            return constant(text.substring(text.lastIndexOf(':') + 1), raw);
        }
        return Number.class.isAssignableFrom(raw) ? number(text, raw) : null;
    }

    private static Object constant(String name, Class<?> raw) {
        return EnumShape.of(raw).constants().stream().filter(each -> each.name().equals(name)).map(EnumShape.Constant::value).findFirst()
                .orElse(null);
    }

    private static Object number(String text, Class<?> raw) {
        try {
            BigDecimal number = new BigDecimal(text.replaceAll("(?i)(?<=[0-9.])[ful]+$", ""));
            if (raw == Double.class) {
                return number.doubleValue();
            } else if (raw == Float.class) {
                return number.floatValue();
            }
            BigInteger exact = number.toBigIntegerExact();
            return raw == BigInteger.class ? exact
                    : raw == Long.class ? (Object) exact.longValueExact()
                    : raw == Integer.class ? (Object) exact.intValueExact()
                    : raw == Short.class ? (Object) exact.shortValueExact()
                    : raw == Byte.class ? (Object) exact.byteValueExact() : null;
        } catch (ArithmeticException | NumberFormatException noLiteral) {
            return null;
        }
    }
}
