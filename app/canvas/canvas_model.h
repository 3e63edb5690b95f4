#pragma once

#include "app/narration/narrator.h"
#include "app/playback/scene_state.h"
#include "core/nodes/node_kind.h"
#include "core/trace/fact.h"

#include <QFont>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

class Playback;

/// A number on a part's card.
struct CardGauge {
    QString text;
    GaugeInfo::Look look = GaugeInfo::Look::text;
    int value = 0;
    int capacity = 0;

    friend bool operator==(const CardGauge&, const CardGauge&) = default;
};

/// A part as it is drawn. Geometry is in scene units.
struct CanvasNode {
    NodeId id = NodeId::none;
    std::string key; ///< its id in the scene
    Presence presence = Presence::there;
    QString icon;
    QByteArray drawing; ///< SVG of the analogy, instead of the icon
    Category category = Category::compute;
    QString name;
    QString color;    ///< one of sceneColors()
    QString headline; ///< what happened here last
    Tone tone = Tone::neutral;
    std::vector<CardGauge> gauges;
    QRectF rect;
    bool isActive = false; ///< works on a request now
    bool isRunning = true;
    bool isHighlighted = false; ///< the lesson points at it
    std::optional<double> heat; ///< how busy it is, 0 to 1; 1 too when others wait for it

    friend bool operator==(const CanvasNode&, const CanvasNode&) = default;
};

/// A cubic curve from one card's edge to another's.
struct CanvasLink {
    LinkId id = LinkId::none;
    std::string key; ///< "browser->app"
    Presence presence = Presence::there;
    std::size_t from = 0; ///< indexes of nodes
    std::size_t to = 0;
    std::array<QPointF, 4> curve;
    QString label;
    bool isActive = false;
    bool isCut = false;
    double flow = 0;       ///< messages per simulated second lately; only in true scale
    bool isSteady = false; ///< they were enough to call it a rate

    [[nodiscard]] QPointF pointAt(double share) const;
    [[nodiscard]] QPainterPath path() const;
};

/// A message on its way.
struct CanvasMessage {
    MessageId id = MessageId::none;
    MessageKind kind = MessageKind::request;
    bool isFailure = false;
    bool isLost = false; ///< it will not get there
    QPointF at;
    QString label; ///< empty when there are many
    std::size_t sentFact = 0;
    std::size_t link = 0;
    bool isBackwards = false; ///< from the link's second end to its first
};

/// Words on the stage. Geometry is in scene units.
struct CanvasNote {
    QString id;
    QString text;
    QString color; ///< one of sceneColors()
    QRectF rect;
};

/// A frame around parts that belong together.
struct CanvasGroup {
    QString id;
    QString name;
    QString color;
    QRectF rect;
    QRectF title; ///< the part of it that says the name
};

/// What is on the canvas at one playback position, as plain values: painters draw it, hit tests
/// and accessibility read it, tests look at it without pixels.
struct CanvasModel {
    std::vector<CanvasNode> nodes;
    std::vector<CanvasLink> links;
    std::vector<CanvasMessage> messages;
    std::vector<CanvasNote> notes;
    std::vector<CanvasGroup> groups;
    MessageDrawings drawings; ///< of the analogy, instead of the shapes

    [[nodiscard]] QRectF bounds() const;
    /// By their keys; none when there is no such thing.
    [[nodiscard]] std::optional<std::size_t> findNode(std::string_view key) const;
    [[nodiscard]] std::optional<std::size_t> findLink(std::string_view key) const;
};
/// What is gone is not drawn; what is not there yet is drawn faintly.
[[nodiscard]] bool isShown(const CanvasNode& node);
[[nodiscard]] bool isShown(const CanvasLink& link);

/// Fills a model from a scene once, then from a playback at every change of position.
class CanvasModelBuilder {
  public:
    CanvasModelBuilder(const Scene& scene, const Narrator& narrator);
    /// The scene has other parts or links than before.
    void readScene();

    /// Cards' sizes follow their texts: `scale` is the texts' scale, 1 at 100 %; `noteFont`, at
    /// that scale, is what notes are written in.
    void layOut(double scale, const QFont& noteFont);
    void setHighlight(const QStringList& nodeIds) { highlight_ = nodeIds; }
    /// Whether nodes tell how busy they are.
    void setHeat(bool on) { hasHeat_ = on; }
    void update(Playback& playback);

    [[nodiscard]] const CanvasModel& model() const { return model_; }

  private:
    void layOutSurroundings();
    void updateNode(CanvasNode& node, Playback& playback);
    void updateLinks(Playback& playback);
    void updateMessages(Playback& playback);
    void updateFlow(Playback& playback);

    const Scene& scene_;
    const Narrator& narrator_;
    QStringList highlight_;
    bool hasHeat_ = false;
    double scale_ = 1;
    QFont noteFont_;
    CanvasModel model_;
    std::vector<std::vector<std::size_t>> gauges_; ///< per node, those that its card shows
    struct LinkLook {
        std::string key;
        QString latency;
        bool isCut = false;
    };
    std::vector<LinkLook> linkLooks_; ///< as the scene has them
};

/// Between a note's edge and its words, in scene units at 100 %.
constexpr double kNoteMargin = 10;

/// Up to this many messages in flight carry a label.
constexpr std::size_t kMostLabelledMessages = 8;

} // namespace roundtrip
