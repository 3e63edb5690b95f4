#include "core/lesson/definitions.h"

#include "core/kernel/json_object.h"
#include "core/kernel/quantity.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

constexpr const char* kUse = "use_defined";

bool holdsUse(const Json& json) {
    if (json.is_object() && json.contains(kUse)) {
        return true;
    }
    for (const Json& part : json) {
        if (part.is_structured() && holdsUse(part)) {
            return true;
        }
    }
    return false;
}

class Definitions {
  public:
    Definitions(const Json& lesson, Problems& problems)
        : object_(lesson, "lesson.json#", problems), problems_(problems) {
        const Json* all = object_.find("define");
        if (all == nullptr) {
            return;
        }
        JsonObject given(*all, object_.pointerTo("define"), problems);
        if (!given.isObject()) {
            return;
        }
        for (const auto& [name, value] : all->items()) {
            names_.push_back(name);
            if (value.is_structured() && holdsUse(value)) {
                given.report("nested-definition", {name}, name);
            }
        }
        values_ = *all;
    }

    /// Puts values in below `json`; only within arguments, since elsewhere nothing is a value.
    void putIn(Json& json, const std::string& pointer, bool isArgument) {
        if (isArgument && json.is_object() && json.contains(kUse)) {
            json = valueFor(json, pointer);
            return;
        }
        JsonObject object(json, pointer, ignored_);
        std::size_t index = 0;
        for (auto part = json.begin(); json.is_structured() && part != json.end(); ++part) {
            const std::string below = json.is_object() ? object.pointerTo(part.key())
                                                       : fmt::format("{}/{}", pointer, index++);
            putIn(*part, below, isArgument || (json.is_object() && part.key() == "arguments"));
        }
    }

    void reportUnused() {
        for (const std::string& name : names_) {
            if (!used_.contains(name)) {
                JsonObject given(values_, object_.pointerTo("define"), problems_);
                given.report("unused-definition", {name}, name);
            }
        }
    }

  private:
    Json valueFor(const Json& reference, const std::string& pointer) {
        JsonObject object(reference, pointer, problems_);
        object.allowOnly({kUse});
        const std::string name = object.requiredText(kUse);
        if (values_.contains(name)) {
            used_.insert(name);
            return values_[name];
        }
        if (!name.empty()) {
            object.report("unknown-definition", {name, nearestWord(name, names_)}, kUse);
        }
        return {};
    }

    JsonObject object_;
    Problems& problems_;
    Problems ignored_; ///< of what is only walked through
    Json values_ = Json::object();
    std::vector<std::string> names_;
    std::set<std::string> used_;
};

} // namespace

Json withDefinitions(const Json& lesson, Problems& problems) {
    if (!lesson.is_object()) {
        return lesson;
    }
    Definitions definitions(lesson, problems);
    Json whole = lesson;
    for (const char* part : {"comparisons", "steps"}) {
        if (whole.contains(part)) {
            definitions.putIn(whole[part], std::string("lesson.json#/") + part, false);
        }
    }
    definitions.reportUnused();
    return whole;
}

} // namespace roundtrip
