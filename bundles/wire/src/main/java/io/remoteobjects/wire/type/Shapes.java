package io.remoteobjects.wire.type;

import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.type.Geometry.Line;
import io.remoteobjects.wire.type.Geometry.LineF;
import io.remoteobjects.wire.type.Geometry.Point;
import io.remoteobjects.wire.type.Geometry.PointF;
import io.remoteobjects.wire.type.Geometry.Rect;
import io.remoteobjects.wire.type.Geometry.RectF;
import io.remoteobjects.wire.type.Geometry.Size;
import io.remoteobjects.wire.type.Geometry.SizeF;

/** How {@link Geometry} travels: its numbers in a row. */
final class Shapes {

    private Shapes() {
    }

    static QtType<Point> point() {
        return ValueType.of("QPoint", 25, new Point(0, 0), in -> new Point(in.readI32(), in.readI32()),
                (out, v) -> ints(out, v.x(), v.y()));
    }

    static QtType<PointF> pointF() {
        return ValueType.of("QPointF", 26, new PointF(0, 0), in -> new PointF(in.readDouble(), in.readDouble()),
                (out, v) -> doubles(out, v.x(), v.y()));
    }

    static QtType<Size> size() {
        return ValueType.of("QSize", 21, Size.INVALID, Shapes::readSize, Shapes::writeSize);
    }

    static Size readSize(WireInput in) {
        return new Size(in.readI32(), in.readI32());
    }

    static void writeSize(WireOutput out, Size size) {
        ints(out, size.width(), size.height());
    }

    static QtType<SizeF> sizeF() {
        return ValueType.of("QSizeF", 22, SizeF.INVALID, in -> new SizeF(in.readDouble(), in.readDouble()),
                (out, v) -> doubles(out, v.width(), v.height()));
    }

    static QtType<Rect> rect() {
        return ValueType.of("QRect", 19, new Rect(0, 0, 0, 0), Shapes::readRect,
                (out, v) -> ints(out, v.x(), v.y(), v.x() + v.width() - 1, v.y() + v.height() - 1));
    }

    private static Rect readRect(WireInput in) {
        int left = in.readI32();
        int top = in.readI32();
        return new Rect(left, top, in.readI32() - left + 1, in.readI32() - top + 1);
    }

    static QtType<RectF> rectF() {
        return ValueType.of("QRectF", 20, new RectF(0, 0, 0, 0),
                in -> new RectF(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()),
                (out, v) -> doubles(out, v.x(), v.y(), v.width(), v.height()));
    }

    static QtType<Line> line() {
        return ValueType.of("QLine", 23, new Line(0, 0, 0, 0), in -> new Line(in.readI32(), in.readI32(), in.readI32(), in.readI32()),
                (out, v) -> ints(out, v.x1(), v.y1(), v.x2(), v.y2()));
    }

    static QtType<LineF> lineF() {
        return ValueType.of("QLineF", 24, new LineF(0, 0, 0, 0),
                in -> new LineF(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()),
                (out, v) -> doubles(out, v.x1(), v.y1(), v.x2(), v.y2()));
    }

    private static void ints(WireOutput out, int... values) {
        for (int value : values) {
            out.writeI32(value);
        }
    }

    private static void doubles(WireOutput out, double... values) {
        for (double value : values) {
            out.writeDouble(value);
        }
    }
}
