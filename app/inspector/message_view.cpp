#include "app/inspector/message_view.h"

#include "app/inspector/hops.h"
#include "app/narration/text_format.h"

#include <QEvent>
#include <QHeaderView>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace roundtrip {

namespace {

QPlainTextEdit* codeBox(QWidget* parent) {
    auto* edit = new QPlainTextEdit(parent);
    edit->setObjectName("code");
    edit->setReadOnly(true);
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    return edit;
}

QLabel* sectionTitle(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName("sectionTitle");
    label->setWordWrap(true);
    return label;
}

/// JSON is easier to read with one member a line; what stands before it stays as it is.
QString readable(const QString& wire) {
    static const QRegularExpression kJsonStart(QStringLiteral("^[{\\[]"),
                                               QRegularExpression::MultilineOption);
    const qsizetype start = wire.indexOf(kJsonStart);
    if (start < 0) {
        return wire;
    }
    const auto parsed =
        nlohmann::ordered_json::parse(wire.mid(start).toStdString(), nullptr, false);
    return parsed.is_discarded() ? wire : wire.left(start) + QString::fromStdString(parsed.dump(2));
}

} // namespace

MessageView::MessageView(const Style& style, const Narrator& narrator, QWidget* parent)
    : QWidget(parent), style_(style), narrator_(narrator), sentence_(new QLabel(this)),
      heading_(sectionTitle(this)), wire_(codeBox(this)), routesTitle_(sectionTitle(this)),
      routes_(codeBox(this)), planTitle_(sectionTitle(this)), plan_(codeBox(this)),
      hopsTitle_(sectionTitle(this)), hops_(new QTableWidget(0, 3, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    sentence_->setWordWrap(true);
    for (QWidget* widget : std::initializer_list<QWidget*>{
             sentence_, heading_, wire_, routesTitle_, routes_, planTitle_, plan_, hopsTitle_}) {
        layout->addWidget(widget);
    }
    layout->addWidget(hops_, 1);
    layout->addStretch(0); // keeps the sentence at the top when nothing else is shown
    hops_->verticalHeader()->hide();
    hops_->setShowGrid(false);
    hops_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    hops_->setSelectionMode(QAbstractItemView::NoSelection);
    hops_->setTabKeyNavigation(false);
    hops_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    hops_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    hops_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft);
    hops_->setTextElideMode(Qt::ElideRight);
    hops_->setWordWrap(false); // else a line is cut where it could be broken, at a slash
    connect(&style_, &Style::changed, this, &MessageView::restyle);
    restyle();
}

void MessageView::setPlayback(Playback* playback) {
    playback_ = playback;
    connect(playback, &Playback::positionChanged, this, &MessageView::follow);
    follow();
}

void MessageView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        restyle();
    }
    QWidget::changeEvent(event);
}

void MessageView::restyle() {
    wire_->setFont(style_.codeFont(13));
    plan_->setFont(style_.codeFont(13));
    routes_->setFont(style_.codeFont(13));
    routesTitle_->setText(tr("Why the other routes do not match"));
    routes_->setAccessibleName(routesTitle_->text());
    planTitle_->setText(tr("Query plan"));
    hopsTitle_->setText(tr("Where the time went"));
    hops_->setHorizontalHeaderLabels({tr("hop"), tr("start"), tr("took")});
    wire_->setAccessibleName(tr("What is on the wire"));
    plan_->setAccessibleName(tr("Query plan"));
    hops_->setAccessibleName(tr("Where the time went"));
    hops_->verticalHeader()->setDefaultSectionSize(style_.px(26));
    show();
}

void MessageView::follow() {
    fact_ = playback_->currentFact();
    if (isVisible()) {
        show();
    }
}

void MessageView::showFact(std::size_t fact) {
    fact_ = fact;
    show();
}

/// The message that a fact speaks of: itself, the one that arrived, or the last one before it in
/// the same trip.
std::optional<std::size_t> MessageView::messageAt(std::size_t fact) const {
    const Trace& trace = playback_->trace();
    const RequestId request = trace[fact].request;
    if (request == RequestId::none &&
        (trace[fact].is<CommandGiven>() || trace[fact].is<ParameterChanged>() ||
         trace[fact].is<NodeChanged>())) {
        return std::nullopt; // about no message: the one before is another's
    }
    constexpr std::size_t kFarthest = 400;
    for (std::size_t i = fact + 1; i-- > 0 && fact - i < kFarthest;) {
        if (trace[i].is<MessageSent>() && trace[i].request == request) {
            return i;
        }
        if (trace[i].is<RequestStarted>() && trace[i].request == request) {
            break;
        }
    }
    return std::nullopt;
}

void MessageView::show() {
    const bool isEmpty = playback_ == nullptr || !fact_ || *fact_ >= playback_->trace().size();
    const auto message = isEmpty ? std::nullopt : messageAt(*fact_);
    for (QWidget* widget : std::initializer_list<QWidget*>{heading_, wire_}) {
        widget->setVisible(message.has_value());
    }
    for (QWidget* widget :
         std::initializer_list<QWidget*>{routesTitle_, routes_, planTitle_, plan_}) {
        widget->hide();
    }
    hops_->setRowCount(0);
    hops_->setVisible(!isEmpty);
    hopsTitle_->setVisible(!isEmpty);
    if (isEmpty) {
        sentence_->setText(tr("Nothing has happened yet. Send a request, then step through it."));
        return;
    }
    const Fact& fact = playback_->trace()[*fact_];
    sentence_->setText(breakable(narrator_.narrate(playback_->trace(), fact).sentence));
    if (message) {
        showMessage(playback_->trace()[*message]);
    }
    showRoutes(fact);
    showPlan(fact);
    showHops(fact.request);
}

