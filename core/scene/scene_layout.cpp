#include "core/scene/scene_layout.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace roundtrip {

namespace {

constexpr double kColumn = 270; // from centre to centre: a card and room for a line's label
constexpr double kRow = 210;
constexpr int kSweeps = 8;

/// Who is joined with whom, by index, and the columns that come of it.
class Layers {
  public:
    explicit Layers(const Scene& scene)
        : next_(scene.nodes.size()), before_(scene.nodes.size()), depth_(scene.nodes.size(), 0) {
        std::unordered_map<std::string_view, std::size_t> indexes;
        for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
            indexes.emplace(scene.nodes[i].id, i);
        }
        for (const SceneLink& link : scene.links) {
            next_[indexes.at(link.from)].push_back(indexes.at(link.to));
            before_[indexes.at(link.to)].push_back(indexes.at(link.from));
        }
        findDepths();
        fillColumns();
        for (int sweep = 0; sweep < kSweeps; ++sweep) {
            untangle(sweep % 2 == 0);
        }
    }

    [[nodiscard]] const std::vector<std::vector<std::size_t>>& columns() const { return columns_; }

  private:
    /// The longest way there from somebody who is asked by nobody; a circle is cut where it closes.
    void findDepths() {
        std::vector<std::size_t> waitsFor(next_.size());
        std::vector<std::size_t> ready;
        for (std::size_t i = 0; i < next_.size(); ++i) {
            waitsFor[i] = before_[i].size();
            if (waitsFor[i] == 0) {
                ready.push_back(i);
            }
        }
        std::vector<bool> isDone(next_.size());
        for (std::size_t done = 0; done < next_.size(); ++done) {
            if (done == ready.size()) { // only circles are left: begin with the first of them
                ready.push_back(
                    static_cast<std::size_t>(std::ranges::find(isDone, false) - isDone.begin()));
            }
            const std::size_t node = ready[done];
            isDone[node] = true;
            for (const std::size_t after : next_[node]) {
                if (isDone[after]) {
                    continue;
                }
                depth_[after] = std::max(depth_[after], depth_[node] + 1);
                if (--waitsFor[after] == 0 && std::ranges::find(ready, after) == ready.end()) {
                    ready.push_back(after);
                }
            }
        }
    }

    void fillColumns() {
        const std::size_t count =
            depth_.empty() ? 0 : static_cast<std::size_t>(std::ranges::max(depth_)) + 1;
        columns_.resize(count);
        row_.resize(depth_.size());
        for (std::size_t i = 0; i < depth_.size(); ++i) {
            auto& column = columns_[static_cast<std::size_t>(depth_[i])];
            row_[i] = static_cast<double>(column.size());
            column.push_back(i);
        }
    }

    /// Each stands at the mean height of its neighbours, once looking back and once ahead.
    void untangle(bool looksBack) {
        for (auto& column : columns_) {
            const std::vector<std::size_t> before = column;
            std::vector<std::pair<double, std::size_t>> wanted; // height, then where it stands now
            for (std::size_t i = 0; i < before.size(); ++i) {
                wanted.emplace_back(heightOf(before[i], looksBack), i);
            }
            std::ranges::sort(wanted);
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                column[i] = before[wanted[i].second];
                row_[column[i]] =
                    static_cast<double>(i) - static_cast<double>(column.size() - 1) / 2;
            }
        }
    }

    [[nodiscard]] double heightOf(std::size_t node, bool looksBack) const {
        const auto& neighbours = looksBack ? before_[node] : next_[node];
        if (neighbours.empty()) {
            return row_[node];
        }
        double sum = 0;
        for (const std::size_t neighbour : neighbours) {
            sum += row_[neighbour];
        }
        return sum / static_cast<double>(neighbours.size());
    }

    std::vector<std::vector<std::size_t>> next_;
    std::vector<std::vector<std::size_t>> before_;
    std::vector<int> depth_;
    std::vector<std::vector<std::size_t>> columns_;
    std::vector<double> row_; ///< from the column's middle
};

} // namespace

std::map<std::string, ScenePlace> arranged(const Scene& scene) {
    std::map<std::string, ScenePlace> places;
    const Layers layers(scene);
    for (std::size_t x = 0; x < layers.columns().size(); ++x) {
        const auto& column = layers.columns()[x];
        for (std::size_t y = 0; y < column.size(); ++y) {
            const double middle = static_cast<double>(column.size() - 1) / 2;
            places.emplace(scene.nodes[column[y]].id,
                           ScenePlace{static_cast<double>(x) * kColumn,
                                      (static_cast<double>(y) - middle) * kRow});
        }
    }
    return places;
}

} // namespace roundtrip
