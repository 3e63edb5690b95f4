#include "app/sandbox/parts_table_model.h"

#include "app/narration/text_format.h"
#include "core/scene/link_parameters.h"
#include "core/scene/scene_edit.h"

namespace roundtrip {

namespace {

/// Makes a model follow its document: anew when parts come or go, else where it stands.
template <class Model>
void follow(Model& model, SandboxDocument& document, const std::function<void()>& reset) {
    QObject::connect(&document, &SandboxDocument::replaced, &model, reset);
    QObject::connect(
        &document, &SandboxDocument::changed, &model, [&model, reset](SceneChange change) {
            if (change == SceneChange::parts) {
                reset();
            } else if (model.rowCount() > 0) {
                emit model.dataChanged(model.index(0, 0),
                                       model.index(model.rowCount() - 1, model.columnCount() - 1));
            }
        });
}

QString nameOf(const Scene& scene, const std::string& id) {
    return QString::fromStdString(scene.findNode(id)->name);
}

} // namespace

PartsTableModel::PartsTableModel(SandboxDocument& document, QObject* parent)
    : QAbstractTableModel(parent), document_(document) {
    follow(*this, document, [this] {
        beginResetModel();
        endResetModel();
    });
}

int PartsTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(document_.scene().nodes.size());
}

int PartsTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QString PartsTableModel::joinedWith(const std::string& id) const {
    QStringList names;
    for (const SceneLink& link : document_.scene().links) {
        if (link.from == id) {
            names << QStringLiteral("→ ") + nameOf(document_.scene(), link.to);
        } else if (link.to == id) {
            names << QStringLiteral("← ") + nameOf(document_.scene(), link.from);
        }
    }
    return names.isEmpty() ? tr("nobody") : names.join(QStringLiteral(", "));
}

QVariant PartsTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::EditRole)) {
        return {};
    }
    const SceneNode& node = document_.scene().nodes[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case nameColumn:
        return QString::fromStdString(node.name);
    case kindColumn:
        return coreText("parts", findKind(node.kind)->name);
    default:
        return joinedWith(node.id);
    }
}

bool PartsTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || index.column() != nameColumn || name.isEmpty()) {
        return false;
    }
    document_.renamePart(document_.scene().nodes[static_cast<std::size_t>(index.row())].id,
                         name.toStdString());
    return true;
}

QVariant PartsTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == nameColumn   ? tr("Part")
           : section == kindColumn ? tr("Kind")
                                   : tr("Joined with");
}

Qt::ItemFlags PartsTableModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.column() == nameColumn ? usual | Qt::ItemIsEditable : usual;
}

void PartsTableModel::retranslate() {
    beginResetModel();
    endResetModel();
}

LinksTableModel::LinksTableModel(SandboxDocument& document, QObject* parent)
    : QAbstractTableModel(parent), document_(document) {
    follow(*this, document, [this] {
        beginResetModel();
        endResetModel();
    });
}

int LinksTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(document_.scene().links.size());
}

int LinksTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant LinksTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::EditRole)) {
        return {};
    }
    const SceneLink& link = document_.scene().links[static_cast<std::size_t>(index.row())];
    if (index.column() == latencyColumn) {
        const nlohmann::json latency = settingOf(document_.scene(), link.key(), "latency");
        return QString::fromStdString(latency.is_string() ? latency.get<std::string>()
                                                          : latency.dump());
    }
    return nameOf(document_.scene(), index.column() == fromColumn ? link.from : link.to);
}

bool LinksTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const nlohmann::json latency = value.toString().trimmed().toStdString();
    if (role != Qt::EditRole || index.column() != latencyColumn ||
        !checkValue(*findLinkParameter("latency"), latency).empty()) {
        return false;
    }
    document_.setParameter(document_.scene().links[static_cast<std::size_t>(index.row())].key(),
                           "latency", latency);
    return true;
}

QVariant LinksTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == fromColumn ? tr("From")
           : section == toColumn ? tr("To")
                                 : tr("Time on the way");
}

Qt::ItemFlags LinksTableModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.column() == latencyColumn ? usual | Qt::ItemIsEditable : usual;
}

void LinksTableModel::retranslate() {
    beginResetModel();
    endResetModel();
}

} // namespace roundtrip
