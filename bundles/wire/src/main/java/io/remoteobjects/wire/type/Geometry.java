package io.remoteobjects.wire.type;

/** Qt's points, sizes, rectangles and lines, in whole and in floating-point numbers. */
public sealed interface Geometry {

    /** QPoint. */
    record Point(int x, int y) implements Geometry {
    }

    /** QPointF. */
    record PointF(double x, double y) implements Geometry {
    }

    /** QSize. A negative number means that the size is invalid. */
    record Size(int width, int height) implements Geometry {

        /** What Qt makes by default. */
        public static final Size INVALID = new Size(-1, -1);
    }

    /** QSizeF. A negative number means that the size is invalid. */
    record SizeF(double width, double height) implements Geometry {

        /** What Qt makes by default. */
        public static final SizeF INVALID = new SizeF(-1, -1);
    }

    /** QRect, by its size, although its right and bottom edge travel. */
    record Rect(int x, int y, int width, int height) implements Geometry {
    }

    /** QRectF. */
    record RectF(double x, double y, double width, double height) implements Geometry {
    }

    /** QLine. */
    record Line(int x1, int y1, int x2, int y2) implements Geometry {
    }

    /** QLineF. */
    record LineF(double x1, double y1, double x2, double y2) implements Geometry {
    }
}
