#include "app/inspector/code_view.h"

#include "core/interop/server_code.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace roundtrip {

namespace {

struct FrameworkName {
    const char* name;
    const char* id; ///< as the app server's setting
    Framework framework;
};
constexpr std::array<FrameworkName, 5> kFrameworks{
    {{"Django", "django", Framework::django},
     {"Flask", "flask", Framework::flask},
     {"Express", "express", Framework::express},
     {"Ruby on Rails", "rails", Framework::rails},
     {QT_TRANSLATE_NOOP("roundtrip::CodeView", "No framework"), "none", Framework::none}}};

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

/// The last fact of that kind in the trip of the fact at `from`, or the trip's first message.
template <class Payload>
std::optional<std::size_t> factOfTrip(const Trace& trace, std::size_t from, std::size_t start) {
    const RequestId request = trace[from].request;
    for (std::size_t i = from + 1; i-- > start;) {
        if (trace[i].request == request && trace[i].is<Payload>()) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace

CodeView::CodeView(const Style& style, const Narrator& narrator, QWidget* parent)
    : QWidget(parent), style_(style), narrator_(narrator), hint_(new QLabel(this)),
      clientTitle_(sectionTitle(this)), clientStyle_(new QComboBox(this)), client_(codeBox(this)),
      serverTitle_(sectionTitle(this)), framework_(new QComboBox(this)), server_(codeBox(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    hint_->setWordWrap(true);
    for (const std::string_view name : kClientStyleNames) {
        clientStyle_->addItem(
            QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
    }
    for (const FrameworkName& known : kFrameworks) {
        framework_->addItem(QString::fromLatin1(known.name));
    }
    layout->addWidget(hint_);
    layout->addWidget(clientTitle_);
    layout->addWidget(clientStyle_, 0, Qt::AlignLeft);
    layout->addWidget(client_, 1);
    layout->addWidget(serverTitle_);
    layout->addWidget(framework_, 0, Qt::AlignLeft);
    layout->addWidget(server_, 1);
    connect(clientStyle_, &QComboBox::currentIndexChanged, this, &CodeView::show);
    connect(framework_, &QComboBox::activated, this, [this] {
        isChosen_ = true;
        show();
    });
    connect(&style_, &Style::changed, this, &CodeView::restyle);
    restyle();
}

void CodeView::setPlayback(Playback* playback) {
    playback_ = playback;
    connect(playback, &Playback::positionChanged, this, &CodeView::follow);
    show();
}

void CodeView::follow() {
    if (isVisible()) {
        show();
    }
}

void CodeView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    show();
}

void CodeView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        restyle();
    }
    QWidget::changeEvent(event);
}

void CodeView::restyle() {
    client_->setFont(style_.codeFont(12.5));
    server_->setFont(style_.codeFont(12.5));
    clientTitle_->setText(tr("How the page asks"));
    client_->setAccessibleName(clientTitle_->text());
    clientStyle_->setAccessibleName(tr("Written with"));
    framework_->setAccessibleName(tr("Written with"));
    server_->setAccessibleName(tr("How the server's program answers"));
    framework_->setItemText(static_cast<int>(kFrameworks.size()) - 1, tr("No framework"));
    show();
}

void CodeView::show() {
    const auto current = playback_ == nullptr ? std::nullopt : playback_->currentFact();
    const Trip* trip =
        current ? playback_->index().spans().trip(playback_->trace()[*current].request) : nullptr;
    std::optional<http::Request> request;
    std::optional<std::size_t> matched;
    if (trip != nullptr) {
        const Trace& trace = playback_->trace();
        for (std::size_t i = trip->startFact; i <= *current && !request; ++i) {
            if (trace[i].request == trip->id && trace[i].is<MessageSent>()) {
                request = requestIn(trace.text(trace[i].as<MessageSent>().wire));
            }
        }
        matched = factOfTrip<RouteMatched>(trace, *current, trip->startFact);
    }
    for (QWidget* widget : std::initializer_list<QWidget*>{clientTitle_, clientStyle_, client_}) {
        widget->setVisible(request.has_value());
    }
    for (QWidget* widget : std::initializer_list<QWidget*>{serverTitle_, framework_, server_}) {
        widget->setVisible(matched.has_value());
    }
    hint_->setText(!request   ? tr("Send a request and step through it: here stands the code that "
                                     "sends it, and the code that answers.")
                   : !matched ? tr("No handler of the server has been found for it so far.")
                              : QString());
    hint_->setVisible(!hint_->text().isEmpty());
    if (request) {
        client_->setPlainText(QString::fromStdString(
            clientCode(static_cast<ClientStyle>(clientStyle_->currentIndex()), *request)));
    }
    if (matched) {
        showServer(*matched);
    }
}

void CodeView::showServer(std::size_t matched) {
    const Trace& trace = playback_->trace();
    const Fact& fact = trace[matched];
    const SceneNode& node = playback_->session().scene().nodes[indexOf(fact.node)];
    const NodeKind& kind = *findKind(node.kind);
    const NodeState& state = playback_->state().nodes[indexOf(fact.node)];
    const auto setting = [&](const char* name) {
        const Parameter* parameter = kind.findParameter(name);
        return parameter == nullptr ? nlohmann::json() : settingAt(state, trace, node, *parameter);
    };
    serverTitle_->setText(tr("How %1's program answers").arg(narrator_.nodeName(fact.node)));
    if (!isChosen_) {
        const auto own = std::ranges::find_if(
            kFrameworks,
            [id = setting("framework")](const FrameworkName& known) { return id == known.id; });
        framework_->setCurrentIndex(static_cast<int>(own - kFrameworks.begin()));
    }
    Problems problems;
    const std::vector<Route> routes = readRoutes(setting("routes"), "", problems);
    const std::string_view pattern = trace.text(fact.as<RouteMatched>().pattern);
    const auto schema = orm::readSchema(setting("models"));
    const auto route = std::ranges::find_if(
        routes, [pattern](const Route& known) { return known.path == pattern; });
    const int chosen = std::max(framework_->currentIndex(), 0);
    server_->setPlainText(route == routes.end()
                              ? tr("This route is not written as a handler.")
                              : QString::fromStdString(serverCode(
                                    kFrameworks.at(static_cast<std::size_t>(chosen)).framework,
                                    *route, schema ? &*schema : nullptr)));
}

} // namespace roundtrip
