#include "app/sandbox/console_view.h"

#include "app/inspector/plain_table.h"
#include "app/narration/problem_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace roundtrip {

namespace {

constexpr const char* kConsole = "console";

const ActionInfo* consoleOf(const SceneNode& node) {
    return findKind(node.kind)->findAction(kConsole);
}

/// The reason of a fact that is a console's answer; empty for others.
std::string_view answerIn(const Trace& trace, const Fact& fact) {
    if (fact.is<CheckPassed>() && trace.text(fact.as<CheckPassed>().check) == kConsole) {
        return trace.text(fact.as<CheckPassed>().reason);
    }
    if (fact.is<CheckFailed>() && trace.text(fact.as<CheckFailed>().check) == kConsole) {
        return trace.text(fact.as<CheckFailed>().reason);
    }
    return {};
}

/// Whether the fact is somebody asking a console.
bool isQuestion(const Trace& trace, const Fact& fact) {
    return fact.is<CommandGiven>() &&
           trace.text(fact.as<CommandGiven>().description).find(R"("action":"console")") !=
               std::string_view::npos;
}

/// {"text": what was typed, "result": what came of it}
nlohmann::ordered_json contentOf(std::string_view answer) {
    return nlohmann::ordered_json::parse(answer.substr(answer.rfind('\n') + 1), nullptr, false);
}

} // namespace

ConsoleView::ConsoleView(const Style& style, const Narrator& narrator, SandboxDocument& document,
                         QWidget* parent)
    : QWidget(parent), narrator_(narrator), document_(document), parts_(new QComboBox(this)),
      languages_(new QComboBox(this)), text_(new QPlainTextEdit(this)), ask_(new QPushButton(this)),
      earlier_(new QListWidget(this)), told_(new QLabel(this)), table_(plainTable(answer_, this)) {
    auto* choices = new QHBoxLayout;
    choices->addWidget(parts_, 2);
    choices->addWidget(languages_, 1);
    choices->addWidget(ask_);
    ask_->setProperty("primary", true);
    text_->setObjectName(QStringLiteral("code"));
    text_->setTabChangesFocus(true);
    text_->installEventFilter(this);
    earlier_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* asking = new QVBoxLayout;
    asking->addLayout(choices);
    asking->addWidget(text_, 1);
    asking->addWidget(earlier_, 1);
    auto* answering = new QVBoxLayout;
    told_->setWordWrap(true);
    told_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    answering->addWidget(told_);
    answering->addWidget(table_, 1);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(style.px(16), style.px(6), style.px(16), style.px(8));
    layout->addLayout(asking, 2);
    layout->addLayout(answering, 3);
    connect(ask_, &QPushButton::clicked, this, &ConsoleView::ask);
    connect(parts_, &QComboBox::currentIndexChanged, this, &ConsoleView::refreshLanguages);
    connect(earlier_, &QListWidget::currentRowChanged, this, &ConsoleView::showAnswer);
    connect(earlier_, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        text_->setPlainText(item->data(Qt::UserRole).toString());
        text_->setFocus();
    });
    connect(&document_, &SandboxDocument::changed, this, &ConsoleView::refreshParts);
    connect(&document_, &SandboxDocument::replaced, this, &ConsoleView::refreshParts);
    retranslate();
}

void ConsoleView::setPlayback(Playback* playback) {
    playback_ = playback;
    connect(playback, &Playback::positionChanged, this, &ConsoleView::readAnswers);
    connect(playback, &Playback::traceChanged, this, &ConsoleView::readAnswers);
    connect(playback, &Playback::sceneChanged, this, &ConsoleView::readAnswers);
    readAnswers();
}

void ConsoleView::ask() {
    const QString typed = text_->toPlainText().trimmed();
    if (typed.isEmpty() || parts_->currentIndex() < 0) {
        return;
    }
    emit commandWanted({SimTime(),
                        parts_->currentData().toString().toStdString(),
                        kConsole,
                        {{"text", typed.toStdString()},
                         {"language", languages_->currentData().toString().toStdString()}}});
}

void ConsoleView::refreshParts() {
    const QString before = parts_->currentData().toString();
    {
        const QSignalBlocker quiet(parts_);
        parts_->clear();
        for (const SceneNode& node : document_.scene().nodes) {
            if (consoleOf(node) != nullptr) {
                parts_->addItem(QString::fromStdString(node.name), QString::fromStdString(node.id));
            }
        }
        parts_->setCurrentIndex(std::max(parts_->count() > 0 ? 0 : -1, parts_->findData(before)));
    }
    const bool hasPart = parts_->count() > 0;
    for (QWidget* widget : std::initializer_list<QWidget*>{parts_, languages_, text_, ask_}) {
        widget->setEnabled(hasPart);
    }
    refreshLanguages();
}

