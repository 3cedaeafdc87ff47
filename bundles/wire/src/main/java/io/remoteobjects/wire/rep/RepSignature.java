package io.remoteobjects.wire.rep;

import io.remoteobjects.wire.Generation;

/** The signature of an interface: 40 hexadecimal digits that peers compare before they trust each other's indices. */
public final class RepSignature {

    private RepSignature() {
    }

    /**
     * Computes what repc computes.
     *
     * @param file the file that declares the class
     * @param className the class
     * @param generation the generation of the protocol; Qt 5 and Qt 6 compute differently
     * @return 40 lower-case hexadecimal digits
     * @throws IllegalArgumentException if the file has no such class
     */
    public static String of(RepFile file, String className, Generation generation) {
        String signature = switch (generation) {
            case QTRO_1_3 -> new Qt5Signatures().signatures(file).get(className);
            case QTRO_2_0 -> new Qt6Signatures().signatures(file).get(className);
        };
        if (signature == null) {
            throw new IllegalArgumentException("No class " + className + " in the .rep file, which has "
                    + file.classes().stream().map(RepClass::name).toList() + ". Name one of those.");
        }
        return signature;
    }
}
