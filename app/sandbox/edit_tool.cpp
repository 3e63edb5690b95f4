#include "app/sandbox/edit_tool.h"

#include "app/narration/text_format.h"
#include "app/sandbox/palette_view.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace roundtrip {

namespace {

constexpr double kHandleSide = 20;
constexpr int kClick = 6; // pixels: what moves less is a click

double snapped(double value) {
    return std::round(value / EditTool::kGrid) * EditTool::kGrid;
}

QPointF snapped(const QPointF& place) {
    return {snapped(place.x()), snapped(place.y())};
}

bool adds(const QMouseEvent& event) {
    return event.modifiers().testFlag(Qt::ShiftModifier) ||
           event.modifiers().testFlag(Qt::ControlModifier);
}

} // namespace

EditTool::EditTool(const Style& style, SandboxDocument& document, CanvasWidget& canvas)
    : QObject(&canvas), style_(style), document_(document), canvas_(canvas) {
    canvas_.setTool(this);
    // Going from part to part with the stage's own keys chooses, too; while joining it only aims.
    connect(&canvas_, &CanvasWidget::nodeChosen, this, [this](NodeId node) {
        if (!joinFrom_) {
            select({{idOf(indexOf(node))}, {}});
        }
    });
    connect(&canvas_, &CanvasWidget::linkChosen, this, [this](LinkId link) {
        select({{}, {document_.scene().links[indexOf(link)].key()}});
    });
}

std::string EditTool::idOf(std::size_t node) const {
    return document_.scene().nodes[node].id;
}

std::optional<std::size_t> EditTool::indexOfPart(const std::string& id) const {
    const auto& nodes = document_.scene().nodes;
    const auto found = std::ranges::find(nodes, id, &SceneNode::id);
    return found == nodes.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - nodes.begin()));
}

QPointF EditTool::sceneAt(const QPointF& at) const {
    return canvas_.transform().inverted().map(at) / (style_.scalePercent() / 100.0);
}

void EditTool::select(PartSelection selection) {
    std::erase_if(selection.parts, [this](const std::string& id) {
        return document_.scene().findNode(id) == nullptr;
    });
    std::erase_if(selection.links, [this](const std::string& key) {
        return document_.scene().findLink(key) == nullptr;
    });
    const bool isOther = selection != selection_;
    selection_ = std::move(selection);
    show();
    if (isOther) {
        emit selectionChanged();
    }
}

/// One part or line alone is also the stage's own choice, which the inspector follows.
void EditTool::show() {
    const auto& scene = document_.scene();
    if (selection_.parts.size() == 1 && selection_.links.empty()) {
        const auto node = indexOfPart(*selection_.parts.begin());
        if (canvas_.selectedNode() != node) {
            canvas_.selectNode(node);
        }
    } else if (selection_.links.size() == 1 && selection_.parts.empty()) {
        const auto found =
            std::ranges::find(scene.links, *selection_.links.begin(), &SceneLink::key);
        const auto link = static_cast<std::size_t>(found - scene.links.begin());
        if (canvas_.selectedLink() != link) {
            canvas_.selectLink(link);
        }
    } else {
        canvas_.selectNode(std::nullopt);
    }
    canvas_.update();
}

void EditTool::selectAll() {
    PartSelection all;
    for (const SceneNode& node : document_.scene().nodes) {
        all.parts.insert(node.id);
    }
    select(std::move(all));
}

QPointF EditTool::freePlace() const {
    const QPointF middle = snapped(sceneAt(canvas_.rect().center()));
    constexpr double kAcross = 220;
    constexpr double kDown = 160;
    const auto isFree = [this](const QPointF& place) {
        return std::ranges::none_of(document_.scene().nodes, [&place](const SceneNode& node) {
            return std::abs(node.x - place.x()) < kAcross && std::abs(node.y - place.y()) < kDown;
        });
    };
    // Around the middle, in ever wider rings.
    for (int ring = 0; ring < 100; ++ring) {
        for (int row = -ring; row <= ring; ++row) {
            for (int column = -ring; column <= ring; ++column) {
                const QPointF place = middle + QPointF(column * kAcross, row * kDown);
                if (std::max(std::abs(row), std::abs(column)) == ring && isFree(place)) {
                    return place;
                }
            }
        }
    }
    return middle;
}

QRectF EditTool::handleRect(std::size_t node) const {
    const QRectF card = canvas_.nodeRect(node);
    const double side = style_.px(kHandleSide);
    return {card.right() - side / 2, card.center().y() - side / 2, side, side};
}

