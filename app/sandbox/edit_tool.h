#pragma once

#include "app/canvas/canvas_widget.h"
#include "app/sandbox/alignment.h"
#include "app/sandbox/sandbox_document.h"
#include "app/style/style.h"

#include <QLineEdit>
#include <QObject>

#include <optional>

namespace roundtrip {

/// Builds a document on the stage: choose one part or many, move them (they line up with others
/// near them), join two by dragging from one's handle to the other, drop new ones from the palette,
/// write a name or a note. A group is moved by its name.
///
/// Keys, beside the stage's own: Delete removes what is chosen, Ctrl with arrows moves what is
/// chosen by a step of the grid, J joins the chosen part with the one that arrows go to (Return
/// joins, Escape leaves it), Escape chooses nothing.
class EditTool : public QObject, public CanvasTool {
    Q_OBJECT

  public:
    EditTool(const Style& style, SandboxDocument& document, CanvasWidget& canvas);

    [[nodiscard]] const PartSelection& selection() const { return selection_; }
    void select(PartSelection selection);
    void selectAll();
    /// Around what is chosen, as the stage has it; empty when nothing is.
    [[nodiscard]] QRectF selectionRect() const;
    /// Where a new part goes when nobody points at a place: in the middle of what is seen, beside
    /// what is there.
    [[nodiscard]] QPointF freePlace() const;
    /// Begins to join the chosen part with another.
    void startJoining();
    [[nodiscard]] bool isJoining() const { return joinFrom_.has_value(); }
    /// A field over the card, for its name.
    void startRenaming();
    /// A field over the frame's name.
    void startNaming(const std::string& group);
    /// A note beside what is there, and a field for its words.
    void addNote();
    /// A field over the note.
    void startWriting(const std::string& note);
    /// The chosen parts; one step of undo.
    void align(Alignment alignment);
    void distribute(Direction direction);

    bool mousePressed(QMouseEvent& event) override;
    bool mouseMoved(QMouseEvent& event) override;
    bool mouseReleased(QMouseEvent& event) override;
    bool mouseDoubleClicked(QMouseEvent& event) override;
    bool keyPressed(QKeyEvent& event) override;
    bool menuWanted(QContextMenuEvent& event) override;
    bool mayDrop(const QDropEvent& event) override;
    void dropped(QDropEvent& event) override;
    void paint(QPainter& painter) override;

    /// Distance of the grid that parts keep to, in scene units.
    static constexpr double kGrid = 20;

  signals:
    void selectionChanged();
    void menuRequested(const QPoint& globalPlace);

  private:
    enum class Drag { none, parts, frame, join, pan };

    void press(const QPointF& at, bool adds);
    void dragParts(const QPointF& at);
    void joinTo(const QPointF& at);
    void finishJoin(const std::optional<std::size_t>& target);
    void selectWithin(const QRectF& frame, bool adds);
    bool moveByKey(int key);
    void show();
    [[nodiscard]] std::optional<std::size_t> handleAt(const QPointF& at) const;
    [[nodiscard]] QRectF handleRect(std::size_t node) const;
    [[nodiscard]] std::string idOf(std::size_t node) const;
    [[nodiscard]] std::optional<std::size_t> indexOfPart(const std::string& id) const;
    [[nodiscard]] QPointF sceneAt(const QPointF& at) const;
    [[nodiscard]] QString whyNot(std::size_t target) const;
    [[nodiscard]] std::map<std::string, QPointF> selectedPlaces() const;
    [[nodiscard]] QRectF partRect(std::size_t node) const;
    [[nodiscard]] std::vector<PlacedPart> placedParts() const;
    [[nodiscard]] std::vector<PlacedPart> selectedParts() const;
    [[nodiscard]] Snap snapAt(const std::string& part, const QPointF& centre) const;
    QLineEdit* nameField(const QRectF& place, const QString& text, const QString& spoken);
    void paintSnap(QPainter& painter) const;
    void paintSelection(QPainter& painter) const;
    void paintJoin(QPainter& painter) const;
    void paintHandle(QPainter& painter, std::size_t node) const;

    const Style& style_;
    SandboxDocument& document_;
    CanvasWidget& canvas_;
    PartSelection selection_;
    Drag drag_ = Drag::none;
    int dragNumber_ = 0;
    bool hasMoved_ = false;
    QPointF pressedAt_;
    QPointF pointer_;
    std::string seized_; ///< the part that a drag began on
    Snap snap_;
    std::map<std::string, QPointF> placesBefore_;
    std::optional<std::string> joinFrom_;
    std::optional<std::size_t> hovered_;
};

} // namespace roundtrip
