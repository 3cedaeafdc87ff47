package io.remoteobjects.wire.type;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import java.math.BigInteger;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Qt's own types. Those with null say so by {@link QtType#isNullable()}. */
public final class QtTypes {

    public static final QtType<Boolean> BOOL = ValueType.of("bool", 1, false, WireInput::readBool, WireOutput::writeBool);
    /** {@code qint8}, {@code signed char}. */
    public static final QtType<Byte> QINT8 = Numbers.signed8("signed char", IntegerKind.SCHAR);
    /** {@code char}, signed as on most machines. */
    public static final QtType<Byte> CHAR = Numbers.signed8("char", IntegerKind.CHAR);
    /** {@code quint8}, {@code uchar}: 0 to 255. */
    public static final QtType<Integer> QUINT8 = Numbers.unsigned8();
    /** {@code qint16}, {@code short}. */
    public static final QtType<Short> QINT16 = Numbers.signed16();
    /** {@code quint16}, {@code ushort}: 0 to 65535. */
    public static final QtType<Integer> QUINT16 = Numbers.unsigned16();
    public static final QtType<Integer> INT = Numbers.signed32();
    /** {@code quint32}, {@code uint}: 0 to 4294967295. */
    public static final QtType<Long> UINT = Numbers.unsigned32();
    /** {@code qint64}, {@code qlonglong}. */
    public static final QtType<Long> QINT64 = Numbers.signed64("qlonglong", IntegerKind.QLONGLONG);
    /** {@code quint64}, {@code qulonglong}: 0 to 2^64 - 1. */
    public static final QtType<BigInteger> QUINT64 = Numbers.unsigned64("qulonglong", IntegerKind.QULONGLONG);
    /** {@code long}, eight bytes on the wire whatever it is in C++. */
    public static final QtType<Long> LONG = Numbers.signed64("long", IntegerKind.LONG);
    /** {@code ulong}, {@code size_t}: 0 to 2^64 - 1. */
    public static final QtType<BigInteger> ULONG = Numbers.unsigned64("ulong", IntegerKind.ULONG);
    /** {@code float}, eight bytes on the wire. */
    public static final QtType<Float> FLOAT = Numbers.floating("float", 38, Double::floatValue, Float::doubleValue, 38);
    /** {@code double}; reads {@code float} too. */
    public static final QtType<Double> DOUBLE = Numbers.floating("double", 6, value -> value, value -> value, 38);

    /** One UTF-16 unit. */
    public static final QtType<Character> QCHAR = Numbers.utf16Unit("QChar", 7);
    /** One UTF-16 unit; Qt 6 only. */
    public static final QtType<Character> CHAR16 = Numbers.utf16Unit("char16_t", 56);
    /** One code point; Qt 6 only. */
    public static final QtType<Integer> CHAR32 = Numbers.codePoint();
    public static final QtType<String> QSTRING = ValueType.nullable("QString", 10, WireInput::readString, WireOutput::writeString);
    public static final QtType<byte[]> QBYTEARRAY =
            ValueType.nullable("QByteArray", 12, WireInput::readBytes, WireOutput::writeBytes);
    public static final QtType<List<String>> QSTRINGLIST = ListType.builtIn("QStringList", 11, QSTRING);
    public static final QtType<List<byte[]>> QBYTEARRAYLIST = ListType.builtIn("QByteArrayList", 49, QBYTEARRAY);

    public static final QtType<LocalDate> QDATE = ValueType.nullable("QDate", 14, Times::readDate, Times::writeDate);
    /** To the millisecond; what is finer is cut. */
    public static final QtType<LocalTime> QTIME = ValueType.nullable("QTime", 15, Times::readTime, Times::writeTime);
    public static final QtType<QtDateTime> QDATETIME =
            ValueType.nullable("QDateTime", 16, Times::readDateTime, Times::writeDateTime);

    /** Null is the empty URL. */
    public static final QtType<URI> QURL = ValueType.nullable("QUrl", 17, Texts::readUrl, Texts::writeUrl);
    /** All zero is Qt's null. */
    public static final QtType<UUID> QUUID = ValueType.of("QUuid", 30, new UUID(0, 0), Texts::readUuid, Texts::writeUuid);
    public static final QtType<Locale> QLOCALE = ValueType.of("QLocale", 18, Locale.ROOT, Texts::readLocale, Texts::writeLocale);
    public static final QtType<BitArray> QBITARRAY =
            ValueType.of("QBitArray", 13, new BitArray(0, new BitSet()), Texts::readBits, Texts::writeBits);
    public static final QtType<RegularExpression> QREGULAREXPRESSION = ValueType.of("QRegularExpression", 44,
            new RegularExpression(null, 0), Texts::readRegularExpression, Texts::writeRegularExpression);