void MessageView::showMessage(const Fact& fact) {
    const auto sent = fact.as<MessageSent>();
    const Scene& scene = playback_->session().scene();
    const SceneLink& link = scene.links[indexOf(sent.link)];
    const auto nodeOf = [&scene](const std::string& id) {
        const auto found = std::ranges::find(scene.nodes, id, &SceneNode::id);
        return NodeId{static_cast<std::uint16_t>(found - scene.nodes.begin())};
    };
    const bool isBack = nodeOf(link.from) != fact.node;
    heading_->setText(QStringLiteral("%1 \u2192 %2  ·  %3")
                          .arg(narrator_.nodeName(fact.node),
                               narrator_.nodeName(nodeOf(isBack ? link.from : link.to)),
                               tr("%n byte(s)", nullptr, static_cast<int>(sent.bytes))));
    QString wire = fromView(playback_->trace().text(sent.wire));
    wire.remove(QLatin1Char('\r'));
    wire_->setPlainText(readable(wire.trimmed()));
    fitHeight(*wire_);
}

/// The trace tells each reason as a word of its own: "GET /books: path".
QString MessageView::routesForPeople(const QString& lines) {
    static const QRegularExpression kLine(
        QStringLiteral("^(.*?): (path|method|later|converter (\\S+) ?(.*))$"));
    QStringList told;
    for (const QString& line : lines.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch match = kLine.match(line);
        const QString code = match.captured(2);
        const QString reason =
            code == QLatin1String("path")     ? tr("another address")
            : code == QLatin1String("method") ? tr("another verb")
            : code == QLatin1String("later")
                ? tr("an earlier one fits, too")
                : tr("%1 cannot be %2").arg(match.captured(3), match.captured(4));
        told << (match.hasMatch() ? QStringLiteral("%1: %2").arg(match.captured(1), reason) : line);
    }
    return told.join(QLatin1Char('\n'));
}

/// At the moment when a server looks for the handler.
void MessageView::showRoutes(const Fact& fact) {
    const TextId others = fact.is<RouteMatched>()  ? fact.as<RouteMatched>().others
                          : fact.is<RouteMissed>() ? fact.as<RouteMissed>().others
                                                   : TextId::empty;
    const QString text = fromView(playback_->trace().text(others));
    routesTitle_->setVisible(!text.isEmpty());
    routes_->setVisible(!text.isEmpty());
    routes_->setPlainText(routesForPeople(text));
    fitHeight(*routes_);
}

/// How the last query of the trip so far was done, if its answer is not long ago.
void MessageView::showPlan(const Fact& fact) {
    if (fact.request == RequestId::none) {
        return;
    }
    const Trace& trace = playback_->trace();
    constexpr std::size_t kFarthest = 40;
    for (std::size_t i = *fact_ + 1; i-- > 0 && *fact_ - i < kFarthest;) {
        if (trace[i].request != fact.request) {
            continue; // of others that go on at the same time, or of nobody
        }
        if (trace[i].is<RequestStarted>()) {
            break;
        }
        if (trace[i].is<QueryExecuted>()) {
            const auto done = trace[i].as<QueryExecuted>();
            if (trace.text(done.plan).empty()) {
                return;
            }
            plan_->setPlainText(
                tr("%1\n%n row(s) · %2 VM steps · %3", nullptr, static_cast<int>(done.rows))
                    .arg(fromView(trace.text(done.plan)), countForPeople(done.vmSteps),
                         durationForPeople(done.took)));
            planTitle_->show();
            plan_->show();
            fitHeight(*plan_);
            return;
        }
    }
}

void MessageView::showHops(RequestId request) {
    const Trip* trip = playback_->index().spans().trip(request);
    hopsTitle_->setVisible(trip != nullptr);
    hops_->setVisible(trip != nullptr);
    if (trip == nullptr) {
        return;
    }
    const auto hops = hopsOf(*trip, playback_->trace(), playback_->facts(), narrator_);
    hops_->setRowCount(static_cast<int>(hops.size()));
    int row = 0;
    for (const Hop& hop : hops) {
        hops_->setItem(row, 0, new QTableWidgetItem(hop.name));
        hops_->setItem(row, 1, new QTableWidgetItem(durationForPeople(hop.start)));
        hops_->setItem(row, 2, new QTableWidgetItem(durationForPeople(hop.took)));
        ++row;
    }
    hops_->scrollToBottom();
}

void MessageView::fitHeight(QPlainTextEdit& edit) const {
    constexpr int kMostLines = 16;
    const QFontMetrics metrics(edit.font());
    const int room = std::max(80, width() - style_.px(90));
    int lines = 2;
    for (const QString& line : edit.toPlainText().split(QLatin1Char('\n'))) {
        lines += 1 + metrics.horizontalAdvance(line) / room;
    }
    edit.setFixedHeight(metrics.lineSpacing() * std::clamp(lines - 1, 2, kMostLines) +
                        style_.px(26));
}

/// What happened while another tab was shown.
void MessageView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    show();
}

void MessageView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    for (QPlainTextEdit* edit : {wire_, routes_, plan_}) {
        fitHeight(*edit);
    }
}

} // namespace roundtrip
