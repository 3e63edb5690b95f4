#include "app/inspector/blocks/block_fields.h"

#include "app/inspector/parameter_editor.h"
#include "app/narration/problem_text.h"
#include "app/narration/text_format.h"
#include "core/kernel/json_object.h"

#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

/// A line's property: the last text that counted.
constexpr const char* kEntered = "entered";

bool isWritten(const Parameter& member) {
    return member.isLong || member.type == ParameterType::document;
}

QString textOf(const Parameter& member, const Json& value) {
    if (member.type != ParameterType::document) {
        return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
    }
    constexpr std::size_t kOneLine = 32;
    const std::string line = value.dump();
    const bool isNothing = value.is_null() || (value.is_structured() && value.empty());
    return isNothing ? QString()
                     : QString::fromStdString(line.size() > kOneLine ? value.dump(2) : line);
}

} // namespace

BlockFields::BlockFields(const Style& style, const std::vector<Parameter>& members,
                         std::string pointer, BlockHost& host, QWidget* parent)
    : QWidget(parent), style_(style), members_(members), pointer_(std::move(pointer)), host_(host),
      badJson_(new QLabel(this)) {
    SettingRows rows(this);
    rows.form()->setSpacing(style_.px(6));
    for (const Parameter& member : members_) {
        rows.add(member, makeField(member));
    }
    badJson_->setWordWrap(true);
    badJson_->setObjectName("blockProblem");
    badJson_->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(rows.form());
    column->addWidget(badJson_);
}

QWidget* BlockFields::fieldOf(const std::string& member) const {
    return findChild<QWidget*>(QString::fromStdString(member));
}

void BlockFields::focusFirst() {
    if (members_.empty()) {
        return;
    }
    QWidget* first = fieldOf(members_.front().name);
    first->setFocus(Qt::TabFocusReason);
    if (auto* text = qobject_cast<TextField*>(first)) {
        text->selectAll(); // as a line does
    }
}

QWidget* BlockFields::makeField(const Parameter& member) {
    if (isWritten(member)) {
        return makeTextField(member);
    }
    if (member.type == ParameterType::text) {
        return makeTextLine(member);
    }
    return makeParameterEditor(
        member, this, [this, &member](Json value) { enter(member, std::move(value)); },
        [this, &member] { return valueOf(member); });
}

/// A text of one line: checked while it is written, and entered when one leaves it.
QWidget* BlockFields::makeTextLine(const Parameter& member) {
    auto* line = new QLineEdit(this);
    auto* timer = new QTimer(line);
    timer->setSingleShot(true);
    timer->setInterval(TextField::kPatienceMilliseconds);
    connect(line, &QLineEdit::textEdited, timer, qOverload<>(&QTimer::start));
    connect(timer, &QTimer::timeout, this,
            [this, line, &member] { takeText(member, line->text(), false); });
    connect(line, &QLineEdit::editingFinished, this, [this, line, timer, &member] {
        timer->stop();
        if (line->property(kEntered).toString() != line->text()) {
            line->setProperty(kEntered, line->text());
            takeText(member, line->text(), true);
        }
    });
    return line;
}

QWidget* BlockFields::makeTextField(const Parameter& member) {
    auto* field = new TextField(style_, this);
    field->typed = [this, &member](const QString& text) { takeText(member, text, false); };
    field->entered = [this, &member](const QString& text) { takeText(member, text, true); };
    return field;
}

/// JSON that cannot be read is told of, and changes nothing.
void BlockFields::takeText(const Parameter& member, const QString& text, bool isEntered) {
    if (isRetired_) {
        return;
    }
    Json value = text.toStdString();
    if (member.type == ParameterType::document && text.trimmed().isEmpty()) {
        value = member.fallback;
    } else if (member.type == ParameterType::document) {
        auto parsed = parseJson(text.toStdString());
        if (!parsed) {
            unreadable_ = member.name;
            badJson_->setText(QStringLiteral("%1: %2").arg(coreText("parameters", member.label),
                                                           problemText(parsed.error())));
            badJson_->show();
            return;
        }
        value = std::move(*parsed);
    }
    unreadable_.clear();
    badJson_->hide();
    if (isEntered) {
        enter(member, std::move(value));
    } else {
        host_.type(pointer_, member.name, std::move(value));
    }
}

void BlockFields::enter(const Parameter& member, Json value) {
    if (isRetired_) {
        return;
    }
    const bool isUsual = !member.isRequired && value == member.fallback;
    host_.enter(pointer_, member.name, isUsual ? Json() : std::move(value));
}

Json BlockFields::valueOf(const Parameter& member) const {
    const auto found = block_.find(member.name);
    return found == block_.end() ? member.fallback : *found;
}

void BlockFields::show(const Json& block) {
    block_ = block;
    for (const Parameter& member : members_) {
        QWidget* field = fieldOf(member.name);
        const Json value = valueOf(member);
        if (field->hasFocus() || member.name == unreadable_) {
            continue;
        }
        if (auto* text = qobject_cast<TextField*>(field)) {
            text->showText(textOf(member, value));
        } else if (member.type == ParameterType::text) {
            auto* line = qobject_cast<QLineEdit*>(field);
            line->setText(textOf(member, value));
            line->setCursorPosition(0); // what is too long shows its beginning
            line->setProperty(kEntered, line->text());
        } else if (qobject_cast<QLineEdit*>(field) != nullptr ||
                   checkValue(member, value).empty()) {
            showInEditor(*field, value);
        }
    }
}

} // namespace roundtrip
