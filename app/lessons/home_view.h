#pragma once

#include "app/lessons/lesson_tile.h"
#include "app/storage/lesson_files.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <functional>
#include <map>
#include <vector>

namespace roundtrip {

/// All lessons to choose from, and the one to go on with at the top.
class HomeView : public QScrollArea {
    Q_OBJECT

  public:
    /// `lessons` were read without problems, in the order in which they are shown.
    HomeView(const Style& style, std::vector<LessonReading> lessons, QWidget* parent = nullptr);

    /// Lessons of the user's own, below the others; also those that cannot be opened. To be
    /// followed by `refresh`.
    void setOwnLessons(std::vector<OwnLesson> lessons);

    /// What was saved of a lesson, by its id; empty: nothing.
    using Saved = std::function<QByteArray(const QString& lesson)>;
    /// Shows everything anew. `last`: the id of the lesson that was open last; empty: none was.
    void refresh(const Saved& saved, const QString& language, const QString& last);

    [[nodiscard]] const std::vector<LessonTile*>& tiles() const { return tiles_; }
    [[nodiscard]] const std::vector<LessonTile*>& ownTiles() const { return ownTiles_; }
    /// Leads to the folder of the user's own lessons.
    [[nodiscard]] QPushButton& ownFolder() { return *ownFolder_; }
    [[nodiscard]] const std::vector<LessonReading>& lessons() const { return lessons_; }
    /// The lesson to go on with, which may be one of the user's own; the first one for who has not
    /// begun.
    [[nodiscard]] QPushButton& goOn() { return *goOn_; }
    [[nodiscard]] QString goOnText() const { return goOnTitle_->text(); }

  signals:
    void lessonChosen(const QString& id);
    void ownLessonChosen(const QString& folder);
    void ownFolderWanted();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    QWidget* makeGoOn();
    void showGoOn(const LessonReading& lesson, const LessonText& text,
                  const LessonProgress& progress);
    [[nodiscard]] const OwnLesson* ownToGoOn(const Saved& saved, const QString& last) const;
    void makeOwn(QWidget* page);
    void refreshOwn(const Saved& saved, const std::string& language);
    void arrange();
    static void arrange(QGridLayout& grid, const std::vector<LessonTile*>& tiles, int columns);
    void restyle();

    const Style& style_;
    std::vector<LessonReading> lessons_;
    std::vector<LessonTile*> tiles_;
    std::vector<OwnLesson> own_;
    std::vector<LessonTile*> ownTiles_;
    QLabel* title_;
    QLabel* subtitle_;
    QFrame* goOnCard_;
    QLabel* still_ = nullptr;
    QLabel* goOnTitle_ = nullptr;
    QLabel* goOnStep_ = nullptr;
    QPushButton* goOn_ = nullptr;
    QGridLayout* grid_;
    QLabel* ownTitle_ = nullptr;
    QGridLayout* ownGrid_ = nullptr;
    QPushButton* ownFolder_ = nullptr;
    QVBoxLayout* column_;
    std::size_t goOnLesson_ = 0;
    QString goOnFolder_; ///< of the user's own lesson to go on with; empty: `goOnLesson_`
    int columns_ = 0;
};

} // namespace roundtrip
