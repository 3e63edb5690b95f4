#include "core/web/handler_block.h"

#include "core/kernel/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace roundtrip {

namespace {

using Kind = HandlerBlock::Kind;

constexpr std::ptrdiff_t kDeepest = 64; // slashes in a block's pointer

struct BlockForm {
    Kind kind;
    std::string_view name;
    std::vector<std::string_view> required;
    std::vector<std::string_view> optional;
};

const std::vector<BlockForm>& forms() {
    static const std::vector<BlockForm> kForms{
        {Kind::cacheGet, "cache_get", {"key"}, {"otherwise"}},
        {Kind::cacheSet, "cache_set", {"key"}, {"ttl"}},
        {Kind::cacheDelete, "cache_delete", {"key"}, {}},
        {Kind::query, "query", {"sql"}, {}},
        {Kind::compute, "compute", {"time"}, {}},
        {Kind::respond, "respond", {}, {"status", "headers"}},
    };
    return kForms;
}

/// Reads one block's members, noting each problem under the block's pointer.
class BlockReader {
  public:
    BlockReader(const nlohmann::json& json, std::string pointer, Problems& problems)
        : json_(json), pointer_(std::move(pointer)), problems_(problems) {}

    HandlerBlock read() {
        HandlerBlock block;
        const BlockForm* form = findForm();
        if (form == nullptr) {
            return block;
        }
        block.kind = form->kind;
        checkMembers(*form);
        readText("key", block.key);
        readText("sql", block.sql);
        readDuration("time", block.time);
        readDuration("ttl", block.ttl);
        readStatus(block.status);
        readHeaders(block.headers);
        if (const auto found = json_.find("otherwise"); found != json_.end()) {
            block.otherwise = readHandler(*found, pointer_ + "/otherwise", problems_);
        }
        return block;
    }

  private:
    void report(std::string code, std::vector<std::string> args, std::string_view member = "") {
        problems_.push_back({std::move(code), std::move(args),
                             member.empty() ? pointer_ : fmt::format("{}/{}", pointer_, member)});
    }

    const BlockForm* findForm() {
        if (!json_.is_object()) {
            report("not-an-object", {});
            return nullptr;
        }
        const auto name = json_.find("do");
        if (name == json_.end() || !name->is_string()) {
            report("missing", {"do"});
            return nullptr;
        }
        const auto& text = name->get_ref<const std::string&>();
        const auto found = std::ranges::find(forms(), text, &BlockForm::name);
        if (found == forms().end()) {
            std::vector<std::string_view> names;
            std::ranges::transform(forms(), std::back_inserter(names), &BlockForm::name);
            report("unknown-block", {text, nearestWord(text, names)}, "do");
            return nullptr;
        }
        return &*found;
    }

    void checkMembers(const BlockForm& form) {
        std::vector<std::string_view> known = form.required;
        known.insert(known.end(), form.optional.begin(), form.optional.end());
        for (const auto& [name, value] : json_.items()) {
            if (name != "do" && std::ranges::find(known, name) == known.end()) {
                report("unknown-member", {name, nearestWord(name, known)}, name);
            }
        }
        for (const std::string_view name : form.required) {
            if (!json_.contains(name)) {
                report("missing", {std::string(name)});
            }
        }
    }

    void readText(const char* member, std::string& into) {
        const auto found = json_.find(member);
        if (found == json_.end()) {
            return;
        }
        if (!found->is_string()) {
            report("wrong-type", {member, "text"}, member);
            return;
        }
        into = found->get<std::string>();
    }

    void readDuration(const char* member, SimTime& into) {
        std::string text;
        readText(member, text);
        if (text.empty()) {
            return;
        }
        if (const auto duration = parseDuration(text)) {
            into = *duration;
        } else {
            report("bad-duration", {text}, member);
        }
    }

    void readStatus(int& status) {
        const auto found = json_.find("status");
        if (found == json_.end()) {
            return;
        }
        if (!found->is_number_integer() || *found < 100 || *found > 599) {
            report("wrong-type", {"status", "100 to 599"}, "status");
            return;
        }
        status = found->get<int>();
    }

    void readHeaders(http::Headers& headers) {
        const auto found = json_.find("headers");
        if (found == json_.end()) {
            return;
        }
        if (!found->is_object()) {
            report("wrong-type", {"headers", "object"}, "headers");
            return;
        }
        for (const auto& [name, value] : found->items()) {
            if (value.is_string()) {
                headers.set(name, value.get<std::string>());
            } else {
                report("wrong-type", {name, "text"}, "headers");
            }
        }
    }

    const nlohmann::json& json_;
    std::string pointer_;
    Problems& problems_;
};

} // namespace

std::vector<HandlerBlock> readHandler(const nlohmann::json& json, const std::string& pointer,
                                      Problems& problems) {
    std::vector<HandlerBlock> blocks;
    if (std::ranges::count(pointer, '/') > kDeepest) {
        problems.push_back({"too-deep", {}, pointer});
        return blocks;
    }
    if (!json.is_array()) {
        problems.push_back({"not-an-array", {}, pointer});
        return blocks;
    }
    for (std::size_t i = 0; i < json.size(); ++i) {
        blocks.push_back(BlockReader(json[i], fmt::format("{}/{}", pointer, i), problems).read());
    }
    return blocks;
}

std::string_view nameOf(HandlerBlock::Kind kind) {
    return std::ranges::find(forms(), kind, &BlockForm::kind)->name;
}

std::string filledIn(std::string_view text, const nlohmann::json& values) {
    std::string result;
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = text.find('}', open);
        result += text.substr(0, open);
        if (open == std::string_view::npos || close == std::string_view::npos) {
            result += open == std::string_view::npos ? std::string_view{} : text.substr(open);
            break;
        }
        const std::string name(text.substr(open + 1, close - open - 1));
        const auto found = values.find(name);
        if (found == values.end()) {
            result += text.substr(open, close - open + 1);
        } else {
            result += found->is_string() ? found->get<std::string>() : found->dump();
        }
        text = text.substr(close + 1);
    }
    return result;
}

} // namespace roundtrip