    public static final QtType<Geometry.Point> QPOINT = Shapes.point();
    public static final QtType<Geometry.PointF> QPOINTF = Shapes.pointF();
    public static final QtType<Geometry.Size> QSIZE = Shapes.size();
    public static final QtType<Geometry.SizeF> QSIZEF = Shapes.sizeF();
    public static final QtType<Geometry.Rect> QRECT = Shapes.rect();
    public static final QtType<Geometry.RectF> QRECTF = Shapes.rectF();
    public static final QtType<Geometry.Line> QLINE = Shapes.line();
    public static final QtType<Geometry.LineF> QLINEF = Shapes.lineF();

    public static final QtType<JsonValue> QJSONVALUE = Documents.jsonValue();
    public static final QtType<JsonText> QJSONOBJECT = Documents.json("QJsonObject", 46, "{}");
    public static final QtType<JsonText> QJSONARRAY = Documents.json("QJsonArray", 47, "[]");
    public static final QtType<JsonText> QJSONDOCUMENT = Documents.json("QJsonDocument", 48, "");
    /** The number of the simple type. */
    public static final QtType<Integer> QCBORSIMPLETYPE =
            ValueType.of("QCborSimpleType", 52, 0, WireInput::readU8, WireOutput::writeU8);
    public static final QtType<CborData> QCBORVALUE = Documents.cbor("QCborValue", 53);
    public static final QtType<CborData> QCBORARRAY = Documents.cbor("QCborArray", 54);
    public static final QtType<CborData> QCBORMAP = Documents.cbor("QCborMap", 55);

    /** The segments of a version number. */
    public static final QtType<List<Integer>> QVERSIONNUMBER = ListType.named("QVersionNumber", INT);
    /** {@code std::nullptr_t}, whose one value is null. */
    public static final QtType<Void> NULLPTR = ValueType.nullable("nullptr_t", 51, in -> null, (out, value) -> { });
    /** A sub-object or model property, or a POD with its definition. */
    public static final QtType<SubObject> SUB_OBJECT = SubObject.type();

    static final TypeRegistry REGISTRY = new TypeRegistry(null, List.of(BOOL, QINT8, CHAR, QUINT8, QINT16, QUINT16, INT, UINT, QINT64,
            QUINT64, LONG, ULONG, FLOAT, DOUBLE, QCHAR, CHAR16, CHAR32, QSTRING, QBYTEARRAY, QSTRINGLIST, QBYTEARRAYLIST, QDATE, QTIME,
            QDATETIME, QURL, QUUID, QLOCALE, QBITARRAY, QREGULAREXPRESSION, QPOINT, QPOINTF, QSIZE, QSIZEF, QRECT, QRECTF, QLINE, QLINEF,
            QJSONVALUE, QJSONOBJECT, QJSONARRAY, QJSONDOCUMENT, QCBORSIMPLETYPE, QCBORVALUE, QCBORARRAY, QCBORMAP, QVERSIONNUMBER,
            NULLPTR, SUB_OBJECT));

    /** QVariant, holding any built-in type. */
    public static final QtType<Variant> VARIANT = REGISTRY.variant();
    public static final QtType<List<Variant>> QVARIANTLIST = ListType.builtIn("QVariantList", 9, VARIANT);
    public static final QtType<Map<String, Variant>> QVARIANTMAP = MapType.builtIn("QVariantMap", 8, "QMap", QSTRING, VARIANT);
    public static final QtType<Map<String, Variant>> QVARIANTHASH = MapType.builtIn("QVariantHash", 28, "QHash", QSTRING, VARIANT);

    private QtTypes() {
    }

    /** {@return the built-in type with that id in a QVariant} */
    public static Optional<QtType<?>> byId(int id, Generation generation) {
        return REGISTRY.byId(id, generation);
    }

    /** {@return the built-in type, or container of such, with that name or one of its aliases, as {@code quint32} for {@code uint}} */
    public static Optional<QtType<?>> byName(String name) {
        return REGISTRY.find(name);
    }

    static String describe(int id, Generation generation) {
        return byId(id, generation).map(QtType::name).orElse("QVariant type " + id);
    }
}
