#include "core/data/people.h"

#include "core/kernel/text.h"

#include <fmt/format.h>

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>

namespace roundtrip {

namespace {

constexpr std::array<std::string_view, 32> kFirst{
    "Ada",    "Alan",  "Barbara", "Carlos", "Chidi", "Dorothy", "Edsger", "Emma",
    "Fatima", "Grace", "Hedy",    "Ines",   "Ivan",  "Jean",    "Joan",   "Karen",
    "Ken",    "Lena",  "Linus",   "Mai",    "Marta", "Nadia",   "Olga",   "Pedro",
    "Radia",  "Rosa",  "Sofia",   "Tariq",  "Tim",   "Ursula",  "Wei",    "Yukihiro"};
constexpr std::array<std::string_view, 32> kLast{
    "Almeida", "Bauer",  "Castro",   "Chen",   "Costa",  "Diaz",   "Eriksen", "Fischer",
    "Garcia",  "Haddad", "Hamilton", "Ito",    "Jansen", "Kaur",   "Keller",  "Kim",
    "Lopez",   "Meyer",  "Moreau",   "Nguyen", "Novak",  "Okafor", "Perlman", "Popov",
    "Rossi",   "Sato",   "Silva",    "Suzuki", "Torres", "Vega",   "Weber",   "Zhang"};
constexpr std::array<std::string_view, 12> kCities{"Lisbon",  "Madrid", "Nairobi",  "Oslo",
                                                   "Quito",   "Rome",   "Santiago", "Seoul",
                                                   "Toronto", "Vienna", "Warsaw",   "Zurich"};
constexpr std::int64_t kAdasId = 123;

template <std::size_t Size>
std::string_view pick(const std::array<std::string_view, Size>& words, RandomStream& random) {
    return words[random.below(Size)];
}

std::string personValues(std::int64_t id, RandomStream& random) {
    auto [first, last] = drawPerson(random);
    std::string_view city = drawCity(random);
    const auto visits = random.below(1000);
    if (id == kAdasId) {
        first = "Ada";
        last = "Lovelace";
        city = "London";
    }
    return fmt::format("({},'{} {}','{}.{}{}@example.com','{}',{})", id, first, last,
                       lowered(first), lowered(last), id, city, visits);
}

} // namespace

PersonName drawPerson(RandomStream& random) {
    const std::string_view first = pick(kFirst, random);
    return {first, pick(kLast, random)};
}

std::string_view drawCity(RandomStream& random) {
    return pick(kCities, random);
}

void seedPeople(SqliteDatabase& database, std::uint64_t seed, std::int64_t count) {
    constexpr std::int64_t kRowsPerInsert = 500;
    RandomStream random(seed, "people", "rows");
    std::string script = "CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT NOT NULL, "
                         "email TEXT NOT NULL, city TEXT NOT NULL, visits INTEGER NOT NULL);BEGIN;";
    for (std::int64_t id = 1; id <= count; ++id) {
        script += id % kRowsPerInsert == 1 ? "INSERT INTO users VALUES" : ",";
        script += personValues(id, random);
        if (id % kRowsPerInsert == 0 || id == count) {
            script += ';';
        }
    }
    script += "COMMIT;";
    const auto done = database.run(script);
    if (!done) {
        throw std::logic_error(done.error().args.front());
    }
}

} // namespace roundtrip