void ConsoleView::refreshLanguages() {
    const SceneNode* part =
        document_.scene().findNode(parts_->currentData().toString().toStdString());
    const QString before = languages_->currentData().toString();
    languages_->clear();
    if (part != nullptr) {
        const auto& arguments = consoleOf(*part)->arguments;
        const auto language = std::ranges::find(arguments, "language", &Parameter::name);
        for (const std::string& choice : language->choices) {
            languages_->addItem(QString::fromStdString(choice).toUpper(),
                                QString::fromStdString(choice));
        }
    }
    languages_->setCurrentIndex(
        std::max(languages_->count() > 0 ? 0 : -1, languages_->findData(before)));
}

void ConsoleView::readAnswers() {
    if (playback_ == nullptr || !isVisible()) {
        return;
    }
    const auto trace = playback_->index().shared();
    if (trace != trace_) { // another run, or another branch
        trace_ = trace;
        read_ = 0;
        answers_.clear();
        questions_.clear();
    }
    const std::size_t facts = playback_->facts();
    for (; read_ < facts; ++read_) {
        if (!answerIn(*trace_, (*trace_)[read_]).empty()) {
            answers_.push_back(read_);
        } else if (isQuestion(*trace_, (*trace_)[read_])) {
            questions_.push_back(read_);
        }
    }
    listAnswers();
}

/// The latest stands above.
void ConsoleView::listAnswers() {
    const auto within = [facts = playback_->facts()](const std::vector<std::size_t>& list) {
        return static_cast<std::size_t>(std::ranges::lower_bound(list, facts) - list.begin());
    };
    const std::size_t happened = within(answers_);
    const std::size_t asked = within(questions_);
    const bool awaits =
        asked > 0 && (happened == 0 || questions_[asked - 1] > answers_[happened - 1]);
    if (happened == listed_ && awaits == awaits_ && earlier_->count() > 0) {
        return;
    }
    listed_ = happened;
    awaits_ = awaits;
    {
        const QSignalBlocker quiet(earlier_);
        earlier_->clear();
        for (std::size_t i = happened; i-- > 0;) {
            const auto content = contentOf(answerIn(*trace_, (*trace_)[answers_[i]]));
            const QString typed = QString::fromStdString(content.value("text", ""));
            auto* item = new QListWidgetItem(typed.simplified(), earlier_);
            item->setData(Qt::UserRole, typed);
        }
        if (happened == 0) {
            auto* hint = new QListWidgetItem(tr("What you ask is listed here."), earlier_);
            hint->setFlags(Qt::NoItemFlags);
        } else {
            earlier_->setCurrentRow(0);
        }
    }
    showAnswer();
}

void ConsoleView::showAnswer() {
    const int row = earlier_->currentRow();
    if (listed_ == 0 || row < 0 || (awaits_ && row == 0)) {
        told_->setText(awaits_ ? tr("Asked. The answer takes its time in the run, too: play on.")
                               : QString());
        answer_.show(nlohmann::ordered_json::array());
        return;
    }
    const Fact& fact = (*trace_)[answers_[listed_ - 1 - static_cast<std::size_t>(row)]];
    told_->setText(narrator_.narrate(*trace_, fact).sentence);
    const auto content = contentOf(answerIn(*trace_, fact));
    answer_.show(content.is_object() && content.contains("result")
                     ? content["result"]
                     : nlohmann::ordered_json::array());
    table_->horizontalHeader()->setStretchLastSection(false); // else it keeps no width of its own
    table_->resizeColumnsToContents();
    table_->horizontalHeader()->setStretchLastSection(true);
}

bool ConsoleView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == text_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isReturn && key->modifiers().testFlag(Qt::ControlModifier)) {
            ask();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ConsoleView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    readAnswers();
}

void ConsoleView::retranslate() {
    parts_->setAccessibleName(tr("Which part is asked"));
    parts_->setToolTip(tr("Which part is asked"));
    languages_->setAccessibleName(tr("In which language"));
    languages_->setToolTip(tr("In which language"));
    text_->setAccessibleName(tr("What you ask"));
    text_->setPlaceholderText(tr("SELECT * FROM users LIMIT 10\nCtrl+Return asks"));
    ask_->setText(tr("Ask"));
    ask_->setToolTip(tr("At the moment on the screen (Ctrl+Return)"));
    earlier_->setAccessibleName(tr("What was asked"));
    earlier_->setToolTip(tr("A click shows the answer, a double click puts the question back."));
    table_->setAccessibleName(tr("The answer"));
    earlier_->clear();
    refreshParts();
    if (playback_ != nullptr) {
        readAnswers();
    }
}

void ConsoleView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace roundtrip
