// Values as JSON text and back.
#include "peer_common.h"

namespace peer {

static const QMetaObject *gadgetMeta(int typeId)
{
    const QMetaType type(typeId);
    return (type.flags() & QMetaType::IsGadget) ? type.metaObject() : nullptr;
}

QJsonValue toJson(const QVariant &value)
{
    if (!value.isValid())
        return QJsonValue(QJsonValue::Null);
    const int id = value.userType();
    if (const QMetaObject *meta = gadgetMeta(id)) {
        QJsonObject out;
        for (int i = 0; i < meta->propertyCount(); ++i) {
            const QMetaProperty p = meta->property(i);
            out.insert(QString::fromLatin1(p.name()), toJson(p.readOnGadget(value.constData())));
        }
        return out;
    }
    if (QMetaType(id).flags() & QMetaType::IsEnumeration) {
        switch (QMetaType(id).sizeOf()) {
        case 1: return int(*static_cast<const qint8 *>(value.constData()));
        case 2: return int(*static_cast<const qint16 *>(value.constData()));
        default: return int(*static_cast<const qint32 *>(value.constData()));
        }
    }
    switch (id) {
    case QMetaType::Bool: return value.toBool();
    case QMetaType::QChar: return QString(value.toChar());
    case QMetaType::QString: {
        const QString s = value.toString();
        return s.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(s);
    }
    case QMetaType::QByteArray: return QLatin1String("hex:") + QString::fromLatin1(value.toByteArray().toHex());
    case QMetaType::QDate: return value.toDate().toString(Qt::ISODate);
    case QMetaType::QTime: return value.toTime().toString(Qt::ISODateWithMs);
    case QMetaType::QDateTime: return value.toDateTime().toString(Qt::ISODateWithMs);
    case QMetaType::QUrl: return QString::fromLatin1(value.toUrl().toEncoded());
    case QMetaType::QUuid: return value.toUuid().toString();
    case QMetaType::QPoint: return QJsonArray{value.toPoint().x(), value.toPoint().y()};
    case QMetaType::QPointF: return QJsonArray{value.toPointF().x(), value.toPointF().y()};
    case QMetaType::QSize: return QJsonArray{value.toSize().width(), value.toSize().height()};
    case QMetaType::QSizeF: return QJsonArray{value.toSizeF().width(), value.toSizeF().height()};
    case QMetaType::QRect: { const QRect r = value.toRect(); return QJsonArray{r.x(), r.y(), r.width(), r.height()}; }
    case QMetaType::QRectF: { const QRectF r = value.toRectF(); return QJsonArray{r.x(), r.y(), r.width(), r.height()}; }
    case QMetaType::SChar: return int(*static_cast<const signed char *>(value.constData()));
    case QMetaType::UChar: return int(*static_cast<const uchar *>(value.constData()));
    case QMetaType::Char: return int(*static_cast<const char *>(value.constData()));
    case QMetaType::Short: case QMetaType::UShort: case QMetaType::Int: return value.toInt();
    case QMetaType::UInt: return double(value.toUInt());
    case QMetaType::LongLong: case QMetaType::Long: return QString::number(value.toLongLong());
    case QMetaType::ULongLong: case QMetaType::ULong: return QString::number(value.toULongLong());
    case QMetaType::Float: case QMetaType::Double: return value.toDouble();
    case QMetaType::QVariantMap: {
        QJsonObject out; const QVariantMap m = value.toMap();
        for (auto it = m.begin(); it != m.end(); ++it) out.insert(it.key(), toJson(it.value()));
        return out;
    }
    default: break;
    }
    if (QMetaType(id).flags() & QMetaType::PointerToQObject) {
        QObject *o = value.value<QObject *>();
        return o ? QJsonValue(QLatin1String("object:") + QLatin1String(o->metaObject()->className()))
                 : QJsonValue(QJsonValue::Null);
    }
    if (value.canConvert<QVariantList>() && id != QMetaType::QByteArray) {
        QJsonArray out;
        const QSequentialIterable items = value.value<QSequentialIterable>();
        for (const QVariant &item : items) out.append(toJson(item));
        return out;
    }
    if (value.canConvert<QVariantMap>()) {
        QJsonObject out;
        const QAssociativeIterable items = value.value<QAssociativeIterable>();
        for (auto it = items.begin(); it != items.end(); ++it)
            out.insert(it.key().toString(), toJson(it.value()));
        return out;
    }
    return QLatin1String("type:") + QLatin1String(value.typeName());
}

QString toText(const QVariant &value)
{
    const QByteArray wrapped = QJsonDocument(QJsonArray{toJson(value)}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

static QVariantList toList(const QJsonValue &json)
{
    QVariantList out;
    const QJsonArray items = json.toArray();
    for (const QJsonValue &v : items) out << v.toVariant();
    return out;
}

// "QList<X>" / "QVector<X>" -> "X"
static QByteArray elementType(int typeId)
{
    const QByteArray name = QMetaType(typeId).name();
    const int open = name.indexOf('<'), close = name.lastIndexOf('>');
    if (open < 0 || !(name.startsWith("QList<") || name.startsWith("QVector<")))
        return QByteArray();
    return name.mid(open + 1, close - open - 1).trimmed();
}

static int typeByName(const QByteArray &name)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)
    return QMetaType::fromName(name).id();
#else
    return QMetaType::type(name.constData());
#endif
}

QVariant makeVariant(int typeId, const void *copy)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)
    return QVariant(QMetaType(typeId), copy);
