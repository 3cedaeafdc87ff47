package io.remoteobjects.node.contract;

/**
 * What stands before each value of a plain service and says what it is. Scalars follow as QDataStream has them. TEXT, ENUM and OBJECT
 * go on with the name of their class, then text, name of the constant, or number of members with name and value each. LIST, SET and MAP go
 * on with a count; PRIMITIVES with the tag of their elements and a count, ARRAY with the name of the elements' class and a count. A name is
 * written once a message, and after that by its number.
 */
final class PlainTag {

    static final int NULL = 0;
    static final int BOOLEAN = 1;
    static final int BYTE = 2;
    static final int SHORT = 3;
    static final int CHAR = 4;
    static final int INT = 5;
    static final int LONG = 6;
    static final int FLOAT = 7;
    static final int DOUBLE = 8;
    static final int STRING = 9;
    static final int TEXT = 10;
    static final int ENUM = 11;
    static final int OBJECT = 12;
    static final int LIST = 13;
    static final int SET = 14;
    static final int MAP = 15;
    static final int ARRAY = 16;
    static final int PRIMITIVES = 17;

    private PlainTag() {
    }
}
