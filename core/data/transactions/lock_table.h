#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// Numbers the transactions of one database, from 1.
using TransactionId = std::uint32_t;

/// Who holds which row ("users#5"), table ("users") or the whole file (""). A lock on a table
/// stands for all of its rows, those that do not exist yet included.
class LockTable {
  public:
    enum class Mode { shared, exclusive };

    /// The transactions whose locks stand against this one, in the order of their numbers.
    [[nodiscard]] std::set<TransactionId> against(TransactionId asker, const std::string& resource,
                                                  Mode mode) const;
    void take(TransactionId holder, const std::string& resource, Mode mode);
    void releaseAll(TransactionId holder);
    [[nodiscard]] bool holdsAny(TransactionId holder) const { return held_.contains(holder); }

  private:
    using Holders = std::map<TransactionId, Mode>;
    static void collect(const Holders& holders, TransactionId asker, Mode mode,
                        std::set<TransactionId>& found);

    std::map<std::string, Holders, std::less<>> locks_;
    std::map<TransactionId, std::vector<std::string>> held_;
};

/// "users" of "users#5"; a table's name itself.
[[nodiscard]] std::string_view tableOf(std::string_view resource);

} // namespace roundtrip
