#pragma once

#include "core/kernel/error.h"
#include "core/kernel/random_stream.h"
#include "core/kernel/sim_time.h"
#include "core/realtime/shared_text.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::realtime {

/// What a room is for.
struct RoomSetup {
    enum class Kind {
        chat,     ///< what one says all hear
        price,    ///< a value that changes by itself
        document, ///< a text that all edit
        game      ///< all players' inputs become one state, so many times a second
    };
    Kind kind = Kind::chat;
    SimTime every = SimTime::seconds(1); ///< price: between changes; game: a tick
    double start = 100;                  ///< price: at the beginning
    double step = 1;                     ///< price: standard deviation of a change
    bool isMerged = true;                ///< document: edits are merged; else the last write wins

    friend bool operator==(const RoomSetup&, const RoomSetup&) = default;
};
/// Reads {"lobby": {"kind": "chat"}, "gold": {"kind": "price", "every": "1 s", "start": 100,
/// "step": 0.5}, "notes": {"kind": "document", "merge": false}, "arena": {"kind": "game",
/// "every": "50 ms"}}. Problems as of JsonObject.
[[nodiscard]] std::map<std::string, RoomSetup> readRooms(const nlohmann::json& json,
                                                         Problems& problems);

/// One message as it goes to everybody in a room: {"id": 7, "at": 1250000, "room": "lobby", ...},
/// `at` in microseconds.
struct RoomMessage {
    std::uint64_t id = 0;
    std::string json;
};

/// Number and time of such a message, without reading the rest; nothing when it begins otherwise.
struct MessageHead {
    std::uint64_t id = 0;
    SimTime at;
};
[[nodiscard]] std::optional<MessageHead> readHead(std::string_view json);

/// The state of one room and its last messages.
class Room {
  public:
    Room(std::string name, const RoomSetup& setup, std::size_t mostKept);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const RoomSetup& setup() const { return setup_; }

    /// Takes what somebody said: {"from": "ada", "text": "hi"}, {"from": "ada", "edits": [...]} or
    /// {"from": "ada", "stamp": [2, 1], "text": ...} in a document, {"from": "ada", "input": 1} in
    /// a game. The message for everybody; its json is empty when there is nothing to tell yet.
    RoomMessage take(nlohmann::ordered_json said, SimTime at);
    /// The time of a price or a game has come: what there is to say.
    [[nodiscard]] nlohmann::ordered_json tick(RandomStream& random);

    /// The last messages after that number, oldest first; those that are gone are not among them.
    /// All of them after a number that was not given yet.
    [[nodiscard]] std::vector<RoomMessage> after(std::uint64_t id) const;
    [[nodiscard]] std::uint64_t lastId() const { return lastId_; }
    [[nodiscard]] std::string documentText() const;

  private:
    std::string name_;
    RoomSetup setup_;
    std::size_t mostKept_;
    std::uint64_t lastId_ = 0;
    std::deque<RoomMessage> kept_;
    double price_;
    SharedText merged_{0};
    LastWriteWins lastWrite_;
    std::map<std::string, double> inputs_;
    std::map<std::string, double> positions_;
    std::int64_t ticks_ = 0;
};

[[nodiscard]] nlohmann::ordered_json toJson(const TextEdit& edit);
/// Edits that cannot be read are left out.
/// [clock, site]; zeros for anything else.
[[nodiscard]] EditId readEditId(const nlohmann::ordered_json& json);
[[nodiscard]] std::vector<TextEdit> readEdits(const nlohmann::ordered_json& json);

} // namespace roundtrip::realtime
