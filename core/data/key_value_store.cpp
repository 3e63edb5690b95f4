#include "core/data/key_value_store.h"

#include "core/kernel/text.h"

#include <fmt/format.h>

namespace roundtrip {

namespace {

const keys::Command* findCommand(std::string_view name) {
    for (const auto* commands :
         {&keys::keyCommands(), &keys::stringCommands(), &keys::hashCommands(),
          &keys::listCommands(), &keys::sortedSetCommands()}) {
        for (const keys::Command& command : *commands) {
            if (equalsIgnoringCase(name, command.name)) {
                return &command;
            }
        }
    }
    return nullptr;
}

bool fits(const keys::Command& command, const std::vector<std::string>& words) {
    const auto count = static_cast<int>(words.size());
    return command.arity >= 0 ? count == command.arity : count >= -command.arity;
}

/// With a space at its end, as Redis has it.
KeyValueReply unknownCommand(const std::vector<std::string>& words) {
    constexpr std::size_t kMostShown = 128;
    std::string text = fmt::format("ERR unknown command '{}', with args beginning with: ",
                                   words.front().substr(0, kMostShown));
    std::string shown;
    for (std::size_t i = 1; i < words.size() && shown.size() < kMostShown; ++i) {
        shown += fmt::format("'{}' ", words[i].substr(0, kMostShown - shown.size()));
    }
    return KeyValueReply::error(text + shown);
}

} // namespace

KeyValueReply KeyValueStore::execute(const std::vector<std::string>& words, SimTime now) {
    if (words.empty()) {
        return KeyValueReply::error("ERR no command");
    }
    const keys::Command* command = findCommand(words.front());
    if (command == nullptr) {
        return unknownCommand(words);
    }
    if (!fits(*command, words)) {
        return keys::wrongNumber(command->name);
    }
    keys::Call call{keyspace_, words, now.ns() / 1'000'000};
    return command->run(call);
}

bool KeyValueStore::takes(const std::vector<std::string>& words) {
    const keys::Command* command = words.empty() ? nullptr : findCommand(words.front());
    return command != nullptr && fits(*command, words);
}

} // namespace roundtrip
