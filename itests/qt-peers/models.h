// Item models the source shares.
#pragma once
#include "peer_common.h"

// A table with two columns and the roles display, name and value.
class Sensors : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum { NameRole = Qt::UserRole + 1, ValueRole };
    struct Row { QString name; double value; };
    int rowCount(const QModelIndex &p = {}) const override { return p.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &p = {}) const override { return p.isValid() ? 0 : 2; }
    QHash<int, QByteArray> roleNames() const override
    {
        return {{Qt::DisplayRole, "display"}, {NameRole, "name"}, {ValueRole, "value"}};
    }
    QVariant data(const QModelIndex &i, int role) const override
    {
        const Row &r = m_rows.at(i.row());
        switch (role) {
        case Qt::DisplayRole: return i.column() == 0 ? QVariant(r.name) : QVariant(r.value);
        case NameRole: return r.name;
        case ValueRole: return r.value;
        default: return QVariant();
        }
    }
    bool setData(const QModelIndex &i, const QVariant &v, int role) override
    {
        peer::say(QStringLiteral("called model setData [%1,%2,%3,%4]").arg(i.row()).arg(i.column()).arg(role).arg(peer::toText(v)));
        Row &r = m_rows[i.row()];
        if (role == NameRole) r.name = v.toString();
        else if (role == ValueRole) r.value = v.toDouble();
        else if (i.column() == 0) r.name = v.toString();
        else r.value = v.toDouble();
        emit dataChanged(index(i.row(), 0), index(i.row(), 1), {role});
        return true;
    }
    QVariant headerData(int section, Qt::Orientation o, int role) const override
    {
        if (role != Qt::DisplayRole) return QVariant();
        return o == Qt::Horizontal ? QVariant(section == 0 ? QStringLiteral("Name") : QStringLiteral("Value"))
                                   : QVariant(section + 1);
    }
    void insert(int at, const Row &row) { beginInsertRows({}, at, at); m_rows.insert(at, row); endInsertRows(); }
    void remove(int at) { beginRemoveRows({}, at, at); m_rows.removeAt(at); endRemoveRows(); }
    void move(int from, int to)
    {
        if (!beginMoveRows({}, from, from, {}, to)) return;
        m_rows.move(from, to > from ? to - 1 : to);
        endMoveRows();
    }
    void reset(const QVector<Row> &rows) { beginResetModel(); m_rows = rows; endResetModel(); }
    void sortByName()
    {
        emit layoutAboutToBeChanged();
        std::sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) { return a.name < b.name; });
        emit layoutChanged();
    }
    void headerTouched() { emit headerDataChanged(Qt::Horizontal, 0, 1); }
private:
    QVector<Row> m_rows { {QStringLiteral("temperature"), 20.5}, {QStringLiteral("humidity"), 41}, {QStringLiteral("pressure"), 1013.25} };
};

// A tree of fixed shape: each root row has its own number of children.
class Tree : public QAbstractItemModel
{
    Q_OBJECT
public:
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override
    {
        if (column != 0 || row < 0 || row >= rowCount(parent)) return QModelIndex();
        return createIndex(row, column, quintptr(parent.isValid() ? parent.row() + 1 : 0));
    }
    QModelIndex parent(const QModelIndex &i) const override
    {
        return i.isValid() && i.internalId() ? createIndex(int(i.internalId()) - 1, 0, quintptr(0)) : QModelIndex();
    }
    int rowCount(const QModelIndex &p = {}) const override
    {
        if (!p.isValid()) return int(m_children.size());
        return p.internalId() ? 0 : int(m_children.at(p.row()).size());
    }
    int columnCount(const QModelIndex & = {}) const override { return 1; }
    QVariant data(const QModelIndex &i, int role) const override
    {
        if (role != Qt::DisplayRole) return QVariant();
        return i.internalId() ? m_children.at(int(i.internalId()) - 1).at(i.row()) : QStringLiteral("root %1").arg(i.row());
    }
    void insertChild(int root, const QString &text)
    {
        const int at = int(m_children.at(root).size());
        beginInsertRows(index(root, 0), at, at);
        m_children[root] << text;
        endInsertRows();
    }
    void removeChild(int root, int at)
    {
        beginRemoveRows(index(root, 0), at, at);
        m_children[root].removeAt(at);
        endRemoveRows();
    }
private:
    QVector<QStringList> m_children { {QStringLiteral("a"), QStringLiteral("b")}, {}, {QStringLiteral("c")} };
};
