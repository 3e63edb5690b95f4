#pragma once

#include "core/data/sqlite_database.h"
#include "core/kernel/random_stream.h"

#include <cstdint>
#include <string_view>

namespace roundtrip {

/// Fills an empty database with the table `users(id, name, email, city, visits)` and `count`
/// people. The same seed gives the same people on every machine; user 123 is always Ada Lovelace,
/// so that lessons can speak of her.
void seedPeople(SqliteDatabase& database, std::uint64_t seed, std::int64_t count);

/// A name of those that people have here.
struct PersonName {
    std::string_view first;
    std::string_view last;
};
[[nodiscard]] PersonName drawPerson(RandomStream& random);
[[nodiscard]] std::string_view drawCity(RandomStream& random);

} // namespace roundtrip
