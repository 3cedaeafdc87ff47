package io.remoteobjects.wire.type;

/**
 * A QJsonDocument, QJsonObject or QJsonArray as the text it travels as.
 *
 * @param text compact JSON, not checked
 */
public record JsonText(String text) {
}
