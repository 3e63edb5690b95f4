#include "app/canvas/canvas_model.h"

#include "app/narration/text_format.h"
#include "app/playback/playback.h"
#include "core/scene/link_parameters.h"
#include "core/scene/shown_gauges.h"

#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>

namespace roundtrip {

namespace {

constexpr double kCardWidth = 184;
constexpr double kHeadHeight = 66;
constexpr double kLineHeight = 22;
constexpr double kNoteWidth = 200;
constexpr double kGroupMargin = 20; // around the cards
constexpr double kGroupHead = 24;   // for the name

double cardHeight(const NodeKind& kind, const std::vector<std::size_t>& gauges) {
    double height = kHeadHeight;
    for (const std::size_t i : gauges) {
        height += kind.gauges[i].look == GaugeInfo::Look::text ? kLineHeight : kLineHeight + 18;
    }
    return height + 12;
}

/// A curve that leaves and enters horizontally, between the facing edges of two cards.
std::array<QPointF, 4> curveBetween(const QRectF& from, const QRectF& to) {
    const bool isRightwards = to.center().x() >= from.center().x();
    const bool isBeside = isRightwards ? to.left() > from.right() : to.right() < from.left();
    if (!isBeside) { // one above the other
        const bool isDown = to.center().y() > from.center().y();
        const QPointF start(from.center().x(), isDown ? from.bottom() : from.top());
        const QPointF end(to.center().x(), isDown ? to.top() : to.bottom());
        const QPointF bend(0, (end.y() - start.y()) / 2);
        return {start, start + bend, end - bend, end};
    }
    const double offset = std::clamp((to.center().y() - from.center().y()) * 0.2,
                                     -from.height() / 4, from.height() / 4);
    const QPointF start(isRightwards ? from.right() : from.left(), from.center().y() + offset);
    const QPointF end(isRightwards ? to.left() : to.right(), to.center().y());
    const QPointF bend((end.x() - start.x()) / 2, 0);
    return {start, start + bend, end - bend, end};
}

/// With the decimal point of the language that is spoken.
QString inPeoplesDigits(QString span) {
    return span.replace(QLatin1Char('.'), QLocale().decimalPoint());
}

/// The span, or the name of its distribution.
QString latencyText(const nlohmann::json& latency) {
    return inPeoplesDigits(QString::fromStdString(latency.is_string() ? latency.get<std::string>()
                                                                      : latency.begin().key()));
}

/// None for a part that has nothing to be busy with.
std::optional<double> heatOf(const NodeKind& kind, const NodeState& state) {
    std::optional<double> heat;
    for (std::size_t i = 0; i < kind.gauges.size(); ++i) {
        const NodeState::Gauge gauge =
            i < state.gauges.size() ? state.gauges[i] : NodeState::Gauge();
        if (kind.gauges[i].measures == GaugeInfo::Measures::utilisation) {
            const double share = gauge.capacity > 0 ? double(gauge.value) / gauge.capacity : 0;
            heat = std::max(heat.value_or(0), std::min(1.0, share));
        } else if (kind.gauges[i].measures == GaugeInfo::Measures::queue) {
            heat = std::max(heat.value_or(0), gauge.value > 0 ? 1.0 : 0.0);
        }
    }
    return heat;
}

QString gaugeText(const GaugeInfo& info, int value, int capacity) {
    QString text = coreText("gauges", info.label);
    text.replace(QStringLiteral("{value}"), countForPeople(value));
    return text.replace(QStringLiteral("{capacity}"), countForPeople(capacity));
}

} // namespace

QPointF CanvasLink::pointAt(double share) const {
    const double rest = 1 - share;
    return curve[0] * (rest * rest * rest) + curve[1] * (3 * rest * rest * share) +
           curve[2] * (3 * rest * share * share) + curve[3] * (share * share * share);
}

QPainterPath CanvasLink::path() const {
    QPainterPath path(curve[0]);
    path.cubicTo(curve[1], curve[2], curve[3]);
    return path;
}

QRectF CanvasModel::bounds() const {
    QRectF all;
    for (const CanvasNode& node : nodes) {
        all = isShown(node) ? all.united(node.rect) : all;
    }
    for (const CanvasNote& note : notes) {
        all = all.united(note.rect);
    }
    for (const CanvasGroup& group : groups) {
        all = all.united(group.rect);
    }
    return all;
}

namespace {

template <class Things>
std::optional<std::size_t> findKey(const Things& things, std::string_view key) {
    const auto found = std::ranges::find_if(
        things, [key](const auto& thing) { return thing.key == key && isShown(thing); });
    return found == things.end() ? std::nullopt
                                 : std::optional(static_cast<std::size_t>(found - things.begin()));
}

} // namespace

std::optional<std::size_t> CanvasModel::findNode(std::string_view key) const {
    return findKey(nodes, key);
}

std::optional<std::size_t> CanvasModel::findLink(std::string_view key) const {
    return findKey(links, key);
}

bool isShown(const CanvasNode& node) {
    return node.presence != Presence::gone;
}

bool isShown(const CanvasLink& link) {
    return link.presence != Presence::gone;
}

CanvasModelBuilder::CanvasModelBuilder(const Scene& scene, const Narrator& narrator)
    : scene_(scene), narrator_(narrator) {
    readScene();
}

void CanvasModelBuilder::readScene() {
    model_ = {};
    gauges_.clear();
    linkLooks_.clear();
    std::unordered_map<std::string_view, std::size_t> indexes;
    const ShownGauges shown(scene_);
    for (std::size_t i = 0; i < scene_.nodes.size(); ++i) {
        const NodeKind& kind = *findKind(scene_.nodes[i].kind);
        CanvasNode node;
        node.id = NodeId{static_cast<std::uint16_t>(i)};
        node.key = scene_.nodes[i].id;
        node.icon = QString::fromStdString(kind.id);
        node.category = kind.category;
        indexes.emplace(scene_.nodes[i].id, i);
        model_.nodes.push_back(std::move(node));
        gauges_.push_back(shown.of(scene_.nodes[i]));
    }
    for (std::size_t i = 0; i < scene_.links.size(); ++i) {
        const SceneLink& joined = scene_.links[i];
        CanvasLink link;
        link.id = LinkId{static_cast<std::uint16_t>(i)};
        link.key = joined.key();
        link.from = indexes.at(joined.from);
        link.to = indexes.at(joined.to);
        model_.links.push_back(link);
        const ParameterValues values(linkParameters(), joined.parameters);
        linkLooks_.push_back(
            {joined.key(), latencyText(values.value("latency")), values.boolean("cut")});
    }
    layOut(scale_, noteFont_);
}

void CanvasModelBuilder::layOut(double scale, const QFont& noteFont) {
    scale_ = scale;
    noteFont_ = noteFont;
    for (std::size_t i = 0; i < model_.nodes.size(); ++i) {
        const NodeKind& kind = *findKind(scene_.nodes[i].kind);
        const QSizeF size = QSizeF(kCardWidth, cardHeight(kind, gauges_[i])) * scale;
        const QPointF centre = QPointF(scene_.nodes[i].x, scene_.nodes[i].y) * scale;
        model_.nodes[i].rect = QRectF(centre - QPointF(size.width() / 2, size.height() / 2), size);
    }
    for (CanvasLink& link : model_.links) {
        link.curve = curveBetween(model_.nodes[link.from].rect, model_.nodes[link.to].rect);
    }
    layOutSurroundings();
}

/// Notes are as high as their words; a group's frame stands around its members, with its name
/// above.
void CanvasModelBuilder::layOutSurroundings() {
    const QFontMetricsF metrics(noteFont_);
    model_.notes.clear();
    for (const SceneNote& note : scene_.notes) {
        const QString text = QString::fromStdString(note.text);
        const double inner = (kNoteWidth - 2 * kNoteMargin) * scale_;
        const QRectF words = metrics.boundingRect(QRectF(0, 0, inner, 1e6), Qt::TextWordWrap, text);
        const QSizeF size(kNoteWidth * scale_,
                          std::max(words.height(), metrics.height()) + 2 * kNoteMargin * scale_);
        const QPointF centre = QPointF(note.x, note.y) * scale_;
        model_.notes.push_back(
            {QString::fromStdString(note.id), text, QString::fromStdString(note.color),
             QRectF(centre - QPointF(size.width() / 2, size.height() / 2), size)});
    }
    std::unordered_map<std::string_view, const QRectF*> cards;
    for (std::size_t i = 0; i < model_.nodes.size() && !scene_.groups.empty(); ++i) {
        cards.emplace(scene_.nodes[i].id, &model_.nodes[i].rect);
    }
    model_.groups.clear();
    for (const SceneGroup& group : scene_.groups) {
        QRectF rect;
        for (const std::string& member : group.members) {
            if (const auto card = cards.find(member); card != cards.end()) {
                rect |= *card->second;
            }
        }
        const double margin = kGroupMargin * scale_;
        const double head = kGroupHead * scale_;
        rect.adjust(-margin, -margin - head, margin, margin);
        model_.groups.push_back({QString::fromStdString(group.id),
                                 QString::fromStdString(group.name),
                                 QString::fromStdString(group.color), rect,
                                 QRectF(rect.topLeft(), QSizeF(rect.width(), head + margin / 2))});
    }
}

void CanvasModelBuilder::update(Playback& playback) {
    for (CanvasNode& node : model_.nodes) {
        updateNode(node, playback);
    }
    updateMessages(playback);
    updateLinks(playback);
    updateFlow(playback);
    const auto& analogy = narrator_.analogy();
    model_.drawings = analogy ? analogy->messageDrawings() : MessageDrawings();
}

void CanvasModelBuilder::updateNode(CanvasNode& node, Playback& playback) {
    const std::size_t index = indexOf(node.id);
    const NodeKind& kind = *findKind(scene_.nodes[index].kind);
    const NodeState& state = playback.state().nodes[index];
    node.presence = state.presence;
    node.name = narrator_.nodeName(node.id);
    node.color = QString::fromStdString(scene_.nodes[index].color);
    const auto& analogy = narrator_.analogy();
    node.drawing = analogy ? analogy->nodeDrawing(scene_.nodes[index].id) : QByteArray();
    node.isActive = state.active > 0;
    node.isRunning = state.isRunning;
    node.isHighlighted = highlight_.contains(QString::fromStdString(scene_.nodes[index].id));
    node.heat = hasHeat_ ? heatOf(kind, state) : std::nullopt;
    node.headline.clear();
    node.tone = Tone::neutral;
    if (state.lastFact) {
        const Narration told =
            narrator_.headline(playback.trace(), playback.trace()[*state.lastFact]);
        node.headline = told.sentence;
        node.tone = told.tone;
    }
    node.gauges.clear();
    for (const std::size_t i : gauges_[index]) {
        const NodeState::Gauge gauge =
            i < state.gauges.size() ? state.gauges[i] : NodeState::Gauge();
        node.gauges.push_back({gaugeText(kind.gauges[i], gauge.value, gauge.capacity),
                               kind.gauges[i].look, gauge.value, gauge.capacity});
    }
}

void CanvasModelBuilder::updateMessages(Playback& playback) {
    const SceneState& state = playback.state();
    model_.messages.clear();
    const bool isLabelled = state.flights.size() <= kMostLabelledMessages;
    for (const Flight& flight : state.flights) {
        const Fact& fact = playback.trace()[flight.sentFact];
        const auto sent = fact.as<MessageSent>();
        CanvasMessage message;
        message.id = sent.message;
        message.kind = sent.messageKind;
        message.isFailure = sent.failed != 0;
        message.isLost = sent.isLost();
        message.sentFact = flight.sentFact;
        message.link = indexOf(sent.link);
        const CanvasLink& link = model_.links[message.link];
        message.isBackwards = indexOf(fact.node) != link.from;
        // Eased, and never hidden under a card's edge.
        const double progress = playback.progressOf(flight);
        const double way = message.isLost ? 0.5 : 1.0; // where it gets lost, nobody knows
        const double eased = 0.08 + 0.84 * way * (progress * progress * (3 - 2 * progress));
        message.at = link.pointAt(message.isBackwards ? 1 - eased : eased);
        if (isLabelled) {
            message.label = narrator_.messageLabel(playback.trace(), sent);
        }
        model_.messages.push_back(std::move(message));
    }
}

void CanvasModelBuilder::updateLinks(Playback& playback) {
    for (CanvasLink& link : model_.links) {
        link.isActive = std::ranges::any_of(model_.messages, [&link](const CanvasMessage& m) {
            return m.link == indexOf(link.id);
        });
        link.presence = playback.state().links[indexOf(link.id)];
        const LinkLook& look = linkLooks_[indexOf(link.id)];
        link.label = look.latency;
        link.isCut = look.isCut;
        for (const auto& [parameter, value] : playback.state().linkParameters) {
            const std::string_view name = playback.trace().text(parameter);
            const QString text = fromView(playback.trace().text(value));
            if (name == look.key + " latency") {
                link.label = inPeoplesDigits(text);
            } else if (name == look.key + " cut") {
                link.isCut = text == QLatin1String("true");
            }
        }
    }
}

/// In true scale a trip of milliseconds passes between two frames: what links carried during the
/// last moment is shown as density instead.
void CanvasModelBuilder::updateFlow(Playback& playback) {
    for (CanvasLink& link : model_.links) {
        link.flow = 0;
        link.isSteady = false;
    }
    if (playback.clock() != Playback::Clock::trueScale) {
        return;
    }
    constexpr double kWallSeconds = 0.4;
    constexpr std::size_t kMostFacts = 20'000;
    const double window = kWallSeconds * playback.speed();
    const SimTime from = playback.time() - SimTime::fromSeconds(window);
    const std::size_t facts = playback.facts();
    for (std::size_t i = facts; i-- > 0 && facts - i < kMostFacts;) {
        const Fact& fact = playback.trace()[i];
        if (fact.time < from) {
            break;
        }
        if (fact.is<MessageSent>()) {
            model_.links[indexOf(fact.as<MessageSent>().link)].flow += 1 / window;
        }
    }
    constexpr double kSteady = 4.5; // messages; two trips next to each other are no rate yet
    for (CanvasLink& link : model_.links) {
        link.isSteady = link.flow * window > kSteady;
    }
}

} // namespace roundtrip
