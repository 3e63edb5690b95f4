#pragma once

#include <string>
#include <string_view>

namespace roundtrip::orm {

/// Which database's way of writing SQL is shown. All run on SQLite.
enum class Flavour { sqlite, postgresql, mysql };

/// The statement with names quoted and parameters written as that database's drivers take them:
/// `?` and "name" for SQLite, `$1` and "name" for PostgreSQL, `%s` and `name` in backticks for
/// MySQL. A parameter that stands twice is numbered once by PostgreSQL. Texts within the SQL stay
/// as they are but for MySQL, which needs `\\` and where `%` is written `%%`.
[[nodiscard]] std::string shownFor(Flavour flavour, std::string_view sql);

} // namespace roundtrip::orm
