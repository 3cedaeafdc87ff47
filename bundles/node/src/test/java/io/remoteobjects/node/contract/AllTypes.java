package io.remoteobjects.node.contract;

import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.remoteobjects.PushProperty;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.RepType;
import io.remoteobjects.Signal;

/** The class of {@code interop.rep}. */
@RemoteObject
interface AllTypes {

    record Nested(GeoPoint where, String label, List<Integer> samples) {
    }

    record Point(int x, int y) {
    }

    record PointF(double x, double y) {
    }

    record Size(int width, int height) {
    }

    record SizeF(double width, double height) {
    }

    record Rect(int x, int y, int width, int height) {
    }

    record RectF(double x, double y, double width, double height) {
    }

    record Several(boolean b, int i, double d, String s, byte[] a, Object v) implements Signal.Arguments {
    }

    PushProperty<Boolean> pBool();

    PushProperty<Byte> pInt8();

    @RepType("quint8")
    PushProperty<Short> pUInt8();

    PushProperty<Short> pInt16();

    @RepType("quint16")
    PushProperty<Integer> pUInt16();

    PushProperty<Integer> pInt();

    @RepType("uint")
    PushProperty<Long> pUInt();

    PushProperty<Long> pInt64();

    PushProperty<BigInteger> pUInt64();

    PushProperty<Float> pFloat();

    PushProperty<Double> pDouble();

    PushProperty<Character> pChar();

    PushProperty<String> pString();

    PushProperty<byte[]> pBytes();

    PushProperty<LocalDate> pDate();

    PushProperty<LocalTime> pTime();

    PushProperty<Instant> pDateTime();

    PushProperty<URI> pUrl();

    PushProperty<UUID> pUuid();

    @RepType("QPoint")
    PushProperty<Point> pPoint();

    @RepType("QPointF")
    PushProperty<PointF> pPointF();

    @RepType("QSize")
    PushProperty<Size> pSize();

    @RepType("QSizeF")
    PushProperty<SizeF> pSizeF();

    @RepType("QRect")
    PushProperty<Rect> pRect();

    @RepType("QRectF")
    PushProperty<RectF> pRectF();

    PushProperty<List<String>> pStringList();

    PushProperty<List<Object>> pVariantList();

    PushProperty<Map<String, Object>> pVariantMap();

    PushProperty<Object> pVariant();

    PushProperty<List<Integer>> pIntList();

    PushProperty<double[]> pDoubleList();

    PushProperty<Map<String, Integer>> pIntMap();

    PushProperty<GeoPoint> pPod();

    PushProperty<Nested> pNested();

    PushProperty<List<GeoPoint>> pPodList();

    Signal<Several> several();

    Object echo(Object value);

    List<Object> echoList(List<Object> values);

    List<GeoPoint> echoPods(List<GeoPoint> pods);

    Nested echoNested(Nested value);
}