/// Of the card that the pointer is over, or is chosen alone.
std::optional<std::size_t> EditTool::handleAt(const QPointF& at) const {
    std::vector<std::size_t> shown;
    if (hovered_) {
        shown.push_back(*hovered_);
    }
    if (canvas_.selectedNode()) {
        shown.push_back(*canvas_.selectedNode());
    }
    const auto found = std::ranges::find_if(
        shown, [&](std::size_t node) { return handleRect(node).contains(at); });
    return found == shown.end() ? std::nullopt : std::optional(*found);
}

bool EditTool::mousePressed(QMouseEvent& event) {
    canvas_.setFocus();
    pressedAt_ = event.position();
    pointer_ = pressedAt_;
    hasMoved_ = false;
    if (event.button() == Qt::MiddleButton) {
        drag_ = Drag::pan;
        return true;
    }
    if (event.button() != Qt::LeftButton) {
        return true; // the menu comes with an event of its own
    }
    if (joinFrom_) {
        return true; // released over a part it joins
    }
    if (const auto handle = handleAt(pressedAt_)) {
        joinFrom_ = idOf(*handle);
        drag_ = Drag::join;
        return true;
    }
    if (canvas_.messageAt(pressedAt_)) {
        return false; // to be read
    }
    press(pressedAt_, adds(event));
    return drag_ != Drag::none;
}

void EditTool::press(const QPointF& at, bool adds) {
    const auto node = canvas_.nodeAt(at);
    const auto link = node ? std::nullopt : canvas_.linkAt(at);
    PartSelection chosen = adds ? selection_ : PartSelection();
    drag_ = Drag::frame;
    if (node) {
        drag_ = Drag::parts;
        const std::string id = idOf(*node);
        if (adds && selection_.parts.contains(id)) {
            chosen.parts.erase(id);
        } else if (!adds && selection_.parts.contains(id)) {
            chosen = selection_; // all of them are dragged
        } else {
            chosen.parts.insert(id);
        }
    } else if (link) {
        drag_ = Drag::none;
        chosen.links.insert(document_.scene().links[*link].key());
    }
    select(std::move(chosen));
    placesBefore_.clear();
    for (const std::string& id : selection_.parts) {
        const SceneNode& part = *document_.scene().findNode(id);
        placesBefore_.emplace(id, QPointF(part.x, part.y));
    }
    ++dragNumber_;
}

bool EditTool::mouseMoved(QMouseEvent& event) {
    const QPointF before = std::exchange(pointer_, event.position());
    const auto over = canvas_.nodeAt(pointer_);
    if (over != hovered_ && (over || !hovered_ || !handleRect(*hovered_).contains(pointer_))) {
        hovered_ = over;
        canvas_.update();
    }
    hasMoved_ |= (pointer_ - pressedAt_).manhattanLength() >= kClick;
    if (joinFrom_) {
        joinTo(pointer_);
        return true;
    }
    switch (drag_) {
    case Drag::pan:
        canvas_.panBy(pointer_ - before);
        return true;
    case Drag::parts:
        if (hasMoved_) {
            dragParts(pointer_);
        }
        return true;
    case Drag::frame:
        canvas_.update();
        return true;
    default:
        break;
    }
    if (handleAt(pointer_)) {
        canvas_.setCursor(Qt::CrossCursor);
        return true;
    }
    return false;
}

void EditTool::dragParts(const QPointF& at) {
    if (placesBefore_.empty()) {
        return;
    }
    const QPointF way = sceneAt(at) - sceneAt(pressedAt_);
    // The part that was seized keeps to the grid; the others keep their places beside it.
    const QPointF seized = placesBefore_.begin()->second;
    const QPointF by = snapped(seized + way) - seized;
    std::map<std::string, QPointF> places;
    for (const auto& [id, place] : placesBefore_) {
        places.emplace(id, place + by);
    }
    const SceneNode& now = *document_.scene().findNode(places.begin()->first);
    if (places.begin()->second != QPointF(now.x, now.y)) {
        document_.moveParts(places, dragNumber_);
    }
}

void EditTool::joinTo(const QPointF& at) {
    canvas_.update();
    const auto target = canvas_.nodeAt(at);
    if (target && idOf(*target) != *joinFrom_) {
        QToolTip::showText(canvas_.mapToGlobal(at.toPoint()), whyNot(*target), &canvas_);
    } else {
        QToolTip::hideText();
    }
}

/// Why the part at hand can't be joined with that one; what will happen when it can.
QString EditTool::whyNot(std::size_t target) const {
    const SceneNode& from = *document_.scene().findNode(*joinFrom_);
    const SceneNode& to = document_.scene().nodes[target];
    const QString one = QString::fromStdString(from.name);
    const QString other = QString::fromStdString(to.name);
    const auto link = document_.linkBetween(from.id, to.id);
    if (!link) {
        return tr("%1 and %2 cannot talk: neither speaks what the other understands.")
            .arg(one, other);
    }
    if (document_.scene().findLink(link->key()) != nullptr) {
        return tr("%1 and %2 are joined already.").arg(one, other);
    }
    return tr("Join %1 with %2").arg(one, other);
}

