#include "app/inspector/blocks/handler_edits.h"

#include "core/kernel/json_object.h"
#include "core/web/block_form.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

std::optional<std::size_t> indexIn(std::string_view part) {
    std::size_t index = 0;
    const auto read = std::from_chars(part.data(), part.data() + part.size(), index);
    const bool isWhole = read.ec == std::errc() && read.ptr == part.data() + part.size();
    return isWhole && !part.empty() ? std::optional(index) : std::nullopt;
}

/// `place` once the block at `gone` is taken out.
BlockPlace withoutBlock(BlockPlace place, const BlockPlace& gone) {
    if (place.list == gone.list) {
        place.index -= place.index > gone.index ? 1 : 0;
        return place;
    }
    const std::string before = gone.list + "/";
    if (!place.list.starts_with(before)) {
        return place;
    }
    const std::size_t end = std::min(place.list.find('/', before.size()), place.list.size());
    const auto index =
        indexIn(std::string_view(place.list).substr(before.size(), end - before.size()));
    if (index && *index > gone.index) {
        place.list = before + std::to_string(*index - 1) + place.list.substr(end);
    }
    return place;
}

/// The end of the last branch of a block.
std::optional<BlockPlace> insideOf(const Json& document, const BlockPlace& block) {
    const Json* found = findValue(document, block.pointer());
    const BlockForm* form = found == nullptr ? nullptr : findBlockForm(memberText(*found, "do"));
    if (form == nullptr || form->branches.empty()) {
        return std::nullopt;
    }
    const std::string list = block.pointer() + "/" + form->branches.back().name;
    return BlockPlace{list, lengthOf(document, list)};
}

} // namespace

std::string BlockPlace::pointer() const {
    return list + "/" + std::to_string(index);
}

std::optional<BlockPlace> BlockPlace::of(std::string_view pointer) {
    const std::size_t slash = pointer.rfind('/');
    if (slash == std::string_view::npos) {
        return std::nullopt;
    }
    const auto index = indexIn(pointer.substr(slash + 1));
    return index ? std::optional(BlockPlace{std::string(pointer.substr(0, slash)), *index})
                 : std::nullopt;
}

const Json* findValue(const Json& document, const std::string& pointer) {
    const Json::json_pointer place(pointer);
    return document.contains(place) ? &document.at(place) : nullptr;
}

std::size_t lengthOf(const Json& document, const std::string& list) {
    const Json* found = findValue(document, list);
    return found != nullptr && found->is_array() ? found->size() : 0;
}

std::optional<BlockPlace> stepFrom(const Json& document, const BlockPlace& from, BlockStep step) {
    switch (step) {
    case BlockStep::up:
        return from.index == 0 ? std::nullopt
                               : std::optional(BlockPlace{from.list, from.index - 1});
    case BlockStep::down:
        return from.index + 1 >= lengthOf(document, from.list)
                   ? std::nullopt
                   : std::optional(BlockPlace{from.list, from.index + 2});
    case BlockStep::outside: {
        // The list is a member of the block that it stands in.
        const std::string owner =
            from.list.substr(0, std::min(from.list.rfind('/'), from.list.size()));
        auto place = BlockPlace::of(owner);
        if (!place || place->list.empty()) {
            return std::nullopt; // of a route, or of the whole document
        }
        ++place->index;
        return place;
    }
    case BlockStep::inside:
        return from.index == 0 ? std::nullopt
                               : insideOf(document, BlockPlace{from.list, from.index - 1});
    }
    return std::nullopt;
}

void insertBlock(Json& document, const BlockPlace& place, Json block) {
    Json& list = document[Json::json_pointer(place.list)];
    if (!list.is_array()) {
        list = Json::array();
    }
    const auto index = static_cast<std::ptrdiff_t>(std::min(place.index, list.size()));
    list.insert(list.begin() + index, std::move(block));
}

void removeBlock(Json& document, const BlockPlace& place) {
    if (findValue(document, place.pointer()) != nullptr) {
        document[Json::json_pointer(place.list)].erase(place.index);
    }
}

BlockPlace moveBlock(Json& document, const BlockPlace& from, const BlockPlace& to) {
    const bool isItself = (to.list + "/").starts_with(from.pointer() + "/");
    const Json* block = findValue(document, from.pointer());
    if (isItself || block == nullptr) {
        return from;
    }
    Json moved = *block;
    removeBlock(document, from);
    const BlockPlace place = withoutBlock(to, from);
    insertBlock(document, place, std::move(moved));
    return place;
}

BlockPlace duplicateBlock(Json& document, const BlockPlace& place) {
    const Json* block = findValue(document, place.pointer());
    if (block == nullptr) {
        return place;
    }
    const BlockPlace behind{place.list, place.index + 1};
    insertBlock(document, behind, Json(*block));
    return behind;
}

void setMember(Json& document, const std::string& pointer, const std::string& member, Json value) {
    if (findValue(document, pointer) == nullptr) {
        return;
    }
    Json& block = document[Json::json_pointer(pointer)];
    if (!block.is_object()) {
        return;
    }
    if (value.is_null()) {
        block.erase(member);
    } else {
        block[member] = std::move(value);
    }
}

} // namespace roundtrip
