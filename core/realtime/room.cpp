#include "core/realtime/room.h"

#include "core/kernel/json_object.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace roundtrip::realtime {

namespace {

using Json = nlohmann::ordered_json;

constexpr double kMostPrice = 1e9;

RoomSetup readRoom(const nlohmann::json& json, const std::string& pointer, Problems& problems) {
    RoomSetup setup;
    JsonObject object(json, pointer, problems);
    object.allowOnly({"kind", "every", "start", "step", "merge"});
    setup.kind = static_cast<RoomSetup::Kind>(
        object.choice("kind", {"chat", "price", "document", "game"}, 0));
    setup.every = object.duration("every").value_or(setup.every);
    if (setup.every < SimTime::milliseconds(1)) {
        object.report("out-of-range", {"every", "1 ms", "1 d"}, "every");
    }
    setup.start = object.number("start", setup.start, 0, kMostPrice);
    setup.step = object.number("step", setup.step, 0, kMostPrice);
    setup.isMerged = object.boolean("merge", setup.isMerged);
    return setup;
}

Json toJson(const EditId& id) {
    return Json::array({id.counter, id.site});
}

std::string textIn(const Json& json, const char* member) {
    const auto found = json.find(member);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace

std::map<std::string, RoomSetup> readRooms(const nlohmann::json& json, Problems& problems) {
    std::map<std::string, RoomSetup> rooms;
    const JsonObject object(json, "", problems);
    if (object.isObject()) {
        for (const auto& [name, room] : json.items()) {
            rooms.emplace(name, readRoom(room, object.pointerTo(name), problems));
        }
    }
    return rooms;
}

nlohmann::ordered_json toJson(const TextEdit& edit) {
    if (edit.kind == TextEdit::Kind::erase) {
        return {{"erase", toJson(edit.id)}};
    }
    return {{"insert", edit.character}, {"id", toJson(edit.id)}, {"after", toJson(edit.after)}};
}

EditId readEditId(const Json& json) {
    const bool isId = json.is_array() && json.size() == 2 && json[0].is_number_unsigned() &&
                      json[1].is_number_unsigned();
    return isId ? EditId{json[0].get<std::uint64_t>(), json[1].get<std::uint32_t>()} : EditId{};
}

std::vector<TextEdit> readEdits(const nlohmann::ordered_json& json) {
    std::vector<TextEdit> edits;
    for (const Json& entry : json) {
        if (!entry.is_object()) {
            continue;
        }
        TextEdit edit;
        if (entry.contains("erase")) {
            edit.kind = TextEdit::Kind::erase;
            edit.id = readEditId(entry["erase"]);
        } else {
            edit.id = readEditId(entry.value("id", Json()));
            edit.after = readEditId(entry.value("after", Json()));
            edit.character = textIn(entry, "insert");
        }
        if (edit.id.counter > 0) {
            edits.push_back(std::move(edit));
        }
    }
    return edits;
}

std::optional<MessageHead> readHead(std::string_view json) {
    constexpr std::string_view kId = R"({"id":)";
    constexpr std::string_view kAt = R"(,"at":)";
    if (!json.starts_with(kId)) {
        return std::nullopt;
    }
    MessageHead head;
    const char* end = json.data() + json.size();
    const auto id = std::from_chars(json.data() + kId.size(), end, head.id);
    json.remove_prefix(static_cast<std::size_t>(id.ptr - json.data()));
    if (id.ec != std::errc() || !json.starts_with(kAt)) {
        return std::nullopt;
    }
    std::int64_t micros = 0;
    if (std::from_chars(json.data() + kAt.size(), end, micros).ec != std::errc()) {
        return std::nullopt;
    }
    head.at = SimTime::microseconds(micros);
    return head;
}

Room::Room(std::string name, const RoomSetup& setup, std::size_t mostKept)
    : name_(std::move(name)), setup_(setup), mostKept_(mostKept), price_(setup.start) {}

RoomMessage Room::take(nlohmann::ordered_json said, SimTime at) {
    if (setup_.kind == RoomSetup::Kind::game && said.contains("input")) {
        inputs_[textIn(said, "from")] =
            said["input"].is_number() ? said["input"].get<double>() : 0.0;
        return {};
    }
    if (setup_.kind == RoomSetup::Kind::document) {
        // Clients send both; the room's rule decides what counts.
        for (const char* other : {"text", "stamp", "edits"}) {
            if (setup_.isMerged != (std::string_view(other) == "edits")) {
                said.erase(other);
            }
        }
        if (said.contains("edits")) {
            std::ranges::for_each(readEdits(said["edits"]),
                                  [this](const TextEdit& edit) { merged_.apply(edit); });
        } else {
            lastWrite_.write(textIn(said, "text"), readEditId(said.value("stamp", Json())));
        }
    }
    for (const char* own : {"id", "at", "room"}) {
        said.erase(own);
    }
    std::string rest = said.dump(-1, ' ', false, Json::error_handler_t::replace);
    rest.front() = said.empty() ? ' ' : ',';
    RoomMessage message{.id = ++lastId_,
                        .json = fmt::format(R"({{"id":{},"at":{},"room":{}{})", lastId_,
                                            at.ns() / 1000, Json(name_).dump(), rest)};
    kept_.push_back(message);
    if (kept_.size() > mostKept_) {
        kept_.pop_front();
    }
    return message;
}

nlohmann::ordered_json Room::tick(RandomStream& random) {
    if (setup_.kind == RoomSetup::Kind::price) {
        price_ = std::max(0.0, price_ + setup_.step * random.normal());
        return {{"price", std::round(price_ * 100) / 100}};
    }
    for (const auto& [player, input] : inputs_) {
        positions_[player] += input;
    }
    return {{"tick", ++ticks_}, {"players", positions_}};
}

std::vector<RoomMessage> Room::after(std::uint64_t id) const {
    const std::uint64_t since = id > lastId_ ? 0 : id; // numbers begin anew when a hub restarts
    const auto first = std::ranges::upper_bound(kept_, since, {}, &RoomMessage::id);
    return {first, kept_.end()};
}

std::string Room::documentText() const {
    return setup_.isMerged ? merged_.text() : lastWrite_.text();
}

} // namespace roundtrip::realtime
