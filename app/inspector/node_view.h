#pragma once

#include "app/inspector/table_models.h"
#include "app/narration/narrator.h"
#include "app/playback/playback.h"
#include "app/style/style.h"

#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>
#include <QWidget>

#include <map>
#include <string>
#include <vector>

namespace roundtrip {

/// One part: what it is, its state now, its settings as a form made from the kind's descriptor, its
/// actions, and what it keeps (cache entries, table rows). Changing a setting is a command.
class NodeView : public QWidget {
    Q_OBJECT

  public:
    NodeView(const Style& style, const Narrator& narrator, QWidget* parent = nullptr);

    void setPlayback(Playback* playback);
    void showNode(NodeId node);
    [[nodiscard]] NodeId node() const { return node_; }
    /// Settings that a task is about, by the parts' ids: they stand before the others.
    void setTask(std::multimap<std::string, std::string> settings);
    /// The part is called otherwise now.
    void refreshName();
    /// The editor of a setting, by its name in files; null when there is none.
    [[nodiscard]] QWidget* editorOf(const QString& parameter) const;

  signals:
    /// The learner wants this command at the moment on the screen.
    void commandWanted(const roundtrip::Command& command);

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void rebuild();
    void showNothing();
    /// Parts have other numbers now, and the one that is shown may be gone.
    void takeScene();
    [[nodiscard]] bool isShownAlready(NodeId node) const;
    void buildForm(const NodeKind& kind);
    void buildRows(const std::vector<const Parameter*>& parameters, const QString& title);
    [[nodiscard]] bool isOfTask(const Parameter& parameter) const;
    QWidget* makeEditor(const Parameter& parameter);
    [[nodiscard]] Problems checkTogether(const std::string& name,
                                         const nlohmann::json& value) const;
    QWidget* makeDocumentBox(const Parameter& parameter);
    void buildActions(const NodeKind& kind);
    void buildTables(const NodeKind& kind);
    void takeRows(const NodeKind& kind);
    void refresh();
    void refreshEditors();
    [[nodiscard]] nlohmann::json valueNow(const Parameter& parameter) const;
    void want(const std::string& action, nlohmann::json arguments);
    [[nodiscard]] const SceneNode& sceneNode() const;

    const Style& style_;
    const Narrator& narrator_;
    Playback* playback_ = nullptr;
    NodeId node_ = NodeId::none;
    std::multimap<std::string, std::string> task_; ///< settings it is about, by parts
    std::string shownId_; ///< of the part that the widgets are made for, with its kind
    std::string shownKind_;
    QVBoxLayout* layout_;
    QWidget* content_ = nullptr;
    QLabel* name_ = nullptr;
    QLabel* state_ = nullptr;
    CacheModel cache_;
    RowsModel rows_;
    QTableView* cacheTable_ = nullptr;
    QTableView* rowsTable_ = nullptr;
};

} // namespace roundtrip
