#include "core/nodes/app_server/app_server.h"

#include <fmt/format.h>

#include <sstream>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

/// The value under a name, with dots for what lies inside: "order.lines".
const Json* findByPath(const Json& values, const std::string& path) {
    const Json* found = &values;
    std::istringstream names(path);
    for (std::string name; std::getline(names, name, '.');) {
        const auto member = found->find(name);
        if (!found->is_object() || member == found->end()) {
            return nullptr;
        }
        found = &*member;
    }
    return found;
}

/// Makes the member known under its name, and what it consists of as name_column, instead of the
/// member before it.
void bindMember(Json& values, const std::string& name, const Json& before, const Json& member) {
    if (before.is_object()) {
        for (const auto& [column, value] : before.items()) {
            values.erase(fmt::format("{}_{}", name, column));
        }
    }
    values[name] = member;
    if (member.is_object()) {
        for (const auto& [column, value] : member.items()) {
            values[fmt::format("{}_{}", name, column)] = value;
        }
    }
}

} // namespace

/// What templates and conditions can speak of.
Json AppServer::knownNames(const Handling& handling) {
    Json names = handling.values;
    names.update(handling.data);
    names["user"] = {{"name", handling.principal.user},
                     {"role", handling.principal.role},
                     {"is_authenticated", handling.principal.isKnown()}};
    return names;
}

Task<> AppServer::when(const HandlerBlock& block, Handling& handling) {
    const Json names = knownNames(handling);
    const bool holds = block.condition.holds(names);
    if (recorder().keeps(handling.message.request)) {
        const std::string values = block.condition.valuesIn(names);
        const std::string asked = values.empty()
                                      ? block.condition.text()
                                      : fmt::format("{} ({})", block.condition.text(), values);
        if (holds) {
            pass(handling, "when", "holds\n" + asked);
        } else {
            pass(handling, "when", "fails\n" + asked);
        }
    }
    Task<> blocks = runBlocks(holds ? block.inside : block.otherwise, handling);
    co_await blocks;
}

Task<> AppServer::repeat(const HandlerBlock& block, Handling& handling) {
    Json rounds = Json::array();
    for (int round = 1; round <= block.times; ++round) {
        rounds.push_back(round);
    }
    return runRounds(block, std::move(rounds), handling);
}

Task<> AppServer::forEach(const HandlerBlock& block, Handling& handling) {
    const Json names = knownNames(handling);
    const Json* rows = findByPath(names, block.rows);
    if (rows == nullptr || !rows->is_array()) {
        fail(handling, 500, "not-a-list\n" + block.rows);
        co_return;
    }
    if (rows->empty()) {
        pass(handling, "loop", "empty\n" + block.rows);
        co_return;
    }
    Task<> rounds = runRounds(block, *rows, handling);
    co_await rounds;
}

Task<> AppServer::runRounds(const HandlerBlock& block, Json members, Handling& handling) {
    Json before;
    for (std::size_t i = 0; i < members.size() && !handling.isAnswered; ++i) {
        if (handling.rounds >= HandlerBlock::kMostRounds) {
            record(handling.message.request, handling.span,
                   CheckFailed{.check = text("loop"),
                               .reason = text(fmt::format("cut\n{}\n{}", i, members.size())),
                               .status = 0});
            break;
        }
        ++handling.rounds;
        if (recorder().keeps(handling.message.request)) {
            pass(handling, "loop", fmt::format("round\n{}\n{}", i + 1, members.size()));
        }
        bindMember(handling.values, block.name, before, members[i]);
        handling.data.erase(block.name); // what was found under this name before
        before = std::move(members[i]);
        Task<> blocks = runBlocks(block.inside, handling);
        co_await blocks;
        if (handling.life != life()) {
            break;
        }
    }
}

} // namespace roundtrip
