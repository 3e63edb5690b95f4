#include "app/inspector/blocks/blocks_editor.h"

#include "app/inspector/blocks/block_lane.h"
#include "app/inspector/document_dialog.h"
#include "app/narration/text_format.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

/// A new thing with what it cannot do without.
Json newEntry(const EntryForm& form) {
    Json entry = Json::object();
    for (const Parameter& member : form.members) {
        if (member.isRequired) {
            entry[member.name] = member.fallback;
        }
    }
    if (form.hasHandler) {
        entry["handler"] = Json::array();
    }
    return entry;
}

std::string placeOf(const QWidget& widget) {
    return widget.property("place").toString().toStdString();
}

} // namespace

BlocksEditor::BlocksEditor(const Style& style, Parameter parameter,
                           std::function<void(Json)> changed, QWidget* parent)
    : DocumentBox(parent), style_(style), parameter_(std::move(parameter)),
      forms_(parameter_.entries()), changed_(std::move(changed)), column_(new QVBoxLayout(this)),
      draftNote_(new QLabel(this)), discard_(new QPushButton(tr("Back to what fits"), this)),
      add_(new QToolButton(this)), asText_(new QPushButton(tr("As text…"), this)) {
    draftNote_->setWordWrap(true);
    draftNote_->setObjectName("blockProblem");
    draftNote_->setText(tr("This does not fit yet, so it counts only once it does."));
    makeButtons();
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(add_, 1);
    buttons->addWidget(asText_);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(style_.px(6));
    column_->addWidget(draftNote_);
    column_->addWidget(discard_, 0, Qt::AlignLeft);
    column_->addLayout(buttons);
    draftNote_->hide();
    discard_->hide();
}

BlocksEditor::~BlocksEditor() {
    retireFields();
}

/// What the whole setting is for is said at its label; over the cards it would be in the way.
bool BlocksEditor::event(QEvent* event) {
    return event->type() == QEvent::ToolTip || DocumentBox::event(event);
}

void BlocksEditor::makeButtons() {
    add_->setProperty("place", QStringLiteral("/-"));
    add_->setFocusPolicy(Qt::StrongFocus);
    add_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    if (forms_.size() == 1) {
        add_->setText(tr("Add: %1").arg(coreText("blocks", forms_.front().title)));
        connect(add_, &QToolButton::clicked, this, [this] { addEntry(forms_.front()); });
    } else {
        add_->setText(tr("Add…"));
        auto* menu = new QMenu(add_);
        for (const EntryForm& form : forms_) {
            menu->addAction(coreText("blocks", form.title), this, [this, &form] { addEntry(form); })
                ->setToolTip(coreText("blocks", form.help));
        }
        add_->setMenu(menu);
        add_->setPopupMode(QToolButton::InstantPopup);
    }
    asText_->setToolTip(tr("The whole document as JSON"));
    connect(asText_, &QPushButton::clicked, this, &BlocksEditor::editAsText);
    connect(discard_, &QPushButton::clicked, this, &BlocksEditor::discard);
}

void BlocksEditor::show(const Json& value) {
    if (isOnItsWay_ && value == before_) {
        return; // the change has not come back yet
    }
    isOnItsWay_ = false;
    if (value == taken_ && content_ != nullptr) {
        return;
    }
    taken_ = value;
    if (value == draft_ && content_ != nullptr) {
        check();
        return;
    }
    const bool isFirst = content_ == nullptr;
    draft_ = value;
    if (isFirst && draft_.is_array() && draft_.size() == 1) {
        unfolded_ = "/0";
    }
    takeStructure(focusedPlace());
}

void BlocksEditor::discard() {
    draft_ = taken_;
    takeStructure(focusedPlace());
}

QWidget* BlocksEditor::stopAt(const std::string& pointer) const {
    const auto found = std::ranges::find_if(
        stops_, [&pointer](const QWidget* stop) { return placeOf(*stop) == pointer; });
    return found == stops_.end() ? nullptr : *found;
}

BlockCard* BlocksEditor::cardAt(const std::string& pointer) const {
    for (QWidget* stop : stops_) {
        auto* card = qobject_cast<BlockCard*>(stop);
        if (card != nullptr && card->pointer() == pointer) {
            return card;
        }
    }
    return nullptr;
}

std::string BlocksEditor::entryOf(const std::string& pointer) const {
    return pointer.substr(0, std::min(pointer.find('/', 1), pointer.size()));
}

void BlocksEditor::rebuild() {
    if (content_ != nullptr) {
        retireFields();
        content_->hide();
        content_->deleteLater(); // what it holds may be on its way back from telling of itself
    }
    stops_.clear();
    content_ = new QWidget(this);
    auto* column = new QVBoxLayout(content_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style_.px(6));
    for (std::size_t i = 0; draft_.is_array() && i < draft_.size(); ++i) {
        addEntryTo(*column, i);
    }
    column_->insertWidget(0, content_);
    content_->show(); // now, so that what is in it can have the focus
    stops_.push_back(add_);
    orderTabs();
}

