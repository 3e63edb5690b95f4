#include "app/lessons/home_view.h"

#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace roundtrip {

namespace {

constexpr int kTileWidth = 250; // at 100 %, at least
constexpr int kMostColumns = 4;
constexpr int kStillWidth = 250;
constexpr int kStillHeight = 92;

} // namespace

HomeView::HomeView(const Style& style, std::vector<LessonReading> lessons, QWidget* parent)
    : QScrollArea(parent), style_(style), lessons_(std::move(lessons)) {
    setObjectName("home");
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto* page = new QWidget;
    page->setObjectName("homePage");
    column_ = new QVBoxLayout(page);
    title_ = new QLabel(page);
    title_->setObjectName("homeTitle");
    title_->setWordWrap(true);
    subtitle_ = new QLabel(page);
    subtitle_->setObjectName("homeSubtitle");
    subtitle_->setWordWrap(true);
    grid_ = new QGridLayout;
    column_->addWidget(title_);
    column_->addWidget(subtitle_);
    column_->addSpacing(12);
    column_->addWidget(makeGoOn());
    column_->addLayout(grid_);
    column_->addStretch(1);
    for (const LessonReading& reading : lessons_) {
        auto* tile = new LessonTile(style_, *reading.lesson, page);
        connect(tile, &LessonTile::clicked, this,
                [this, tile] { emit lessonChosen(QString::fromStdString(tile->lesson().id)); });
        tiles_.push_back(tile);
    }
    setWidget(page);
    connect(&style_, &Style::changed, this, &HomeView::restyle);
    restyle();
}

QWidget* HomeView::makeGoOn() {
    goOnCard_ = new QFrame;
    goOnCard_->setObjectName("goOnCard");
    auto* row = new QHBoxLayout(goOnCard_);
    still_ = new QLabel(goOnCard_);
    auto* words = new QVBoxLayout;
    goOnTitle_ = new QLabel(goOnCard_);
    goOnTitle_->setObjectName("goOnTitle");
    goOnTitle_->setWordWrap(true);
    goOnStep_ = new QLabel(goOnCard_);
    goOnStep_->setObjectName("homeSubtitle");
    goOnStep_->setWordWrap(true);
    words->addStretch(1);
    words->addWidget(goOnTitle_);
    words->addWidget(goOnStep_);
    words->addStretch(1);
    goOn_ = new QPushButton(goOnCard_);
    goOn_->setProperty("primary", true);
    goOn_->setObjectName("goOn");
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(key, goOn_);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, goOn_, &QPushButton::click);
    }
    row->addWidget(still_);
    row->addLayout(words, 1);
    row->addWidget(goOn_);
    connect(goOn_, &QPushButton::clicked, this, [this] {
        emit lessonChosen(QString::fromStdString(lessons_[goOnLesson_].lesson->id));
    });
    return goOnCard_;
}

void HomeView::refresh(const Saved& saved, const QString& language, const QString& last) {
    const std::string code = language.toStdString();
    int minutes = 0;
    std::optional<std::size_t> wanted;
    std::vector<LessonProgress> all;
    for (std::size_t i = 0; i < lessons_.size(); ++i) {
        const Lesson& lesson = *lessons_[i].lesson;
        const QString id = QString::fromStdString(lesson.id);
        all.push_back(readProgress(lesson, saved(id)));
        minutes += lesson.minutes;
        tiles_[i]->tell(textIn(code, lessons_[i].texts), all.back());
        if (id == last && !all.back().isFinished()) {
            wanted = i;
        }
    }
    const auto open = std::ranges::find_if_not(all, &LessonProgress::isFinished);
    goOnLesson_ =
        wanted.value_or(open == all.end() ? 0 : static_cast<std::size_t>(open - all.begin()));
    title_->setText(tr("What happens after you press the button?"));
    subtitle_->setText(tr("%n lesson(s)", nullptr, static_cast<int>(lessons_.size())) +
                       QStringLiteral(", ") + tr("about %n minute(s)", nullptr, minutes) +
                       QStringLiteral(". ") +
                       tr("Send a request, watch where it goes, then break it."));
    showGoOn(lessons_[goOnLesson_], textIn(code, lessons_[goOnLesson_].texts), all[goOnLesson_]);
    columns_ = 0;
    arrange();
}

void HomeView::showGoOn(const LessonReading& lesson, const LessonText& text,
                        const LessonProgress& progress) {
    const QString name = QString::fromStdString(text.title);
    const LessonStep& step = lesson.lesson->steps[progress.step];
    goOnTitle_->setText(
        progress.isBegun()
            ? tr("Continue: %1, step %2 of %3").arg(name).arg(progress.step + 1).arg(progress.steps)
            : tr("Begin: %1").arg(name));
    const int left =
        std::max(1, static_cast<int>(std::lround(lesson.lesson->minutes * (1 - progress.share()))));
    goOnStep_->setText(QString::fromStdString(text.steps.at(step.id).title) + QStringLiteral(". ") +
                       tr("About %n minute(s) left.", nullptr, left));
    goOn_->setText(progress.isBegun() ? tr("Continue") : tr("Begin"));
    goOn_->setAccessibleName(goOnTitle_->text());
    const QSize size(style_.px(kStillWidth), style_.px(kStillHeight));
    QPixmap picture(size * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintStill(painter, QRectF(QPointF(), size), lesson.lesson->scene, style_);
    painter.end();
    still_->setPixmap(picture);
}

void HomeView::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    arrange();
}

/// As many columns as there is room for.
void HomeView::arrange() {
    const int room = viewport()->width() - style_.px(120);
    const int columns = std::clamp(room / style_.px(kTileWidth + 20), 1, kMostColumns);
    still_->setVisible(room > style_.px(kStillWidth * 3));
    if (columns == columns_) {
        return;
    }
    columns_ = columns;
    for (LessonTile* tile : tiles_) {
        grid_->removeWidget(tile);
    }
    for (int i = 0; i < kMostColumns; ++i) {
        grid_->setColumnStretch(i, i < columns ? 1 : 0);
    }
    for (std::size_t i = 0; i < tiles_.size(); ++i) {
        const int place = static_cast<int>(i);
        grid_->addWidget(tiles_[i], place / columns, place % columns, Qt::AlignTop);
    }
}

void HomeView::restyle() {
    column_->setContentsMargins(style_.px(60), style_.px(28), style_.px(60), style_.px(40));
    column_->setSpacing(style_.px(8));
    grid_->setSpacing(style_.px(20));
    grid_->setContentsMargins(0, style_.px(16), 0, 0);
    goOnCard_->layout()->setContentsMargins(style_.px(20), style_.px(14), style_.px(26),
                                            style_.px(14));
    columns_ = 0;
    arrange();
}

} // namespace roundtrip
