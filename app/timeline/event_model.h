#pragma once

#include "app/narration/narrator.h"
#include "app/playback/playback.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace roundtrip {

/// Which moments the event list shows.
struct EventFilter {
    enum class Group { all, messages, caching, queries, problems };
    Group group = Group::all;
    NodeId node = NodeId::none; ///< none: every part

    [[nodiscard]] bool accepts(const Fact& fact) const;
};

/// The moments of a playback as rows: when, where, what. Texts are made when a row is looked at,
/// so a million rows cost nothing.
class EventModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { timeColumn, nodeColumn, sentenceColumn, columns };

    EventModel(const Narrator& narrator, QObject* parent = nullptr);

    void setPlayback(Playback* playback);
    void setFilter(const EventFilter& filter);
    /// The fact of a row.
    [[nodiscard]] std::size_t factOf(int row) const;
    /// The last row that has happened at the playback's position; -1: none.
    [[nodiscard]] int currentRow() const;
    /// Language changed: every text is another one.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

  private:
    void extend();
    void restart();

    const Narrator& narrator_;
    Playback* playback_ = nullptr;
    std::shared_ptr<const Trace> shown_;
    EventFilter filter_;
    std::vector<std::uint32_t> facts_; // of the rows, ascending
    std::size_t readMoments_ = 0;
};

} // namespace roundtrip