/// New widgets stand at the end of the window's order; these belong before the buttons below them.
void BlocksEditor::orderTabs() {
    QWidget* last = this;
    const auto add = [&last](QWidget* widget) {
        if ((widget->focusPolicy() & Qt::TabFocus) != 0) {
            setTabOrder(last, widget);
            last = widget;
        }
    };
    for (QWidget* stop : stops_) {
        if (stop == add_) {
            add(discard_);
        }
        add(stop);
        std::ranges::for_each(stop->findChildren<QWidget*>(), add);
    }
    add(asText_);
}

/// What fields that go away say when they lose the focus is not for the blocks of now.
void BlocksEditor::retireFields() {
    for (BlockFields* fields : findChildren<BlockFields*>()) {
        fields->retire();
    }
}

void BlocksEditor::addEntryTo(QVBoxLayout& column, std::size_t index) {
    const std::string pointer = BlockPlace{{}, index}.pointer();
    const bool isUnfolded = pointer == unfolded_;
    auto* row = new EntryRow(style_, pointer, isUnfolded, *this, content_);
    column.addWidget(row);
    stops_.push_back(row);
    if (!isUnfolded) {
        return;
    }
    const Json& entry = draft_[index];
    auto* inside = new QWidget(content_);
    auto* cards = new QVBoxLayout(inside);
    cards->setContentsMargins(0, 0, 0, style_.px(6));
    cards->setSpacing(style_.px(6));
    auto* card = new BlockCard(
        style_, pointer, entry, [this](const Json& thing) { return wordsOfEntry(forms_, thing); },
        *this, inside);
    cards->addWidget(card);
    stops_.push_back(card);
    if (formOfEntry(forms_, entry).hasHandler) {
        cards->addWidget(
            new BlockLane(style_, draft_, pointer + "/handler", *this, stops_, inside));
    }
    column.addWidget(inside);
}

void BlocksEditor::check() {
    problems_ = checkValue(parameter_, draft_);
    if (problems_.empty() && furtherCheck_) {
        problems_ = furtherCheck_(draft_);
    }
    for (QWidget* stop : stops_) {
        const std::string pointer = placeOf(*stop);
        const Json* thing = findValue(draft_, pointer);
        if (thing == nullptr) {
            continue;
        }
        if (auto* card = qobject_cast<BlockCard*>(stop)) {
            card->show(*thing, problemsAt(problems_, pointer));
        } else if (auto* row = qobject_cast<EntryRow*>(stop)) {
            row->show(entryTitle(formOfEntry(forms_, *thing), *thing),
                      hasProblemsBelow(problems_, pointer));
        }
    }
    const bool isDraft = !problems_.empty() && draft_ != taken_;
    draftNote_->setVisible(isDraft);
    discard_->setVisible(isDraft);
}

void BlocksEditor::propose() {
    check();
    if (problems_.empty() && draft_ != taken_) {
        before_ = std::exchange(taken_, draft_);
        isOnItsWay_ = true;
        changed_(taken_);
    }
}

void BlocksEditor::takeStructure(const std::string& focus) {
    rebuild();
    check();
    if (!focus.empty()) {
        focusOn(focus);
    }
}

std::string BlocksEditor::focusedPlace() const {
    for (const QWidget* widget = QApplication::focusWidget();
         widget != nullptr && isAncestorOf(widget); widget = widget->parentWidget()) {
        if (widget->property("place").isValid()) {
            return placeOf(*widget);
        }
    }
    return {};
}

/// The card or button of that place, or what is nearest to it when nothing is there any more.
QWidget* BlocksEditor::nearestStop(std::string pointer) const {
    for (;;) {
        QWidget* card = cardAt(pointer);
        QWidget* stop = card == nullptr ? stopAt(pointer) : card;
        const auto place = BlockPlace::of(pointer);
        if (stop != nullptr || pointer.empty()) {
            return stop;
        }
        if (place && place->index > 0) {
            pointer = BlockPlace{place->list, place->index - 1}.pointer();
        } else if (place && stopAt(place->list + "/-") != nullptr) {
            pointer = place->list + "/-";
        } else {
            pointer.erase(pointer.rfind('/'));
        }
    }
}

/// On the card of that place, and so that one sees it.
void BlocksEditor::focusOn(const std::string& place) {
    QWidget* stop = nearestStop(place);
    if (stop == nullptr) {
        return;
    }
    stop->setFocus(Qt::OtherFocusReason);
    QTimer::singleShot(0, stop, [stop] { // once it has its place
        for (QWidget* above = stop->parentWidget(); above != nullptr;
             above = above->parentWidget()) {
            if (auto* area = qobject_cast<QScrollArea*>(above)) {
                area->ensureWidgetVisible(stop);
                return;
            }
        }
    });
}

void BlocksEditor::finishWriting() {
    QWidget* field = QApplication::focusWidget();
    if (field != nullptr && isAncestorOf(field)) {
        field->clearFocus();
    }
}

