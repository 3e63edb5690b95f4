#include "core/web/block_form.h"

#include "core/web/block_forms.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace roundtrip {

namespace {

constexpr double kMostRetries = 20;
constexpr double kLongestPause = 3600;

std::vector<BlockForm> collectForms() {
    std::vector<BlockForm> all;
    for (auto& some : {controlForms(), answerForms(), dataForms(), cacheForms(), signInForms(),
                       taskForms(), networkForms()}) {
        std::ranges::copy(some, std::back_inserter(all));
    }
    return all;
}

} // namespace

Parameter nameMember(std::string fallback) {
    return {.name = "as",
            .label = ROUNDTRIP_TEXT("parameters", "Name of what it finds"),
            .help = ROUNDTRIP_TEXT("parameters", "Later blocks and templates find it under this "
                                                 "name; a single row's columns as name_column."),
            .type = ParameterType::text,
            .fallback = std::move(fallback)};
}

Parameter retriesMember(int fallback) {
    return {.name = "retries",
            .label = ROUNDTRIP_TEXT("parameters", "Further tries"),
            .help = ROUNDTRIP_TEXT("parameters", "How often it tries again after the first time."),
            .type = ParameterType::integer,
            .fallback = fallback,
            .least = 0,
            .most = kMostRetries};
}

Parameter backoffMember(std::string fallback) {
    return {.name = "backoff",
            .label = ROUNDTRIP_TEXT("parameters", "Pause before another try"),
            .help = ROUNDTRIP_TEXT("parameters",
                                   "Before the second try; it doubles with each further one."),
            .type = ParameterType::duration,
            .fallback = std::move(fallback),
            .least = 0,
            .most = kLongestPause};
}

Parameter statusMember() {
    return {.name = "status",
            .label = ROUNDTRIP_TEXT("parameters", "Status"),
            .help = ROUNDTRIP_TEXT("parameters",
                                   "The answer's status: 200 is fine, 404 not found, and so on."),
            .type = ParameterType::integer,
            .fallback = 200,
            .least = 100,
            .most = 599};
}

Parameter headersMember() {
    return {.name = "headers",
            .label = ROUNDTRIP_TEXT("parameters", "Header fields"),
            .help = ROUNDTRIP_TEXT("parameters", "An object: {\"Cache-Control\": \"max-age=60\"}."),
            .type = ParameterType::document,
            .fallback = nlohmann::json::object()};
}

Parameter patternMember(std::string name, const char* label, const char* help) {
    return {.name = std::move(name),
            .label = label,
            .help = help,
            .type = ParameterType::document,
            .fallback = nlohmann::json::object()};
}

const Parameter* BlockForm::findMember(std::string_view wanted) const {
    const auto found = std::ranges::find(members, wanted, &Parameter::name);
    return found == members.end() ? nullptr : &*found;
}

std::span<const BlockForm> blockForms() {
    static const std::vector<BlockForm> kForms = collectForms();
    return kForms;
}

const BlockForm* findBlockForm(std::string_view name) {
    const auto found = std::ranges::find(blockForms(), name, &BlockForm::name);
    return found == blockForms().end() ? nullptr : &*found;
}

const BlockForm& formOf(HandlerBlock::Kind kind) {
    return *std::ranges::find(blockForms(), kind, &BlockForm::kind);
}

const char* titleOf(BlockCategory category) {
    switch (category) {
    case BlockCategory::control:
        return ROUNDTRIP_TEXT("blocks", "Flow");
    case BlockCategory::answer:
        return ROUNDTRIP_TEXT("blocks", "Answer");
    case BlockCategory::data:
        return ROUNDTRIP_TEXT("blocks", "Data");
    case BlockCategory::cache:
        return ROUNDTRIP_TEXT("blocks", "Cache");
    case BlockCategory::signIn:
        return ROUNDTRIP_TEXT("blocks", "Sign-in");
    case BlockCategory::tasks:
        return ROUNDTRIP_TEXT("blocks", "Tasks");
    case BlockCategory::network:
        return ROUNDTRIP_TEXT("blocks", "Other services");
    }
    return "";
}

nlohmann::json newBlock(const BlockForm& form) {
    nlohmann::json block{{"do", form.name}};
    for (const Parameter& member : form.members) {
        if (member.isRequired) {
            block[member.name] = member.fallback;
        }
    }
    for (const BlockBranch& branch : form.branches) {
        if (branch.isRequired) {
            block[branch.name] = nlohmann::json::array();
        }
    }
    return block;
}

} // namespace roundtrip
