#include "app/lessons/home_view.h"

#include <QFileInfo>
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
    makeOwn(page);
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

void HomeView::makeOwn(QWidget* page) {
    ownTitle_ = new QLabel(page);
    ownTitle_->setObjectName("goOnTitle");
    ownTitle_->hide();
    ownGrid_ = new QGridLayout;
    ownFolder_ = new QPushButton(page);
    ownFolder_->setObjectName("ownFolder");
    connect(ownFolder_, &QPushButton::clicked, this, &HomeView::ownFolderWanted);
    column_->addSpacing(12);
    column_->addWidget(ownTitle_);
    column_->addLayout(ownGrid_);
    column_->addWidget(ownFolder_, 0, Qt::AlignLeft);
}

void HomeView::setOwnLessons(std::vector<OwnLesson> lessons) {
    for (LessonTile* tile : ownTiles_) {
        delete tile;
    }
    ownTiles_.clear();
    own_ = std::move(lessons);
    for (const OwnLesson& own : own_) {
        auto* tile = new LessonTile(style_, own.reading.lesson.value_or(Lesson()), widget());
        connect(tile, &LessonTile::clicked, this,
                [this, folder = own.folder] { emit ownLessonChosen(folder); });
        ownTiles_.push_back(tile);
        QWidget* before = ownTiles_.size() > 1 ? ownTiles_[ownTiles_.size() - 2]
                          : tiles_.empty()     ? static_cast<QWidget*>(goOn_)
                                               : tiles_.back();
        setTabOrder(before, tile);
        tile->show();
    }
    if (!ownTiles_.empty()) {
        setTabOrder(ownTiles_.back(), ownFolder_);
    }
}

void HomeView::refreshOwn(const Saved& saved, const std::string& language) {
    ownTitle_->setVisible(!own_.empty());
    ownTitle_->setText(tr("Your lessons"));
    ownFolder_->setText(own_.empty() ? tr("Your own lessons…") : tr("Open their folder"));
    ownFolder_->setToolTip(tr("The folder where lessons of your own are found"));
    for (std::size_t i = 0; i < own_.size(); ++i) {
        const LessonReading& reading = own_[i].reading;
        if (reading.lesson) {
            const QByteArray state = saved(QString::fromStdString(reading.lesson->id));
            ownTiles_[i]->tell(textIn(language, reading.texts),
                               readProgress(*reading.lesson, state));
        } else {
            ownTiles_[i]->tellProblem(QFileInfo(own_[i].folder).fileName(),
                                      tr("This lesson has %n problem(s) and cannot be opened.",
                                         nullptr, static_cast<int>(reading.problems.size())));
        }
    }
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
        if (goOnFolder_.isEmpty()) {
            emit lessonChosen(QString::fromStdString(lessons_[goOnLesson_].lesson->id));
        } else {
            emit ownLessonChosen(goOnFolder_);
        }
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
    refreshOwn(saved, code);
    const OwnLesson* own = ownToGoOn(saved, last);
    const LessonReading& goOn = own != nullptr ? own->reading : lessons_[goOnLesson_];
    goOnFolder_ = own != nullptr ? own->folder : QString();
    showGoOn(goOn, textIn(code, goOn.texts),
             own != nullptr ? readProgress(*goOn.lesson, saved(last)) : all[goOnLesson_]);
    columns_ = 0;
    arrange();
}

/// The lesson that was open last, when it is one of the user's own, can still be read and has not
/// been finished; else null.
const OwnLesson* HomeView::ownToGoOn(const Saved& saved, const QString& last) const {
    const auto found = std::ranges::find_if(own_, [&last](const OwnLesson& own) {
        return own.reading.lesson && QString::fromStdString(own.reading.lesson->id) == last;
    });
    return found == own_.end() || readProgress(*found->reading.lesson, saved(last)).isFinished()
               ? nullptr
               : &*found;
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
    arrange(*grid_, tiles_, columns);
    arrange(*ownGrid_, ownTiles_, columns);
}

void HomeView::arrange(QGridLayout& grid, const std::vector<LessonTile*>& tiles, int columns) {
    for (LessonTile* tile : tiles) {
        grid.removeWidget(tile);
    }
    for (int i = 0; i < kMostColumns; ++i) {
        grid.setColumnStretch(i, i < columns ? 1 : 0);
    }
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const int place = static_cast<int>(i);
        grid.addWidget(tiles[i], place / columns, place % columns, Qt::AlignTop);
    }
}

void HomeView::restyle() {
    column_->setContentsMargins(style_.px(60), style_.px(28), style_.px(60), style_.px(40));
    column_->setSpacing(style_.px(8));
    for (QGridLayout* grid : {grid_, ownGrid_}) {
        grid->setSpacing(style_.px(20));
        grid->setContentsMargins(0, style_.px(16), 0, 0);
    }
    goOnCard_->layout()->setContentsMargins(style_.px(20), style_.px(14), style_.px(26),
                                            style_.px(14));
    columns_ = 0;
    arrange();
}

} // namespace roundtrip
