#include "core/web/block_condition.h"

#include "core/web/template_expression.h"
#include "core/web/template_nodes.h"
#include "core/web/template_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace roundtrip {

namespace {

constexpr std::size_t kShort = 40; // bytes of a value in a sentence

using Names = std::vector<const TemplateExpression*>;

/// Every name in the condition, once, in its order.
void collectNames(const TemplateCondition& condition, Names& names) {
    const auto& path = condition.expression.operand.path;
    const bool isNew = std::ranges::none_of(
        names, [&path](const TemplateExpression* name) { return name->operand.path == path; });
    if (condition.op == TemplateCondition::Operator::value && !path.empty() && isNew) {
        names.push_back(&condition.expression);
    }
    for (const TemplateCondition& operand : condition.operands) {
        collectNames(operand, names);
    }
}

const TemplateLibrary& noTemplates() {
    static const TemplateLibrary kNone;
    return kNone;
}

std::string inShort(const nlohmann::json& value) {
    if (value.is_null()) {
        return "-";
    }
    std::string text = value.is_string() ? value.get<std::string>() : value.dump();
    if (text.size() > kShort) {
        std::size_t end = kShort;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end; // not in the middle of a letter
        }
        text = text.substr(0, end) + "…";
    }
    std::ranges::replace(text, '\n', ' ');
    return text;
}

} // namespace

struct BlockCondition::Parsed {
    std::string text;
    TemplateCondition condition;
    Names names;
};

tl::expected<BlockCondition, Error> BlockCondition::parse(const std::string& text) {
    auto condition = parseTemplateCondition(splitTemplateTag(text));
    if (!condition) {
        const Error& error = condition.error();
        const bool isAtTheEnd = error.code == "template-bad-if" && error.args.at(0).empty();
        return tl::unexpected(isAtTheEnd ? Error{"condition-ends", {}, {}} : error);
    }
    auto parsed = std::make_shared<Parsed>();
    parsed->text = text;
    parsed->condition = std::move(*condition);
    collectNames(parsed->condition, parsed->names);
    BlockCondition result;
    result.parsed_ = std::move(parsed);
    return result;
}

bool BlockCondition::holds(const nlohmann::json& values) const {
    return parsed_ != nullptr &&
           TemplateRun(noTemplates(), values, nullptr).holds(parsed_->condition);
}

std::string BlockCondition::valuesIn(const nlohmann::json& values) const {
    std::string line;
    if (parsed_ == nullptr) {
        return line;
    }
    for (const TemplateExpression* name : parsed_->names) {
        const TemplateExpression bare{.operand = name->operand, .calls = {}, .text = {}};
        const auto value = TemplateRun(noTemplates(), values, nullptr).evaluate(bare, nullptr);
        line +=
            fmt::format("{}{} = {}", line.empty() ? "" : ", ", fmt::join(name->operand.path, "."),
                        inShort(value ? value->json() : nlohmann::json()));
    }
    return line;
}

const std::string& BlockCondition::text() const {
    static const std::string kNone;
    return parsed_ == nullptr ? kNone : parsed_->text;
}

} // namespace roundtrip
