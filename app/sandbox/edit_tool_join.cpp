#include "app/sandbox/edit_tool.h"

#include <QToolTip>

#include <utility>

namespace roundtrip {

void EditTool::startJoining() {
    const auto from = selection_.parts.size() == 1 ? indexOfPart(*selection_.parts.begin())
                                                   : std::optional<std::size_t>();
    if (from) {
        joinFrom_ = *selection_.parts.begin();
        pointer_ = canvas_.nodeRect(*from).center();
        canvas_.setFocus();
        canvas_.update();
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
    const CanvasNode& aim = canvas_.model().nodes[target];
    const SceneNode& from = *document_.scene().findNode(*joinFrom_);
    const SceneNode* to = document_.scene().findNode(aim.key);
    if (to == nullptr) {
        return tr("%1 is here only in this moment of the run: later it was taken out.")
            .arg(aim.name);
    }
    const QString one = QString::fromStdString(from.name);
    const QString other = QString::fromStdString(to->name);
    const auto link = document_.linkBetween(from.id, to->id);
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

} // namespace roundtrip
