#include "core/data/transactions/isolation.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace roundtrip {

namespace {

constexpr std::array<std::string_view, 4> kNames{"READ UNCOMMITTED", "READ COMMITTED",
                                                 "REPEATABLE READ", "SERIALIZABLE"};

} // namespace

Isolation defaultIsolation(SqlFlavour flavour) {
    switch (flavour) {
    case SqlFlavour::postgresql:
        return Isolation::readCommitted;
    case SqlFlavour::mysql:
        return Isolation::repeatableRead;
    default:
        return Isolation::serializable;
    }
}

std::string_view nameOf(Isolation level) {
    return kNames.at(static_cast<std::size_t>(level));
}

std::optional<Isolation> parseIsolation(std::string_view name) {
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end()) {
        return std::nullopt;
    }
    return static_cast<Isolation>(found - kNames.begin());
}

SqlFlavour parseFlavour(std::string_view name) {
    return name == "postgresql" ? SqlFlavour::postgresql
           : name == "mysql"    ? SqlFlavour::mysql
                                : SqlFlavour::sqlite;
}

} // namespace roundtrip
