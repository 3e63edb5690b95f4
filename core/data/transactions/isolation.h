#pragma once

#include <optional>
#include <string_view>

namespace roundtrip {

enum class SqlFlavour { sqlite, postgresql, mysql };

/// The levels of SQL:1992, section 4.28. What each one prevents differs from product to product:
/// Transactions says how.
enum class Isolation { readUncommitted, readCommitted, repeatableRead, serializable };

/// What a transaction gets that asks for nothing.
[[nodiscard]] Isolation defaultIsolation(SqlFlavour flavour);

/// "READ COMMITTED", as it stands in SQL, and back; nothing for other words.
[[nodiscard]] std::string_view nameOf(Isolation level);
[[nodiscard]] std::optional<Isolation> parseIsolation(std::string_view name);

/// "sqlite", "postgresql" and "mysql"; everything else counts as SQLite.
[[nodiscard]] SqlFlavour parseFlavour(std::string_view name);

} // namespace roundtrip
