#pragma once

#include "app/canvas/canvas_widget.h"
#include "app/canvas/legend.h"
#include "app/canvas/minimap.h"
#include "app/charts/metrics_view.h"
#include "app/inspector/code_view.h"
#include "app/inspector/link_view.h"
#include "app/inspector/message_view.h"
#include "app/inspector/node_view.h"
#include "app/playback/playback.h"
#include "app/style/style.h"
#include "app/timeline/event_list.h"
#include "app/timeline/timeline_view.h"
#include "app/timeline/transport_bar.h"
#include "app/timeline/trips_view.h"
#include "app/ui/actions.h"

#include <QFrame>
#include <QStackedWidget>
#include <QTabWidget>

#include <memory>

namespace roundtrip {

/// A session with all that shows it: the stage, the inspector, what lies below the stage. Makes the
/// views and joins them with one another; a window places them and decides about the run.
class RunViews : public QObject {
    Q_OBJECT

  public:
    enum InspectorTab { messageTab, partTab, metricsTab, codeTab };
    enum LowerTab { timelineTab, tripsTab, eventsTab };

    RunViews(Scene scene, const Style& style, const Actions& actions, QObject* parent = nullptr);
    ~RunViews() override;

    [[nodiscard]] Session& session() { return *session_; }
    [[nodiscard]] Narrator& narrator() { return *narrator_; }
    [[nodiscard]] CanvasModelBuilder& builder() { return *builder_; }
    [[nodiscard]] Playback& playback() { return *playback_; }

    // To be placed by the window, which then owns them.
    /// The canvas with its legend, and on the projector the sentence and the numbers.
    [[nodiscard]] QWidget* stage() { return stage_; }
    [[nodiscard]] QFrame* inspectorPanel() { return inspectorPanel_; }
    [[nodiscard]] QFrame* lowerPanel() { return lowerPanel_; }

    [[nodiscard]] CanvasWidget& canvas() { return *canvas_; }
    [[nodiscard]] Legend& legend() { return *legend_; }
    [[nodiscard]] Minimap& minimap() { return *minimap_; }
    [[nodiscard]] QTabWidget& inspector() { return *inspector_; }
    [[nodiscard]] QTabWidget& lower() { return *lower_; }
    [[nodiscard]] MessageView& message() { return *message_; }
    [[nodiscard]] NodeView& node() { return *node_; }
    [[nodiscard]] LinkView& link() { return *link_; }
    [[nodiscard]] MetricsView& metrics() { return *metrics_; }
    [[nodiscard]] CodeView& code() { return *code_; }
    [[nodiscard]] EventList& events() { return *events_; }

    void showNode(NodeId node);
    void showLink(LinkId link);
    /// Numbers count from that fact on.
    void setFrom(std::size_t fact);
    void setProjected(bool on);
    [[nodiscard]] bool isProjected() const { return isProjected_; }
    /// The session has other names, places or colours for the same parts.
    void takeLooks();
    /// Reads the position again.
    void refresh();
    void retranslate();
    /// What just happened, for a screen reader.
    [[nodiscard]] QString spoken() const { return spoken_->text(); }

  signals:
    /// A setting or an action that the user asks for in the inspector.
    void commandWanted(const roundtrip::Command& command);

  private:
    void makeStage();
    void makeInspector();
    void makeLower(const Actions& actions);
    void join();
    void speak(const QString& sentence);

    const Style& style_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<Narrator> narrator_;
    std::unique_ptr<CanvasModelBuilder> builder_;
    Playback* playback_;
    std::size_t from_ = 0;
    bool isProjected_ = false;

    QWidget* stage_ = nullptr;
    CanvasWidget* canvas_ = nullptr;
    Legend* legend_ = nullptr;
    Minimap* minimap_ = nullptr;
    QFrame* projectorBar_ = nullptr;
    QLabel* projectorSentence_ = nullptr;
    QLabel* projectorNumbers_ = nullptr;
    QFrame* inspectorPanel_ = nullptr;
    QTabWidget* inspector_ = nullptr;
    MessageView* message_ = nullptr;
    QStackedWidget* part_ = nullptr; ///< a node's form or a link's
    NodeView* node_ = nullptr;
    LinkView* link_ = nullptr;
    MetricsView* metrics_ = nullptr;
    CodeView* code_ = nullptr;
    QFrame* lowerPanel_ = nullptr;
    TransportBar* transportBar_ = nullptr;
    QTabWidget* lower_ = nullptr;
    TimelineView* timeline_ = nullptr;
    TripsView* trips_ = nullptr;
    EventList* events_ = nullptr;
    QLabel* spoken_ = nullptr;
};

} // namespace roundtrip
