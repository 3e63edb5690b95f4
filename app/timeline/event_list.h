#pragma once

#include "app/style/style.h"
#include "app/timeline/event_model.h"

#include <QComboBox>
#include <QTableView>
#include <QWidget>

namespace roundtrip {

/// The event list with its filters. Choosing a row goes there and shows it in the inspector.
class EventList : public QWidget {
    Q_OBJECT

  public:
    EventList(const Style& style, const Narrator& narrator, QWidget* parent = nullptr);

    void setPlayback(Playback* playback);
    [[nodiscard]] EventModel& model() { return model_; }
    [[nodiscard]] QTableView& table() { return *table_; }

  signals:
    void factChosen(std::size_t fact);

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void retranslate();
    void applyFilter();
    void followPosition();

    const Style& style_;
    const Narrator& narrator_;
    EventModel model_;
    Playback* playback_ = nullptr;
    QComboBox* groups_;
    QComboBox* parts_;
    QTableView* table_;
    bool isFollowing_ = false;
};

} // namespace roundtrip