void BlocksEditor::unfold(const std::string& entry) {
    finishWriting();
    unfolded_ = unfolded_ == entry ? std::string() : entry;
    open_.clear();
    takeStructure(entry);
    if (QWidget* row = stopAt(entry)) {
        row->setFocus(Qt::OtherFocusReason);
    }
}

bool BlocksEditor::isOpen(const std::string& pointer) const {
    return open_ == pointer;
}

void BlocksEditor::open(const std::string& pointer) {
    finishWriting();
    const bool opens = open_ != pointer;
    open_ = opens ? pointer : std::string();
    takeStructure(pointer);
    BlockCard* card = cardAt(pointer);
    if (opens && card != nullptr && card->fields() != nullptr) {
        card->fields()->focusFirst();
    }
}

void BlocksEditor::addBlock(const BlockPlace& place, const std::string& kind) {
    const BlockForm* form = findBlockForm(kind);
    if (form == nullptr) {
        return;
    }
    insertBlock(draft_, place, newBlock(*form));
    open_.clear();
    rebuild();
    propose();
    if (form->members.empty()) {
        focusOn(place.pointer());
    } else {
        open(place.pointer());
    }
}

void BlocksEditor::addEntry(const EntryForm& form) {
    finishWriting();
    const BlockPlace place{{}, lengthOf(draft_, {})};
    insertBlock(draft_, place, newEntry(form));
    unfolded_ = place.pointer();
    open_.clear();
    rebuild();
    propose();
    open(place.pointer());
}

void BlocksEditor::enter(const std::string& pointer, const std::string& member, Json value) {
    setMember(draft_, pointer, member, std::move(value));
    propose();
}

void BlocksEditor::type(const std::string& pointer, const std::string& member, Json value) {
    setMember(draft_, pointer, member, std::move(value));
    check();
}

bool BlocksEditor::canStep(const std::string& pointer, BlockStep step) const {
    const auto place = BlockPlace::of(pointer);
    return place && stepFrom(draft_, *place, step).has_value();
}

void BlocksEditor::step(const std::string& pointer, BlockStep step) {
    const auto place = BlockPlace::of(pointer);
    const auto to = place ? stepFrom(draft_, *place, step) : std::nullopt;
    if (to) {
        move(pointer, *to);
    }
}

void BlocksEditor::move(const std::string& pointer, const BlockPlace& to) {
    finishWriting();
    const auto from = BlockPlace::of(pointer);
    if (!from) {
        return;
    }
    const std::string moved = moveBlock(draft_, *from, to).pointer();
    if (moved == pointer) {
        return;
    }
    if (from->list.empty()) {
        keepUnfolded(*from, to);
    }
    open_ = open_ == pointer ? moved : std::string();
    rebuild();
    propose();
    focusOn(moved);
}

/// The route whose blocks are shown has another place once a route has moved.
void BlocksEditor::keepUnfolded(const BlockPlace& from, const BlockPlace& to) {
    Json order = Json::array();
    for (std::size_t i = 0; i < draft_.size(); ++i) {
        order.push_back(BlockPlace{{}, i}.pointer());
    }
    moveBlock(order, from, to);
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (order[i] == unfolded_) {
            unfolded_ = BlockPlace{{}, i}.pointer();
            return;
        }
    }
}

void BlocksEditor::duplicate(const std::string& pointer) {
    finishWriting();
    const auto place = BlockPlace::of(pointer);
    if (!place) {
        return;
    }
    const std::string copy = duplicateBlock(draft_, *place).pointer();
    open_.clear();
    unfolded_ = entryOf(copy);
    rebuild();
    propose();
    focusOn(copy);
}

void BlocksEditor::remove(const std::string& pointer) {
    finishWriting();
    const auto place = BlockPlace::of(pointer);
    if (!place) {
        return;
    }
    removeBlock(draft_, *place);
    open_.clear();
    if (place->list.empty()) {
        unfolded_.clear();
    }
    rebuild();
    propose();
    focusOn(stopAt(pointer) != nullptr ? pointer // the next one takes its place
                                       : place->list + "/-");
}

void BlocksEditor::askForBlock(const BlockPlace& place, QWidget& at) {
    finishWriting();
    picker_ = new BlockPicker(
        style_, [this, place](const std::string& kind) { addBlock(place, kind); }, this);
    picker_->openAt(at);
}

void BlocksEditor::focusNeighbour(QWidget& from, int places) {
    const auto found = std::ranges::find(stops_, &from);
    const auto index = std::distance(stops_.begin(), found) + places;
    if (found != stops_.end() && index >= 0 && index < std::ssize(stops_)) {
        stops_[static_cast<std::size_t>(index)]->setFocus(Qt::TabFocusReason);
    }
}

void BlocksEditor::editAsText() {
    finishWriting();
    DocumentDialog dialog(style_, parameter_, draft_, this);
    if (dialog.exec() == QDialog::Accepted && dialog.value() != draft_) {
        draft_ = dialog.value();
        rebuild();
        propose();
    }
}

} // namespace roundtrip
