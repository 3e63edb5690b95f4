#include "app/canvas/canvas_accessible.h"

#include "app/canvas/canvas_widget.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <map>

namespace roundtrip {

namespace {

/// One part, link, message or note. Children are numbered in this order.
class CanvasItemAccessible : public QAccessibleInterface {
  public:
    CanvasItemAccessible(CanvasWidget* canvas, int index) : canvas_(canvas), index_(index) {}

    [[nodiscard]] bool isValid() const override { return index_ < count(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(canvas_);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        if (kind != QAccessible::Name || !isValid()) {
            return {};
        }
        if (index_ < links()) {
            return canvas_->spokenNode(canvas_->model().nodes[static_cast<std::size_t>(index_)]);
        }
        if (index_ < messages()) {
            return canvas_->spokenLink(
                canvas_->model().links[static_cast<std::size_t>(index_ - links())]);
        }
        if (index_ >= notes()) {
            return CanvasWidget::tr("Note: %1")
                .arg(canvas_->model().notes[static_cast<std::size_t>(index_ - notes())].text);
        }
        return canvas_->spokenMessage(
            canvas_->model().messages[static_cast<std::size_t>(index_ - messages())]);
    }

    [[nodiscard]] QRect rect() const override {
        QRectF local;
        if (!isValid()) {
            return {};
        }
        if (index_ < links()) {
            local = canvas_->nodeRect(static_cast<std::size_t>(index_));
        } else if (index_ < messages()) {
            const CanvasLink& link =
                canvas_->model().links[static_cast<std::size_t>(index_ - links())];
            local = canvas_->nodeRect(link.from).united(canvas_->nodeRect(link.to));
        } else if (index_ >= notes()) {
            local = canvas_->transform().mapRect(
                canvas_->model().notes[static_cast<std::size_t>(index_ - notes())].rect);
        } else {
            local = canvas_->messageRect(
                canvas_->model().messages[static_cast<std::size_t>(index_ - messages())]);
        }
        return {canvas_->mapToGlobal(local.topLeft().toPoint()), local.size().toSize()};
    }

    [[nodiscard]] QAccessible::Role role() const override {
        return index_ < links() ? QAccessible::Button : QAccessible::Graphic;
    }

    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        state.focusable = index_ < links();
        state.invisible =
            index_ < links()
                ? !isShown(canvas_->model().nodes[static_cast<std::size_t>(index_)])
                : index_ < messages() &&
                      !isShown(canvas_->model().links[static_cast<std::size_t>(index_ - links())]);
        state.focused = canvas_->hasFocus() && index_ < links() &&
                        canvas_->selectedNode() == static_cast<std::size_t>(index_);
        return state;
    }

  private:
    [[nodiscard]] int links() const { return static_cast<int>(canvas_->model().nodes.size()); }
    [[nodiscard]] int messages() const {
        return links() + static_cast<int>(canvas_->model().links.size());
    }
    [[nodiscard]] int notes() const {
        return messages() + static_cast<int>(canvas_->model().messages.size());
    }
    [[nodiscard]] int count() const {
        return notes() + static_cast<int>(canvas_->model().notes.size());
    }

    CanvasWidget* canvas_;
    int index_;
};

class CanvasAccessible : public QAccessibleWidget {
  public:
    explicit CanvasAccessible(CanvasWidget* canvas)
        : QAccessibleWidget(canvas, QAccessible::Canvas) {}
    ~CanvasAccessible() override {
        for (const auto& [index, id] : children_) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }
    CanvasAccessible(const CanvasAccessible&) = delete;
    CanvasAccessible& operator=(const CanvasAccessible&) = delete;

    [[nodiscard]] int childCount() const override {
        const CanvasModel& model = canvas()->model();
        return static_cast<int>(model.nodes.size() + model.links.size() + model.messages.size() +
                                model.notes.size());
    }

    [[nodiscard]] QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        if (const auto known = children_.find(index); known != children_.end()) {
            return QAccessible::accessibleInterface(known->second);
        }
        auto* item = new CanvasItemAccessible(canvas(), index);
        children_[index] = QAccessible::registerAccessibleInterface(item);
        return item;
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override {
        for (const auto& [index, id] : children_) {
            if (QAccessible::accessibleInterface(id) == child) {
                return index;
            }
        }
        return -1;
    }

    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override {
        for (int index = childCount(); index-- > 0;) {
            if (child(index)->rect().contains(x, y)) {
                return child(index);
            }
        }
        return nullptr;
    }

  private:
    [[nodiscard]] CanvasWidget* canvas() const { return static_cast<CanvasWidget*>(object()); }

    mutable std::map<int, QAccessible::Id> children_;
};

QAccessibleInterface* makeAccessible(const QString& /*className*/, QObject* object) {
    auto* canvas = qobject_cast<CanvasWidget*>(object);
    return canvas == nullptr ? nullptr : new CanvasAccessible(canvas);
}

} // namespace

void installCanvasAccessibility() {
    QAccessible::installFactory(makeAccessible);
}

} // namespace roundtrip
