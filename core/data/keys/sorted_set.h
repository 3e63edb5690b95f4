#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace roundtrip::keys {

/// Members with scores, ordered by score and then by their bytes, as Redis orders them.
class SortedSet {
  public:
    using Member = std::pair<double, std::string>;

    [[nodiscard]] std::optional<double> score(const std::string& member) const {
        const auto found = scores_.find(member);
        return found == scores_.end() ? std::nullopt : std::optional(found->second);
    }
    void put(const std::string& member, double score) {
        remove(member);
        scores_[member] = score;
        order_.emplace(score, member);
    }
    bool remove(const std::string& member) {
        const auto found = scores_.find(member);
        if (found == scores_.end()) {
            return false;
        }
        order_.erase({found->second, member});
        scores_.erase(found);
        return true;
    }
    [[nodiscard]] const std::set<Member>& inOrder() const { return order_; }
    [[nodiscard]] std::size_t size() const { return scores_.size(); }
    [[nodiscard]] bool empty() const { return scores_.empty(); }

  private:
    std::map<std::string, double> scores_;
    std::set<Member> order_;
};

} // namespace roundtrip::keys
