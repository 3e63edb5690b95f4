#include "app/inspector/link_view.h"

#include "app/inspector/parameter_editor.h"
#include "app/inspector/setting_rows.h"
#include "core/kernel/quantity.h"
#include "core/scene/link_parameters.h"

#include <QEvent>
#include <QFormLayout>
#include <QSignalBlocker>

#include <array>
#include <cmath>
#include <utility>

namespace roundtrip {

namespace {

/// How far apart two parts can stand, and about how long a message takes one way.
struct Place {
    const char* name;
    const char* latency;
};
constexpr std::array kPlaces{
    Place{QT_TRANSLATE_NOOP("roundtrip::LinkView", "in the same room"), "0.1 ms"},
    Place{QT_TRANSLATE_NOOP("roundtrip::LinkView", "in the same city"), "2 ms"},
    Place{QT_TRANSLATE_NOOP("roundtrip::LinkView", "in the same country"), "10 ms"},
    Place{QT_TRANSLATE_NOOP("roundtrip::LinkView", "on the same continent"), "30 ms"},
    Place{QT_TRANSLATE_NOOP("roundtrip::LinkView", "on another continent"), "90 ms"},
};

/// The place whose latency is nearest, as factors go.
int nearestPlace(SimTime latency) {
    int nearest = 0;
    double least = 0;
    for (int i = 0; i < static_cast<int>(kPlaces.size()); ++i) {
        const SimTime known = *parseDuration(kPlaces[static_cast<std::size_t>(i)].latency);
        const double away =
            std::abs(std::log((latency.toSeconds() + 1e-6) / (known.toSeconds() + 1e-6)));
        if (i == 0 || away < least) {
            nearest = i;
            least = away;
        }
    }
    return nearest;
}

} // namespace

LinkView::LinkView(const Style& style, const Narrator& narrator, QWidget* parent)
    : QWidget(parent), style_(style), narrator_(narrator), layout_(new QVBoxLayout(this)) {
    layout_->setContentsMargins(16, 12, 16, 12);
    connect(&style_, &Style::changed, this, &LinkView::rebuild);
}

void LinkView::setPlayback(Playback* playback) {
    playback_ = playback;
    connect(playback, &Playback::positionChanged, this, &LinkView::refresh);
    connect(playback, &Playback::traceChanged, this, &LinkView::refresh);
    connect(playback, &Playback::sceneChanged, this, [this] {
        link_ = LinkId::none;
        rebuild();
    });
}

void LinkView::showLink(LinkId link) {
    if (link_ != link) {
        link_ = link;
        rebuild();
    }
}

void LinkView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        rebuild();
    }
    QWidget::changeEvent(event);
}

void LinkView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void LinkView::rebuild() {
    delete std::exchange(content_, nullptr);
    if (playback_ == nullptr || link_ == LinkId::none) {
        return;
    }
    content_ = new QWidget(this);
    auto* column = new QVBoxLayout(content_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style_.px(8));
    auto* name = new QLabel(narrator_.linkName(link_), content_);
    name->setObjectName("sectionTitle");
    name->setWordWrap(true);
    name->setFont(style_.font(16, QFont::DemiBold));
    column->addWidget(name);
    layout_->addWidget(content_);
    buildDistance();
    buildForm();
    column->addStretch(1);
    content_->show(); // now, not when the layout gets round to it: the keyboard may be quicker
    orderFocus();
    refresh();
}

void LinkView::orderFocus() {
    if (before_ == nullptr || before_->window() != window()) {
        return;
    }
    QWidget* last = before_;
    const auto goOnTo = [&last](QWidget* next) {
        setTabOrder(last, next);
        last = next;
    };
    goOnTo(distance_);
    for (const Parameter& parameter : linkParameters()) {
        goOnTo(editorOf(QString::fromStdString(parameter.name)));
    }
}

void LinkView::buildDistance() {
    auto* column = static_cast<QVBoxLayout*>(content_->layout());
    auto* title = new QLabel(tr("How far is it?"), content_);
    title->setObjectName("sectionTitle");
    distance_ = new QSlider(Qt::Horizontal, content_);
    distance_->setRange(0, static_cast<int>(kPlaces.size()) - 1);
    distance_->setPageStep(1);
    distance_->setTracking(false); // one command for one pull
    distance_->setTickPosition(QSlider::TicksBelow);
    distance_->setAccessibleName(title->text());
    place_ = new QLabel(content_);
    place_->setWordWrap(true);
    place_->setObjectName("muted");
    column->addWidget(title);
    column->addWidget(distance_);
    column->addWidget(place_);
    connect(distance_, &QSlider::sliderMoved, this, &LinkView::tellPlace);
    connect(distance_, &QSlider::valueChanged, this, [this](int place) {
        tellPlace(place);
        want("latency", kPlaces[static_cast<std::size_t>(place)].latency);
    });
}

void LinkView::tellPlace(int place) {
    const Place& told = kPlaces[static_cast<std::size_t>(place)];
    place_->setText(
        tr("roughly %1 · %2 each way").arg(tr(told.name), QString::fromLatin1(told.latency)));
}

void LinkView::buildForm() {
    SettingRows rows(content_);
    for (const Parameter& parameter : linkParameters()) {
        rows.add(parameter, makeParameterEditor(
                                parameter, content_,
                                [this, name = parameter.name](nlohmann::json value) {
                                    want(name, std::move(value));
                                },
                                [this, parameter] { return valueNow(parameter); }));
    }
    auto* column = static_cast<QVBoxLayout*>(content_->layout());
    auto* title = new QLabel(tr("Settings"), content_);
    title->setObjectName("sectionTitle");
    column->addWidget(title);
    rows.form()->setSpacing(style_.px(6));
    column->addLayout(rows.form());
}

QWidget* LinkView::editorOf(const QString& parameter) const {
    return content_ == nullptr ? nullptr : content_->findChild<QWidget*>(parameter);
}

nlohmann::json LinkView::valueNow(const Parameter& parameter) const {
    return linkSettingAt(playback_->state(), playback_->trace(),
                         playback_->session().scene().links[indexOf(link_)], parameter);
}

void LinkView::refresh() {
    if (content_ == nullptr || !isVisible()) {
        return;
    }
    for (const Parameter& parameter : linkParameters()) {
        QWidget* editor = editorOf(QString::fromStdString(parameter.name));
        if (!editor->hasFocus()) {
            showInEditor(*editor, valueNow(parameter));
        }
    }
    if (!distance_->hasFocus() && !distance_->isSliderDown()) { // as with the editors
        showPlace(valueNow(*findLinkParameter("latency")));
    }
}

/// A distribution is no one place.
void LinkView::showPlace(const nlohmann::json& latency) {
    const auto span =
        latency.is_string() ? parseDuration(latency.get<std::string>()) : std::optional<SimTime>();
    place_->setText(tr("varies from message to message"));
    if (!span) {
        return;
    }
    const QSignalBlocker quiet(distance_);
    distance_->setValue(nearestPlace(*span));
    const Place& nearest = kPlaces[static_cast<std::size_t>(distance_->value())];
    place_->setText(tr("roughly %1 · %2 each way")
                        .arg(tr(nearest.name), QString::fromStdString(latency.get<std::string>())));
}

void LinkView::want(const std::string& parameter, nlohmann::json value) {
    emit commandWanted({SimTime(),
                        playback_->session().scene().links[indexOf(link_)].key(),
                        "set",
                        {{"parameter", parameter}, {"value", std::move(value)}}});
}

} // namespace roundtrip