void EditTool::finishJoin(const std::optional<std::size_t>& target) {
    const std::string from = *std::exchange(joinFrom_, std::nullopt);
    drag_ = Drag::none;
    if (target && idOf(*target) != from) {
        const std::string to = idOf(*target);
        const QPoint place = canvas_.nodeRect(*target).center().toPoint();
        joinFrom_ = from;
        const QString why = whyNot(*target);
        joinFrom_.reset();
        if (document_.connectParts(from, to)) {
            const auto link = document_.linkBetween(from, to);
            select({{}, {link->key()}});
        } else {
            QToolTip::showText(canvas_.mapToGlobal(place), why, &canvas_);
        }
    }
    canvas_.update();
}

bool EditTool::mouseReleased(QMouseEvent& event) {
    const Drag ended = std::exchange(drag_, Drag::none);
    if (joinFrom_) {
        finishJoin(canvas_.nodeAt(event.position()));
        return true;
    }
    if (ended == Drag::frame && hasMoved_) {
        selectWithin(QRectF(pressedAt_, event.position()).normalized(), adds(event));
    }
    if (ended == Drag::parts && !hasMoved_ && !adds(event)) {
        if (const auto node = canvas_.nodeAt(event.position())) {
            select({{idOf(*node)}, {}});
        }
    }
    canvas_.update();
    return ended != Drag::none || event.button() != Qt::LeftButton;
}

void EditTool::selectWithin(const QRectF& frame, bool adds) {
    PartSelection chosen = adds ? selection_ : PartSelection();
    for (std::size_t i = 0; i < canvas_.model().nodes.size(); ++i) {
        if (frame.intersects(canvas_.nodeRect(i))) {
            chosen.parts.insert(idOf(i));
        }
    }
    select(std::move(chosen));
}

bool EditTool::mouseDoubleClicked(QMouseEvent& event) {
    if (!canvas_.nodeAt(event.position())) {
        return false;
    }
    startRenaming();
    return true;
}

void EditTool::startJoining() {
    if (selection_.parts.size() == 1) {
        joinFrom_ = *selection_.parts.begin();
        pointer_ = canvas_.nodeRect(*indexOfPart(*joinFrom_)).center();
        canvas_.setFocus();
        canvas_.update();
    }
}

void EditTool::startRenaming() {
    if (selection_.parts.size() != 1) {
        return;
    }
    const std::string id = *selection_.parts.begin();
    const QRectF card = canvas_.nodeRect(*indexOfPart(id));
    auto* field =
        new QLineEdit(QString::fromStdString(document_.scene().findNode(id)->name), &canvas_);
    field->setAccessibleName(tr("Name of the part"));
    constexpr int kLongest = 60;
    field->setMaxLength(kLongest);
    field->setGeometry(QRect(card.topLeft().toPoint(),
                             QSize(std::max(style_.px(150), int(card.width())), style_.px(34))));
    field->selectAll();
    field->show();
    field->setFocus();
    connect(field, &QLineEdit::editingFinished, this, [this, field, id] {
        const QString name = field->text().trimmed();
        field->hide();
        field->deleteLater();
        canvas_.setFocus();
        document_.renamePart(id, name.toStdString());
    });
}

bool EditTool::moveByKey(int key) {
    QPointF way;
    switch (key) {
    case Qt::Key_Left:
        way = {-kGrid, 0};
        break;
    case Qt::Key_Right:
        way = {kGrid, 0};
        break;
    case Qt::Key_Up:
        way = {0, -kGrid};
        break;
    case Qt::Key_Down:
        way = {0, kGrid};
        break;
    default:
        return false;
    }
    std::map<std::string, QPointF> places;
    for (const std::string& id : selection_.parts) {
        const SceneNode& part = *document_.scene().findNode(id);
        places.emplace(id, QPointF(part.x, part.y) + way);
    }
    if (!places.empty()) {
        document_.moveParts(places);
    }
    return true;
}

bool EditTool::keyPressed(QKeyEvent& event) {
    if (event.modifiers().testFlag(Qt::ControlModifier)) {
        return moveByKey(event.key());
    }
    if (event.key() == Qt::Key_Escape) {
        joinFrom_.reset();
        drag_ = Drag::none;
        select({});
        return true;
    }
    if (event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace) {
        const PartSelection removed = std::exchange(selection_, {});
        document_.remove(removed);
        emit selectionChanged();
        return true;
    }
    if (event.key() == Qt::Key_J && !joinFrom_) {
        startJoining();
        return true;
    }
    const bool isReturn = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isReturn && joinFrom_) {
        finishJoin(canvas_.selectedNode());
        return true;
    }
    return false;
}

