#include "app/canvas/canvas_widget.h"

#include "app/playback/playback.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPathStroker>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace roundtrip {

namespace {

constexpr int kRestMilliseconds = 120;
constexpr double kHitRadius = 18;
constexpr double kLinkReach = 7; // pixels beside a line that still belong to it

} // namespace

CanvasWidget::CanvasWidget(const Style& style, const Narrator& narrator, QWidget* parent)
    : QWidget(parent), style_(style), narrator_(narrator), painter_(style),
      crossfade_(new Crossfade(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setMinimumSize(240, 180);
    restTimer_.setSingleShot(true);
    restTimer_.setInterval(kRestMilliseconds);
    connect(&restTimer_, &QTimer::timeout, this, [this] {
        painter_.setInteracting(false);
        update();
    });
    connect(&style_, &Style::changed, this, &CanvasWidget::styleChanged);
}

void CanvasWidget::setSource(CanvasModelBuilder* builder, Playback* playback) {
    builder_ = builder;
    playback_ = playback;
    selectedNode_.reset();
    selectedLink_.reset();
    selectedMessage_.reset();
    isFitted_ = true;
    styleChanged();
}

void CanvasWidget::styleChanged() {
    setAccessibleName(tr("Stage"));
    painter_.invalidate();
    if (builder_ != nullptr) {
        layOut();
        refresh();
        fit();
    }
}

const CanvasModel& CanvasWidget::model() const {
    static const CanvasModel kEmpty;
    return builder_ == nullptr ? kEmpty : builder_->model();
}

void CanvasWidget::setHighlight(const QStringList& nodeIds) {
    if (builder_ != nullptr) {
        builder_->setHighlight(nodeIds);
        refresh();
    }
}

void CanvasWidget::setHeat(bool on) {
    builder_->setHeat(on);
    refresh();
}

void CanvasWidget::setTool(CanvasTool* tool) {
    tool_ = tool;
    setAcceptDrops(tool != nullptr);
    update();
}

void CanvasWidget::takeScene() {
    selectedNode_.reset();
    selectedLink_.reset();
    selectedMessage_.reset();
    painter_.invalidate();
    takeLooks();
}

void CanvasWidget::layOut() {
    builder_->layOut(style_.scalePercent() / 100.0, style_.font(13));
}

void CanvasWidget::takeLooks() {
    layOut();
    painter_.invalidate();
    refresh();
    emit viewChanged();
}

void CanvasWidget::refresh() {
    if (builder_ != nullptr && playback_ != nullptr) {
        builder_->update(*playback_);
    }
    update();
}

void CanvasWidget::fade() {
    if (!style_.isMotionReduced() && isVisible()) {
        crossfade_->from(grab());
    }
}

void CanvasWidget::setTransform(const QTransform& transform) {
    transform_ = transform;
    update();
    emit viewChanged();
}

void CanvasWidget::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    CanvasView view;
    view.transform = transform_;
    view.size = size();
    view.ratio = devicePixelRatioF();
    view.selectedNode = selectedNode_;
    view.selectedLink = selectedLink_;
    view.selectedMessage = selectedMessage_;
    view.hasFocus = hasFocus();
    painter_.paint(painter, model(), view);
    crossfade_->paint(painter);
    if (tool_ != nullptr) {
        tool_->paint(painter);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style_.theme().accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void CanvasWidget::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (isFitted_) {
        fit();
    }
}

QRectF CanvasWidget::nodeRect(std::size_t node) const {
    return transform_.mapRect(model().nodes[node].rect);
}

QRectF CanvasWidget::messageRect(const CanvasMessage& message) const {
    const QPointF at = transform_.map(message.at);
    return {at - QPointF(kHitRadius, kHitRadius), QSizeF(2 * kHitRadius, 2 * kHitRadius)};
}

CanvasWidget::Hit CanvasWidget::hitAt(const QPointF& at) const {
    if (const auto message = messageAt(at)) {
        return {std::nullopt, message, std::nullopt};
    }
    if (const auto node = nodeAt(at)) {
        return {node, std::nullopt, std::nullopt};
    }
    return {std::nullopt, std::nullopt, linkAt(at)};
}

std::optional<std::size_t> CanvasWidget::messageAt(const QPointF& at) const {
    const auto& messages = model().messages;
    for (std::size_t i = messages.size(); i-- > 0;) {
        const double labelRoom = messages[i].label.isEmpty() ? 0 : 24;
        if (messageRect(messages[i]).adjusted(-labelRoom, 0, labelRoom, labelRoom).contains(at)) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> CanvasWidget::nodeAt(const QPointF& at) const {
    for (std::size_t i = model().nodes.size(); i-- > 0;) {
        if (isShown(model().nodes[i]) && nodeRect(i).contains(at)) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> CanvasWidget::noteAt(const QPointF& at) const {
    const QPointF point = transform_.inverted().map(at);
    for (std::size_t i = model().notes.size(); i-- > 0;) {
        if (model().notes[i].rect.contains(point)) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> CanvasWidget::groupAt(const QPointF& at) const {
    const QPointF point = transform_.inverted().map(at);
    for (std::size_t i = model().groups.size(); i-- > 0;) {
        if (model().groups[i].title.contains(point)) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> CanvasWidget::linkAt(const QPointF& at) const {
    const QPointF point = transform_.inverted().map(at);
    const double reach = kLinkReach / transform_.m11();
    QPainterPathStroker stroker;
    stroker.setWidth(2 * reach);
    for (std::size_t i = model().links.size(); i-- > 0;) {
        if (!isShown(model().links[i])) {
            continue;
        }
        const QPainterPath path = model().links[i].path();
        const QRectF box = path.controlPointRect().adjusted(-reach, -reach, reach, reach);
        if (box.contains(point) && stroker.createStroke(path).contains(point)) {
            return i;
        }
    }
    return std::nullopt;
}

void CanvasWidget::choose(const Hit& hit) {
    selectedMessage_.reset();
    if (hit.message) {
        const CanvasMessage& message = model().messages[*hit.message];
        selectedMessage_ = message.id;
        emit messageChosen(message.sentFact);
    } else if (hit.link) {
        selectLink(hit.link);
    } else {
        selectNode(hit.node);
    }
    update();
}

void CanvasWidget::selectLink(std::optional<std::size_t> link) {
    selectedNode_.reset();
    selectedLink_ = link;
    if (link) {
        emit linkChosen(model().links[*link].id);
        QAccessibleEvent focused(this, QAccessible::Focus);
        focused.setChild(static_cast<int>(model().nodes.size() + *link));
        QAccessible::updateAccessibility(&focused);
    }
    update();
}

/// The next line that begins or ends at the selected part; of all lines when none is selected.
void CanvasWidget::chooseNextLink() {
    const auto& links = model().links;
    const auto fits = [&](const CanvasLink& link) {
        return isShown(link) && (!linksOf_ || link.from == *linksOf_ || link.to == *linksOf_);
    };
    if (selectedNode_) {
        linksOf_ = selectedNode_;
    } else if (!selectedLink_) {
        linksOf_.reset();
    }
    const std::size_t first = selectedLink_ ? *selectedLink_ + 1 : 0;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const std::size_t next = (first + i) % links.size();
        if (fits(links[next])) {
            selectLink(next);
            return;
        }
    }
}

void CanvasWidget::selectNode(std::optional<std::size_t> node) {
    selectedNode_ = node;
    selectedLink_.reset();
    if (node) {
        emit nodeChosen(model().nodes[*node].id);
        QAccessibleEvent focused(this, QAccessible::Focus);
        focused.setChild(static_cast<int>(*node));
        QAccessible::updateAccessibility(&focused);
    }
    update();
}

void CanvasWidget::mousePressEvent(QMouseEvent* event) {
    if (tool_ != nullptr && tool_->mousePressed(*event)) {
        return;
    }
    dragFrom_ = event->position();
    isDragging_ = false;
}

void CanvasWidget::mouseMoveEvent(QMouseEvent* event) {
    if (tool_ != nullptr && tool_->mouseMoved(*event)) {
        return;
    }
    if (!dragFrom_) {
        const Hit hit = hitAt(event->position());
        const bool isAny = hit.node || hit.message || hit.link;
        setCursor(isAny ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    const QPointF moved = event->position() - *dragFrom_;
    if (!isDragging_ && moved.manhattanLength() < 6) {
        return;
    }
    isDragging_ = true;
    dragFrom_ = event->position();
    setCursor(Qt::ClosedHandCursor);
    panBy(moved);
}

void CanvasWidget::panBy(const QPointF& way) {
    isFitted_ = false;
    painter_.setInteracting(true);
    restTimer_.start();
    setTransform(transform_ * QTransform::fromTranslate(way.x(), way.y()));
}

void CanvasWidget::mouseDoubleClickEvent(QMouseEvent* event) {
    if (tool_ == nullptr || !tool_->mouseDoubleClicked(*event)) {
        QWidget::mouseDoubleClickEvent(event);
    }
}

void CanvasWidget::contextMenuEvent(QContextMenuEvent* event) {
    if (tool_ == nullptr || !tool_->menuWanted(*event)) {
        QWidget::contextMenuEvent(event);
    }
}

void CanvasWidget::dragEnterEvent(QDragEnterEvent* event) {
    event->setAccepted(tool_ != nullptr && tool_->mayDrop(*event));
}

void CanvasWidget::dragMoveEvent(QDragMoveEvent* event) {
    event->setAccepted(tool_ != nullptr && tool_->mayDrop(*event));
}

void CanvasWidget::dropEvent(QDropEvent* event) {
    if (tool_ != nullptr && tool_->mayDrop(*event)) {
        tool_->dropped(*event);
        event->acceptProposedAction();
    }
}

void CanvasWidget::mouseReleaseEvent(QMouseEvent* event) {
    if (tool_ != nullptr && tool_->mouseReleased(*event)) {
        return;
    }
    if (!isDragging_) {
        choose(hitAt(event->position()));
    }
    dragFrom_.reset();
    isDragging_ = false;
    setCursor(Qt::ArrowCursor);
}

void CanvasWidget::wheelEvent(QWheelEvent* event) {
    constexpr double kPerNotch = 120;
    zoomAround(event->position(), std::pow(1.15, event->angleDelta().y() / kPerNotch));
    event->accept();
}

void CanvasWidget::moveSelection(const QPointF& direction) {
    const auto& nodes = model().nodes;
    if (!selectedNode_) {
        const auto first =
            std::ranges::find_if(nodes, [](const CanvasNode& node) { return isShown(node); });
        if (first != nodes.end()) {
            selectNode(static_cast<std::size_t>(first - nodes.begin()));
        }
        return;
    }
    const QPointF from = nodes[*selectedNode_].rect.center();
    std::optional<std::size_t> best;
    double bestCost = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const QPointF way = nodes[i].rect.center() - from;
        const double along = QPointF::dotProduct(way, direction);
        const double aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        const double cost = along + 2 * aside;
        if (isShown(nodes[i]) && along > 1 && (!best || cost < bestCost)) {
            best = i;
            bestCost = cost;
        }
    }
    if (best) {
        selectNode(best);
    }
}

void CanvasWidget::chooseNextMessage() {
    const auto& messages = model().messages;
    if (messages.empty()) {
        return;
    }
    const auto current = std::ranges::find_if(
        messages, [this](const CanvasMessage& m) { return m.id == selectedMessage_; });
    const std::size_t next = current == messages.end() || current + 1 == messages.end()
                                 ? 0
                                 : static_cast<std::size_t>(current - messages.begin()) + 1;
    choose({std::nullopt, next});
}

void CanvasWidget::keyPressEvent(QKeyEvent* event) {
    if (tool_ != nullptr && tool_->keyPressed(*event)) {
        return;
    }
    const bool pans = event->modifiers().testFlag(Qt::ShiftModifier);
    QPointF direction;
    switch (event->key()) {
    case Qt::Key_Left:
        direction = {-1, 0};
        break;
    case Qt::Key_Right:
        direction = {1, 0};
        break;
    case Qt::Key_Up:
        direction = {0, -1};
        break;
    case Qt::Key_Down:
        direction = {0, 1};
        break;
    case Qt::Key_M:
        chooseNextMessage();
        return;
    case Qt::Key_L:
        chooseNextLink();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        selectNode(selectedNode_.value_or(0));
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(1.15);
        return;
    case Qt::Key_Minus:
        zoomBy(1 / 1.15);
        return;
    case Qt::Key_0:
        fit();
        return;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (pans) {
        constexpr double kPanStep = 40;
        panBy(-direction * kPanStep);
    } else {
        moveSelection(direction);
    }
}

bool CanvasWidget::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const Hit hit = hitAt(help->pos());
        const QString text = hit.message ? spokenMessage(model().messages[*hit.message])
                             : hit.node  ? spokenNode(model().nodes[*hit.node])
                             : hit.link  ? spokenLink(model().links[*hit.link])
                                         : QString();
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Stage"));
        painter_.invalidate();
        refresh();
    }
    return QWidget::event(event);
}

QString CanvasWidget::spokenNode(const CanvasNode& node) const {
    if (node.presence != Presence::there) {
        return node.presence == Presence::notYet ? tr("%1, not there yet").arg(node.name)
                                                 : tr("%1, taken away").arg(node.name);
    }
    QStringList parts{node.name};
    if (!node.headline.isEmpty()) {
        parts << node.headline;
    }
    for (const CardGauge& gauge : node.gauges) {
        parts << gauge.text;
    }
    return parts.join(QStringLiteral(", "));
}

QString CanvasWidget::spokenMessage(const CanvasMessage& message) const {
    const CanvasLink& link = model().links[message.link];
    const QString from = model().nodes[message.isBackwards ? link.to : link.from].name;
    const QString to = model().nodes[message.isBackwards ? link.from : link.to].name;
    return tr("Message %1, on its way from %2 to %3").arg(message.label, from, to);
}

QString CanvasWidget::spokenLink(const CanvasLink& link) const {
    return tr("Link from %1 to %2, %3 each way")
        .arg(model().nodes[link.from].name, model().nodes[link.to].name, link.label);
}

} // namespace roundtrip