#else
    return QVariant(typeId, copy);
#endif
}

QVariant fromJson(const QJsonValue &json, int typeId)
{
    if (typeId == QMetaType::UnknownType || typeId == QMetaType::QVariant) {
        // Untyped: whole numbers become int, "@Type:value" forces a type.
        if (json.isString() && json.toString().startsWith(QLatin1Char('@'))) {
            const QString s = json.toString();
            const int colon = s.indexOf(QLatin1Char(':'));
            return fromJson(QJsonValue(s.mid(colon + 1)), typeByName(s.mid(1, colon - 1).toLatin1()));
        }
        if (json.isDouble() && json.toDouble() == double(int(json.toDouble()))) return json.toInt();
        if (json.isNull()) return QVariant();
        return json.toVariant();
    }
    if (const QMetaObject *meta = gadgetMeta(typeId)) {
        QVariant out = makeVariant(typeId);
        const QJsonArray positional = json.toArray();
        const QJsonObject named = json.toObject();
        for (int i = 0; i < meta->propertyCount(); ++i) {
            const QMetaProperty p = meta->property(i);
            QJsonValue v = json.isArray() ? positional.at(i) : named.value(QLatin1String(p.name()));
            if (v.isUndefined()) continue;
            p.writeOnGadget(out.data(), fromJson(v, p.userType()));
        }
        return out;
    }
    if (QMetaType(typeId).flags() & QMetaType::IsEnumeration) {
        int number = json.toInt();
        if (json.isString()) {
            const QMetaObject *meta = QMetaType(typeId).metaObject();
            for (int i = 0; meta && i < meta->enumeratorCount(); ++i) {
                bool ok = false;
                const int found = meta->enumerator(i).keysToValue(json.toString().toLatin1().constData(), &ok);
                if (ok) number = found;
            }
        }
        QVariant out = makeVariant(typeId);
        switch (QMetaType(typeId).sizeOf()) {
        case 1: *static_cast<qint8 *>(out.data()) = qint8(number); break;
        case 2: *static_cast<qint16 *>(out.data()) = qint16(number); break;
        default: *static_cast<qint32 *>(out.data()) = number; break;
        }
        return out;
    }
    switch (typeId) {
    case QMetaType::QByteArray: {
        const QString s = json.toString();
        return s.startsWith(QLatin1String("hex:")) ? QByteArray::fromHex(s.mid(4).toLatin1()) : s.toUtf8();
    }
    case QMetaType::QString: return json.isNull() ? QVariant(QString()) : QVariant(json.toVariant().toString());
    case QMetaType::QDate: return QDate::fromString(json.toString(), Qt::ISODate);
    case QMetaType::QTime: return QTime::fromString(json.toString(), Qt::ISODateWithMs);
    case QMetaType::QDateTime: return QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    case QMetaType::QUrl: return QUrl(json.toString());
    case QMetaType::QUuid: return QUuid(json.toString());
    case QMetaType::QChar: return json.toString().isEmpty() ? QChar() : json.toString().at(0);
    case QMetaType::QPoint: { auto a = json.toArray(); return QPoint(a.at(0).toInt(), a.at(1).toInt()); }
    case QMetaType::QPointF: { auto a = json.toArray(); return QPointF(a.at(0).toDouble(), a.at(1).toDouble()); }
    case QMetaType::QSize: { auto a = json.toArray(); return QSize(a.at(0).toInt(), a.at(1).toInt()); }
    case QMetaType::QSizeF: { auto a = json.toArray(); return QSizeF(a.at(0).toDouble(), a.at(1).toDouble()); }
    case QMetaType::QRect: { auto a = json.toArray(); return QRect(a.at(0).toInt(), a.at(1).toInt(), a.at(2).toInt(), a.at(3).toInt()); }
    case QMetaType::QRectF: { auto a = json.toArray(); return QRectF(a.at(0).toDouble(), a.at(1).toDouble(), a.at(2).toDouble(), a.at(3).toDouble()); }
    case QMetaType::SChar: return QVariant::fromValue<signed char>(static_cast<signed char>(json.toVariant().toInt()));
    case QMetaType::UChar: return QVariant::fromValue<uchar>(static_cast<uchar>(json.toVariant().toInt()));
    case QMetaType::Short: return QVariant::fromValue<short>(static_cast<short>(json.toVariant().toInt()));
    case QMetaType::UShort: return QVariant::fromValue<ushort>(static_cast<ushort>(json.toVariant().toInt()));
    case QMetaType::QVariantList: {
        QVariantList out; const QJsonArray items = json.toArray();
        for (const QJsonValue &v : items) out << fromJson(v, QMetaType::UnknownType);
        return out;
    }
    default: break;
    }
    const QByteArray element = elementType(typeId);
    if (!element.isEmpty() && typeId != QMetaType::QStringList) {
        QVariantList generic;
        const int elementId = typeByName(element);
        const QJsonArray items = json.toArray();
        for (const QJsonValue &v : items) generic << fromJson(v, elementId);
#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)
        QVariant out = makeVariant(typeId);
        QSequentialIterable view = out.view<QSequentialIterable>();
        for (const QVariant &v : std::as_const(generic)) view.addValue(v);
        return out;
#else
        extern QVariant listFromVariants(int typeId, const QVariantList &items);
        return listFromVariants(typeId, generic);
#endif
    }
    QVariant out = json.isArray() ? QVariant(toList(json)) : json.toVariant();
#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)
    if (out.typeId() != typeId && QMetaType(typeId).isValid()
            && QByteArray(QMetaType(typeId).name()).startsWith("QMap<QString,")) {
        const QByteArray name = QMetaType(typeId).name();
        const int valueId = typeByName(name.mid(13, name.size() - 14));
        QVariant map = makeVariant(typeId);
        QAssociativeIterable view = map.view<QAssociativeIterable>();
        const QJsonObject items = json.toObject();
        for (auto it = items.begin(); it != items.end(); ++it)
            view.setValue(it.key(), fromJson(it.value(), valueId));
        return map;
    }
    out.convert(QMetaType(typeId));
#else
    if (QByteArray(QMetaType::typeName(typeId)) == "QMap<QString,int>") {
        QMap<QString, int> map; const QJsonObject items = json.toObject();
        for (auto it = items.begin(); it != items.end(); ++it) map.insert(it.key(), it.value().toInt());
        return QVariant::fromValue(map);
    }
    out.convert(typeId);
#endif
    return out;
}

QList<QJsonValue> parseArguments(const QString &text)
{
    QList<QJsonValue> out;
    int i = 0;
    const int n = int(text.size());
    while (i < n) {
        while (i < n && text.at(i).isSpace()) ++i;
        if (i >= n) break;
        const int start = i;
        int depth = 0;
        bool inString = false;
        for (; i < n; ++i) {
            const QChar c = text.at(i);
            if (inString) {
                if (c == QLatin1Char('\\')) ++i;
                else if (c == QLatin1Char('"')) inString = false;
                continue;
            }
            if (c == QLatin1Char('"')) inString = true;
            else if (c == QLatin1Char('[') || c == QLatin1Char('{')) ++depth;
            else if (c == QLatin1Char(']') || c == QLatin1Char('}')) --depth;
            else if (c.isSpace() && depth == 0) break;
        }
        const QString token = text.mid(start, i - start);
        QJsonParseError err;
        const QJsonDocument doc = QJsonDocument::fromJson("[" + token.toUtf8() + "]", &err);
        if (err.error == QJsonParseError::NoError && doc.array().size() == 1)
            out << doc.array().at(0);
        else
            out << QJsonValue(token);
    }
    return out;
}

} // namespace peer
