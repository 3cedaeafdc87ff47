package io.remoteobjects.wire.type;

/**
 * A QRegularExpression.
 *
 * @param pattern in Perl's syntax, never compiled here
 * @param options Qt's pattern options, a bit set
 */
public record RegularExpression(String pattern, int options) {
}
