#include "app/sandbox/requests_view.h"

#include "app/narration/text_format.h"
#include "core/kernel/json_object.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace roundtrip {

namespace {

const ActionInfo* sendingOf(const SceneNode& node) {
    const auto& actions = findKind(node.kind)->actions;
    const auto found = std::ranges::find(actions, "send", &ActionInfo::name);
    const bool isClient = findKind(node.kind)->category == Category::clients;
    return isClient && found != actions.end() ? &*found : nullptr;
}

} // namespace

RequestsView::RequestsView(const Style& style, SandboxDocument& document, QWidget* parent)
    : QWidget(parent), document_(document), clients_(new QComboBox(this)),
      form_(new ArgumentsForm(style)), name_(new QLineEdit(this)), send_(new QPushButton(this)),
      keep_(new QPushButton(this)), drop_(new QPushButton(this)), earlier_(new QListWidget(this)) {
    auto* fields = new QWidget;
    auto* column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, style.px(8), 0);
    column->addWidget(clients_);
    column->addWidget(form_);
    column->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setWidget(fields);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* buttons = new QVBoxLayout;
    for (QWidget* widget : std::initializer_list<QWidget*>{send_, name_, keep_, drop_}) {
        buttons->addWidget(widget);
    }
    buttons->addStretch(1);
    send_->setProperty("primary", true);
    name_->setMaximumWidth(style.px(150));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(style.px(16), style.px(6), style.px(16), style.px(8));
    layout->addWidget(area, 3);
    layout->addLayout(buttons);
    layout->addWidget(earlier_, 2);
    earlier_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    earlier_->setWordWrap(true);
    connect(clients_, &QComboBox::activated, this, [this] { showForm({}); });
    connect(send_, &QPushButton::clicked, this, [this] {
        const SceneRequest wanted = request();
        emit commandWanted({SimTime(), wanted.client, "send", wanted.arguments});
    });
    connect(keep_, &QPushButton::clicked, this, [this] { document_.keepRequest(request()); });
    connect(drop_, &QPushButton::clicked, this, [this] {
        document_.dropRequest(listed_[static_cast<std::size_t>(earlier_->currentRow())].name);
    });
    connect(name_, &QLineEdit::textChanged, this, &RequestsView::refresh);
    connect(earlier_, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && !listed_.empty()) {
            setRequest(listed_[static_cast<std::size_t>(row)]);
        }
    });
    connect(&document_, &SandboxDocument::changed, this, &RequestsView::refresh);
    connect(&document_, &SandboxDocument::replaced, this, &RequestsView::refresh);
    retranslate();
}

void RequestsView::setPlayback(Playback* playback) {
    playback_ = playback;
    connect(playback, &Playback::traceChanged, this, &RequestsView::refreshEarlier);
    refresh();
}

SceneRequest RequestsView::request() const {
    return {name_->text().trimmed().toStdString(), clients_->currentData().toString().toStdString(),
            form_->arguments()};
}

void RequestsView::setRequest(const SceneRequest& request) {
    const int client = clients_->findData(QString::fromStdString(request.client));
    if (client >= 0) {
        clients_->setCurrentIndex(client);
        showForm(request.arguments);
    }
    if (!request.name.empty()) {
        name_->setText(QString::fromStdString(request.name));
    }
    refresh();
}

void RequestsView::showForm(const nlohmann::json& arguments) {
    const SceneNode* client = document_.scene().findNode(request().client);
    const ActionInfo* sending = client == nullptr ? nullptr : sendingOf(*client);
    form_->setParameters(sending == nullptr ? std::vector<Parameter>() : sending->arguments,
                         arguments.is_object() ? arguments : nlohmann::json::object());
}

void RequestsView::refresh() {
    refreshClients();
    refreshEarlier();
    const bool hasClient = clients_->count() > 0;
    const int row = listed_.empty() ? -1 : earlier_->currentRow();
    send_->setEnabled(hasClient);
    keep_->setEnabled(hasClient && !name_->text().trimmed().isEmpty());
    drop_->setEnabled(row >= 0 && !listed_[static_cast<std::size_t>(row)].name.empty());
}

void RequestsView::refreshClients() {
    const QSignalBlocker quiet(clients_);
    const QString before = clients_->currentData().toString();
    clients_->clear();
    for (const SceneNode& node : document_.scene().nodes) {
        if (sendingOf(node) != nullptr) {
            clients_->addItem(QString::fromStdString(node.name), QString::fromStdString(node.id));
        }
    }
    clients_->setCurrentIndex(std::max(clients_->count() > 0 ? 0 : -1, clients_->findData(before)));
    if (clients_->currentData().toString() != before) {
        showForm({});
    }
}

/// What is kept comes first; then what was sent, the latest first, each once.
void RequestsView::refreshEarlier() {
    std::vector<SceneRequest> listed = document_.scene().requests;
    if (playback_ != nullptr) {
        const QList<Command>& inputs = playback_->session().inputs();
        for (qsizetype i = inputs.size(); i-- > 0;) {
            const SceneRequest sent{"", inputs[i].target, inputs[i].arguments};
            if (inputs[i].action == "send" && std::ranges::find(listed, sent) == listed.end()) {
                listed.push_back(sent);
            }
        }
    }
    const int lines =
        std::max(1, static_cast<int>(listed.size())); // with a hint when there is none
    if (listed == listed_ && earlier_->count() == lines) {
        return;
    }
    const QSignalBlocker quiet(earlier_);
    listed_ = std::move(listed);
    earlier_->clear();
    for (const SceneRequest& request : listed_) {
        earlier_->addItem(lineOf(request));
    }
    if (listed_.empty()) {
        auto* hint = new QListWidgetItem(tr("What you send or keep is listed here."), earlier_);
        hint->setFlags(Qt::NoItemFlags);
    }
}

QString RequestsView::lineOf(const SceneRequest& request) const {
    const SceneNode* client = document_.scene().findNode(request.client);
    const std::string method = memberText(request.arguments, "method");
    const std::string target = memberText(request.arguments, "target");
    const QString what =
        QStringLiteral("%1 %2 (%3)")
            .arg(method.empty() ? QStringLiteral("GET") : QString::fromStdString(method),
                 target.empty() ? QStringLiteral("/") : QString::fromStdString(target),
                 QString::fromStdString(client == nullptr ? request.client : client->name));
    return request.name.empty()
               ? tr("sent: %1").arg(what)
               : QStringLiteral("%1: %2").arg(QString::fromStdString(request.name), what);
}

void RequestsView::retranslate() {
    clients_->setAccessibleName(tr("Who sends it"));
    clients_->setToolTip(tr("Who sends it"));
    name_->setAccessibleName(tr("Name to keep it under"));
    name_->setPlaceholderText(tr("Name"));
    earlier_->setAccessibleName(tr("Requests that are kept or were sent"));
    earlier_->setToolTip(tr("A click puts it into the fields again."));
    send_->setText(tr("Send"));
    keep_->setText(tr("Keep"));
    drop_->setText(tr("Drop"));
    listed_.clear();
    refresh();
    showForm(form_->arguments());
}

void RequestsView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace roundtrip
