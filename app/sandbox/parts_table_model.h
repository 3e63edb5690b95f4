#pragma once

#include "app/sandbox/document_table_model.h"

namespace roundtrip {

/// A document's parts: name, kind, with whom each is joined. The name can be changed.
class PartsTableModel : public DocumentTableModel {
    Q_OBJECT

  public:
    enum Column { nameColumn, kindColumn, joinedColumn, columns };

    explicit PartsTableModel(SandboxDocument& document, QObject* parent = nullptr)
        : DocumentTableModel(document, columns, nameColumn, SceneChange::parts, parent) {}

  protected:
    [[nodiscard]] std::size_t count() const override { return scene().nodes.size(); }
    [[nodiscard]] QString header(int column) const override;
    [[nodiscard]] QString text(std::size_t row, int column) const override;
    bool write(std::size_t row, const QString& text) override;

  private:
    [[nodiscard]] QString joinedWith(const std::string& id) const;
};

/// Its links: from where, to where, how long a message takes. The time can be changed.
class LinksTableModel : public DocumentTableModel {
    Q_OBJECT

  public:
    enum Column { fromColumn, toColumn, latencyColumn, columns };

    explicit LinksTableModel(SandboxDocument& document, QObject* parent = nullptr)
        : DocumentTableModel(document, columns, latencyColumn, SceneChange::parts, parent) {}

  protected:
    [[nodiscard]] std::size_t count() const override { return scene().links.size(); }
    [[nodiscard]] QString header(int column) const override;
    [[nodiscard]] QString text(std::size_t row, int column) const override;
    bool write(std::size_t row, const QString& text) override;
};

/// What happens by itself: when, to whom, what. The time can be changed.
class ScheduleTableModel : public DocumentTableModel {
    Q_OBJECT

  public:
    enum Column { timeColumn, targetColumn, whatColumn, columns };

    explicit ScheduleTableModel(SandboxDocument& document, QObject* parent = nullptr)
        : DocumentTableModel(document, columns, timeColumn, SceneChange::schedule, parent) {}

  protected:
    [[nodiscard]] std::size_t count() const override { return scene().schedule.size(); }
    [[nodiscard]] QString header(int column) const override;
    [[nodiscard]] QString text(std::size_t row, int column) const override;
    bool write(std::size_t row, const QString& text) override;
};

} // namespace roundtrip
