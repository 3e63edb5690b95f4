#include "app/sandbox/edit_tool.h"
#include "app/sandbox/note_field.h"

#include <algorithm>

namespace roundtrip {

namespace {

constexpr int kLongestName = 60;

} // namespace

/// A field over that place of the stage; gone as soon as it is left. Return keeps what it says,
/// Escape keeps what was there.
QLineEdit* EditTool::nameField(const QRectF& place, const QString& text, const QString& spoken) {
    auto* field = new QLineEdit(text, &canvas_);
    field->setAccessibleName(spoken);
    field->setMaxLength(kLongestName);
    field->setGeometry(
        QRect(place.topLeft().toPoint(),
              QSize(std::max(style_.px(150), static_cast<int>(place.width())), style_.px(34))));
    field->selectAll();
    field->show();
    field->setFocus();
    return field;
}

void EditTool::startRenaming() {
    const auto card = selection_.parts.size() == 1 ? indexOfPart(*selection_.parts.begin())
                                                   : std::optional<std::size_t>();
    if (!card) {
        return;
    }
    const std::string id = *selection_.parts.begin();
    auto* field = nameField(canvas_.nodeRect(*card),
                            QString::fromStdString(document_.scene().findNode(id)->name),
                            tr("Name of the part"));
    connect(field, &QLineEdit::editingFinished, this, [this, field, id] {
        const QString name = field->text().trimmed();
        field->hide();
        field->deleteLater();
        canvas_.setFocus();
        document_.renamePart(id, name.toStdString());
    });
}

void EditTool::startNaming(const std::string& group) {
    const auto& groups = canvas_.model().groups;
    const auto found = std::ranges::find(groups, QString::fromStdString(group), &CanvasGroup::id);
    if (found == groups.end()) {
        return;
    }
    auto* field =
        nameField(canvas_.transform().mapRect(found->title), found->name, tr("Name of the group"));
    connect(field, &QLineEdit::editingFinished, this, [this, field, group] {
        const QString name = field->text().trimmed();
        field->hide();
        field->deleteLater();
        canvas_.setFocus();
        document_.renameGroup(group, name.toStdString());
    });
}

void EditTool::startWriting(const std::string& note) {
    const auto& notes = canvas_.model().notes;
    const auto found = std::ranges::find(notes, QString::fromStdString(note), &CanvasNote::id);
    if (found == notes.end()) {
        return;
    }
    auto* field = new NoteField(found->text, &canvas_);
    field->setAccessibleName(tr("Words of the note"));
    const QRectF place = canvas_.transform().mapRect(found->rect);
    field->setGeometry(QRect(place.topLeft().toPoint(),
                             QSize(std::max(style_.px(210), static_cast<int>(place.width())),
                                   std::max(style_.px(96), static_cast<int>(place.height())))));
    field->show();
    field->setFocus();
    connect(field, &NoteField::left, this, [this, field, note](bool keeps) {
        field->hide();
        field->deleteLater();
        canvas_.setFocus();
        if (keeps) {
            document_.writeNote(note, field->toPlainText().trimmed().toStdString());
        }
    });
}

void EditTool::addNote() {
    const std::string note = document_.addNote(freePlace());
    select({{}, {}, {note}});
    startWriting(note);
}

} // namespace roundtrip
