#include "app/timeline/transport_bar.h"

#include "app/narration/text_format.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>

namespace roundtrip {

namespace {

constexpr int kGap = 8;
constexpr std::array<double, 6> kStorySpeeds{0.25, 0.5, 1, 2, 4, 8};
constexpr std::array<double, 11> kTrueSpeeds{0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100};

QToolButton* buttonFor(QAction* action, bool isPrimary, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(isPrimary ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    button->setProperty("primary", isPrimary);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QString speedText(double speed) {
    return QStringLiteral("%1×").arg(QLocale().toString(speed, 'g', 4));
}

QPushButton* segment(QWidget* parent) {
    auto* button = new QPushButton(parent);
    button->setCheckable(true);
    button->setProperty("segment", true);
    return button;
}

} // namespace

TransportBar::TransportBar(const Style& style, const TransportActions& actions, QWidget* parent)
    : QWidget(parent), style_(style), speed_(new QComboBox(this)), where_(new QLabel(this)) {
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addWidget(buttonFor(actions.start, false, this));
    buttons->addWidget(buttonFor(actions.stepBack, false, this));
    buttons->addWidget(buttonFor(actions.play, true, this));
    buttons->addWidget(buttonFor(actions.stepForward, false, this));
    buttons->addWidget(buttonFor(actions.end, false, this));
    buttons->addStretch(1);
    segments_ = new QFrame(this);
    segments_->setObjectName("segments");
    auto* row = new QHBoxLayout(segments_);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    story_ = segment(segments_);
    trueScale_ = segment(segments_);
    auto* group = new QButtonGroup(this);
    group->addButton(story_);
    group->addButton(trueScale_);
    row->addWidget(story_);
    row->addWidget(trueScale_);
    grid_ = new QGridLayout(this);
    grid_->setContentsMargins(16, 8, 16, 4);
    grid_->setSpacing(kGap);
    grid_->addLayout(buttons, 0, 0);
    grid_->setColumnStretch(3, 1);
    arrange(false);
    where_->setObjectName("muted");
    where_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    where_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    where_->installEventFilter(this);
    connect(story_, &QPushButton::clicked, this, [this] { choose(Transport::Clock::story); });
    connect(trueScale_, &QPushButton::clicked, this,
            [this] { choose(Transport::Clock::trueScale); });
    connect(speed_, &QComboBox::activated, this, [this](int index) {
        if (transport_ != nullptr) {
            transport_->setSpeed(speed_->itemData(index).toDouble());
        }
    });
    connect(&style_, &Style::changed, this, &TransportBar::retranslate);
}

void TransportBar::setTransport(Transport* transport) {
    if (transport_ != nullptr) {
        transport_->disconnect(this);
    }
    transport_ = transport;
    if (transport != nullptr) {
        connect(transport, &Transport::positionChanged, this, &TransportBar::refresh);
        connect(transport, &Transport::traceChanged, this, &TransportBar::refresh);
        connect(transport, &Transport::paceChanged, this, &TransportBar::refreshPace);
    }
    retranslate();
}

void TransportBar::choose(Transport::Clock clock) {
    if (transport_ != nullptr) {
        transport_->setClock(clock);
    }
}

void TransportBar::arrange(bool inRows) {
    isInRows_ = inRows;
    for (QWidget* widget : std::initializer_list<QWidget*>{speed_, segments_, where_}) {
        grid_->removeWidget(widget);
    }
    grid_->addWidget(speed_, inRows ? 1 : 0, inRows ? 0 : 1, Qt::AlignLeft);
    grid_->addWidget(segments_, inRows ? 2 : 0, inRows ? 0 : 2, Qt::AlignLeft);
    grid_->addWidget(where_, inRows ? 1 : 0, inRows ? 1 : 3);
}

int TransportBar::widthOfOneRow() const {
    const QMargins margins = grid_->contentsMargins();
    return grid_->itemAtPosition(0, 0)->sizeHint().width() + speed_->width() +
           segments_->sizeHint().width() + style_.px(100) + 3 * kGap + margins.left() +
           margins.right();
}

void TransportBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (const bool inRows = width() < widthOfOneRow(); inRows != isInRows_) {
        arrange(inRows);
    }
}

/// How much of the place can be told depends on the room, which comes later than the rows change.
bool TransportBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == where_ && event->type() == QEvent::Resize) {
        refresh();
    }
    return QWidget::eventFilter(watched, event);
}

QSize TransportBar::minimumSizeHint() const {
    const QMargins margins = grid_->contentsMargins();
    const int buttons = grid_->itemAtPosition(0, 0)->sizeHint().width();
    return {std::max(buttons, segments_->sizeHint().width()) + margins.left() + margins.right(),
            QWidget::minimumSizeHint().height()};
}

void TransportBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void TransportBar::retranslate() {
    story_->setText(tr("Story time"));
    trueScale_->setText(tr("True scale"));
    const QFontMetrics bold(style_.font(14, QFont::DemiBold)); // as the one that counts is written
    for (QPushButton* button : {story_, trueScale_}) {
        button->setMinimumWidth(bold.horizontalAdvance(button->text()) + style_.px(28));
    }
    story_->setToolTip(tr("Every event gets a moment, however short it was"));
    trueScale_->setToolTip(tr("Time passes as it does, faster or slower"));
    speed_->setAccessibleName(tr("Speed"));
    speed_->setToolTip(tr("Speed"));
    const int longest = QFontMetrics(style_.font(14)).horizontalAdvance(speedText(0.001));
    speed_->setFixedWidth(longest + style_.px(46)); // paddings and the arrow
    if (transport_ != nullptr) {
        refreshPace();
    }
    refresh();
}

void TransportBar::refreshPace() {
    const bool isStory = transport_->clock() == Transport::Clock::story;
    story_->setChecked(isStory);
    trueScale_->setChecked(!isStory);
    speed_->clear();
    const auto fill = [this](const auto& speeds) {
        int nearest = 0;
        for (const double speed : speeds) {
            speed_->addItem(speedText(speed), speed);
            const double best = speed_->itemData(nearest).toDouble();
            if (std::abs(std::log(speed / transport_->speed())) <
                std::abs(std::log(best / transport_->speed()))) {
                nearest = speed_->count() - 1;
            }
        }
        speed_->setCurrentIndex(nearest);
    };
    isStory ? fill(kStorySpeeds) : fill(kTrueSpeeds);
}

void TransportBar::refresh() {
    if (transport_ == nullptr) {
        where_->clear();
        where_->setToolTip(QString());
        return;
    }
    // At true scale time goes on after the last that can be seen, while more is simulated.
    const SimTime end = std::max(transport_->time(), transport_->endTime());
    const QString place =
        tr("%1 of %2").arg(durationForPeople(transport_->time()), durationForPeople(end));
    const QString full =
        tr("%1 · %Ln event(s)", nullptr, static_cast<int>(transport_->steps())).arg(place);
    // Never cut: the end of a number alone would be another number.
    const auto fits = [this](const QString& text) {
        return where_->fontMetrics().horizontalAdvance(text) <= where_->width();
    };
    where_->setText(fits(full)    ? full
                    : fits(place) ? place
                                  : durationForPeople(transport_->time()));
    where_->setToolTip(full);
}

} // namespace roundtrip