bool EditTool::menuWanted(QContextMenuEvent& event) {
    const bool isMouse = event.reason() == QContextMenuEvent::Mouse;
    const QPointF at = event.pos();
    if (const auto node = isMouse ? canvas_.nodeAt(at) : std::nullopt;
        node && !selection_.parts.contains(idOf(*node))) {
        select({{idOf(*node)}, {}});
    } else if (const auto link = isMouse && !node ? canvas_.linkAt(at) : std::nullopt) {
        select({{}, {document_.scene().links[*link].key()}});
    }
    const auto chosen = canvas_.selectedNode();
    emit menuRequested(isMouse || !chosen
                           ? event.globalPos()
                           : canvas_.mapToGlobal(canvas_.nodeRect(*chosen).center().toPoint()));
    return true;
}

bool EditTool::mayDrop(const QDropEvent& event) {
    return event.mimeData()->hasFormat(QString::fromLatin1(kKindMimeType));
}

void EditTool::dropped(QDropEvent& event) {
    const QByteArray id = event.mimeData()->data(QString::fromLatin1(kKindMimeType));
    if (const NodeKind* kind = findKind(id.toStdString())) {
        const std::string part = document_.addPart(*kind, snapped(sceneAt(event.position())));
        select({{part}, {}});
        canvas_.setFocus();
    }
}

void EditTool::paint(QPainter& painter) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintSelection(painter);
    const auto node = hovered_ ? hovered_ : canvas_.selectedNode();
    if (drag_ == Drag::none && !joinFrom_ && node && *node < canvas_.model().nodes.size()) {
        paintHandle(painter, *node);
    }
    if (joinFrom_) {
        paintJoin(painter);
    }
    if (drag_ == Drag::frame && hasMoved_) {
        QColor fill = style_.theme().accent;
        fill.setAlphaF(0.08F);
        painter.setBrush(fill);
        painter.setPen(QPen(style_.theme().accent, 1));
        painter.drawRect(QRectF(pressedAt_, pointer_).normalized());
    }
    painter.restore();
}

void EditTool::paintSelection(QPainter& painter) const {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style_.theme().accent, 2));
    const auto& nodes = canvas_.model().nodes;
    const double radius = style_.px(12) * canvas_.transform().m11();
    for (std::size_t i = 0; i < nodes.size() && i < document_.scene().nodes.size(); ++i) {
        if (selection_.parts.contains(idOf(i))) {
            painter.drawRoundedRect(canvas_.nodeRect(i).adjusted(-3, -3, 3, 3), radius, radius);
        }
    }
}

/// A small disc with a plus on the card's right edge: drag it to another card.
void EditTool::paintHandle(QPainter& painter, std::size_t node) const {
    const QRectF box = handleRect(node);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style_.theme().accent);
    painter.drawEllipse(box);
    painter.setPen(QPen(style_.theme().accentText, 2, Qt::SolidLine, Qt::RoundCap));
    const double reach = box.width() / 4;
    painter.drawLine(box.center() - QPointF(reach, 0), box.center() + QPointF(reach, 0));
    painter.drawLine(box.center() - QPointF(0, reach), box.center() + QPointF(0, reach));
}

/// A line to the pointer, or to the card that the keys have gone to; what can be joined is framed.
void EditTool::paintJoin(QPainter& painter) const {
    const auto from = indexOfPart(*joinFrom_);
    const auto& nodes = canvas_.model().nodes;
    if (!from || *from >= nodes.size()) {
        return;
    }
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto link = document_.linkBetween(*joinFrom_, idOf(i));
        if (link && document_.scene().findLink(link->key()) == nullptr) {
            painter.setPen(QPen(style_.theme().good, 2, Qt::DashLine));
            painter.drawRoundedRect(canvas_.nodeRect(i).adjusted(-4, -4, 4, 4), 14, 14);
        }
    }
    const auto chosen = canvas_.selectedNode();
    const bool byKeys = drag_ != Drag::join && chosen && *chosen != *from;
    const QPointF end = byKeys ? canvas_.nodeRect(*chosen).center() : pointer_;
    painter.setPen(QPen(style_.theme().accent, 2.5, Qt::DashLine, Qt::RoundCap));
    painter.drawLine(canvas_.nodeRect(*from).center(), end);
}

} // namespace roundtrip
