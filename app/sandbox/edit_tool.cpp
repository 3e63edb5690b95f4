#include "app/sandbox/edit_tool.h"

#include "app/sandbox/palette_view.h"
#include "core/scene/scene_edit.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace roundtrip {

namespace {

constexpr int kClick = 6;        // pixels: what moves less is a click
constexpr double kSnapReach = 6; // scene units: so near, a card lines up with another

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
        select({{}, {canvas_.model().links[indexOf(link)].key}});
    });
}

std::string EditTool::idOf(std::size_t node) const {
    return canvas_.model().nodes[node].key;
}

std::optional<std::size_t> EditTool::indexOfPart(const std::string& id) const {
    return canvas_.model().findNode(id);
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
    std::erase_if(selection.notes, [this](const std::string& id) {
        return document_.scene().findNote(id) == nullptr;
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
    if (selection_.parts.size() == 1 && selection_.links.empty() && selection_.notes.empty()) {
        const auto node = indexOfPart(*selection_.parts.begin());
        if (canvas_.selectedNode() != node) {
            canvas_.selectNode(node);
        }
    } else if (selection_.links.size() == 1 && selection_.parts.empty() &&
               selection_.notes.empty()) {
        const auto link = canvas_.model().findLink(*selection_.links.begin());
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
    for (const SceneNote& note : document_.scene().notes) {
        all.notes.insert(note.id);
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

namespace {

/// What is chosen when that one of a kind is pressed.
void toggle(std::set<std::string>& chosen, const std::string& id, bool adds, bool wasChosen) {
    if (adds && wasChosen) {
        chosen.erase(id);
    } else {
        chosen.insert(id);
    }
}

} // namespace

void EditTool::press(const QPointF& at, bool adds) {
    const auto node = canvas_.nodeAt(at);
    const auto note = node ? std::nullopt : canvas_.noteAt(at);
    const auto link = node || note ? std::nullopt : canvas_.linkAt(at);
    const auto group = node || note || link ? std::nullopt : canvas_.groupAt(at);
    PartSelection chosen = adds ? selection_ : PartSelection();
    drag_ = node || note || group ? Drag::parts : Drag::frame;
    if (node || note) {
        const std::string id = node ? idOf(*node) : document_.scene().notes[*note].id;
        const auto& before = node ? selection_.parts : selection_.notes;
        if (!adds && before.contains(id)) {
            chosen = selection_; // all of them are dragged
        } else {
            toggle(node ? chosen.parts : chosen.notes, id, adds, before.contains(id));
        }
    } else if (link) {
        drag_ = Drag::none;
        chosen.links.insert(canvas_.model().links[*link].key);
    } else if (group) {
        const auto& members = document_.scene().groups[*group].members;
        chosen.parts.insert(members.begin(), members.end());
    }
    select(std::move(chosen));
    seized_ = node ? idOf(*node) : std::string();
    placesBefore_ = selectedPlaces();
    ++dragNumber_;
}

std::map<std::string, QPointF> EditTool::selectedPlaces() const {
    std::map<std::string, QPointF> places;
    for (const SceneNode& node : document_.scene().nodes) {
        if (selection_.parts.contains(node.id)) {
            places.emplace(node.id, QPointF(node.x, node.y));
        }
    }
    for (const SceneNote& note : document_.scene().notes) {
        if (selection_.notes.contains(note.id)) {
            places.emplace(note.id, QPointF(note.x, note.y));
        }
    }
    return places;
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

/// The part that was seized lines up with others near it, else it keeps to the grid; whatever is
/// dragged with it keeps its place beside it.
void EditTool::dragParts(const QPointF& at) {
    if (placesBefore_.empty()) {
        return;
    }
    const auto found = placesBefore_.find(seized_);
    const auto& [leader, before] = found == placesBefore_.end() ? *placesBefore_.begin() : *found;
    const QPointF wanted = before + sceneAt(at) - sceneAt(pressedAt_);
    QPointF place = snapped(wanted);
    snap_ = snapAt(leader, wanted);
    if (snap_.x) {
        place.setX(wanted.x() + snap_.by.x());
    }
    if (snap_.y) {
        place.setY(wanted.y() + snap_.by.y());
    }
    std::map<std::string, QPointF> places;
    for (const auto& [id, own] : placesBefore_) {
        places.emplace(id, own + place - before);
    }
    const auto now = placeOf(document_.scene(), leader);
    if (now && place != QPointF(now->x, now->y)) {
        document_.moveParts(places, dragNumber_);
    }
    canvas_.update();
}

Snap EditTool::snapAt(const std::string& part, const QPointF& centre) const {
    const auto index = indexOfPart(part);
    if (!index) {
        return {};
    }
    std::vector<QRectF> others;
    for (const PlacedPart& other : placedParts()) {
        if (!placesBefore_.contains(other.id)) {
            others.push_back(other.rect);
        }
    }
    QRectF card = partRect(*index);
    card.moveCenter(centre);
    return snapTo(card, others, kSnapReach);
}

QRectF EditTool::partRect(std::size_t node) const {
    const double scale = style_.scalePercent() / 100.0;
    const QRectF rect = canvas_.model().nodes[node].rect;
    return {rect.topLeft() / scale, rect.size() / scale};
}

std::vector<PlacedPart> EditTool::placedParts() const {
    std::vector<PlacedPart> parts;
    for (std::size_t i = 0; i < canvas_.model().nodes.size(); ++i) {
        if (isShown(canvas_.model().nodes[i])) {
            parts.push_back({idOf(i), partRect(i)});
        }
    }
    return parts;
}

void EditTool::align(Alignment alignment) {
    document_.moveParts(aligned(selectedParts(), alignment));
}

void EditTool::distribute(Direction direction) {
    document_.moveParts(distributed(selectedParts(), direction));
}

std::vector<PlacedPart> EditTool::selectedParts() const {
    std::vector<PlacedPart> parts = placedParts();
    std::erase_if(parts, [this](const auto& part) { return !selection_.parts.contains(part.id); });
    return parts;
}

bool EditTool::mouseReleased(QMouseEvent& event) {
    const Drag ended = std::exchange(drag_, Drag::none);
    snap_ = {};
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
    for (const CanvasNote& note : canvas_.model().notes) {
        if (frame.intersects(canvas_.transform().mapRect(note.rect))) {
            chosen.notes.insert(note.id.toStdString());
        }
    }
    select(std::move(chosen));
}

bool EditTool::mouseDoubleClicked(QMouseEvent& event) {
    if (canvas_.nodeAt(event.position())) {
        startRenaming();
        return true;
    }
    if (const auto note = canvas_.noteAt(event.position())) {
        startWriting(document_.scene().notes[*note].id);
        return true;
    }
    if (const auto group = canvas_.groupAt(event.position())) {
        startNaming(document_.scene().groups[*group].id);
        return true;
    }
    return false;
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
    std::map<std::string, QPointF> places = selectedPlaces();
    for (auto& [id, place] : places) {
        place += way;
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
    } else if (const auto note = isMouse && !node ? canvas_.noteAt(at) : std::nullopt) {
        select({{}, {}, {document_.scene().notes[*note].id}});
    } else if (const auto link = isMouse && !node ? canvas_.linkAt(at) : std::nullopt) {
        select({{}, {canvas_.model().links[*link].key}});
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

} // namespace roundtrip
