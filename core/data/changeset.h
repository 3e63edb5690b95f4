#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

// Changesets as SQLite's session extension makes them (sqlite.org/session/intro.html): the rows
// that statements inserted, updated and deleted, with their values before and after. SQLite trusts
// a changeset's bytes, so all functions here take only what QueryResult held, never what comes from
// a file or a peer.

namespace roundtrip {

/// One row that a changeset changes, for showing a table at a past moment.
struct RowChange {
    enum class Kind { inserted, updated, deleted };
    Kind kind = Kind::updated;
    std::string table;
    nlohmann::json before; ///< column position to value, as an array; null for an insert
    nlohmann::json after;  ///< null for a delete; unchanged columns of an update are null
};
[[nodiscard]] std::vector<RowChange> readChangeset(std::string_view changeset);

/// "users#123" for each changed row, in the changeset's order; the values of a key of several
/// columns stand with commas between them.
[[nodiscard]] std::vector<std::string>
changedRowNames(std::string_view changeset, std::size_t limit = static_cast<std::size_t>(-1));

/// What undoes the changeset.
[[nodiscard]] std::string inverted(std::string_view changeset);

/// One changeset that does what `first` and then `second` do.
[[nodiscard]] std::string joined(std::string_view first, std::string_view second);

/// The changes of those rows only whose name, as changedRowNames has it, `keeps` wants.
[[nodiscard]] std::string filtered(std::string_view changeset,
                                   const std::function<bool(const std::string&)>& keeps);

} // namespace roundtrip
