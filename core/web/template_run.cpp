#include "core/web/template_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <ranges>
#include <utility>

namespace roundtrip {

namespace {

using nlohmann::json;

json loopAsJson(const TemplateRun::Loop& loop) {
    const auto index = static_cast<std::int64_t>(loop.index);
    const auto count = static_cast<std::int64_t>(loop.count);
    return {{"parentloop", loop.parent ? loopAsJson(*loop.parent) : json::object()},
            {"counter0", index},
            {"counter", index + 1},
            {"revcounter", count - index},
            {"revcounter0", count - index - 1},
            {"first", index == 0},
            {"last", index + 1 == count}};
}

std::optional<TemplateValue> followed(std::optional<TemplateValue> value,
                                      const std::vector<std::string>& path, std::size_t from) {
    for (std::size_t i = from; value && i < path.size(); ++i)
        value = value->member(path[i]);
    return value;
}

/// Whether a tag of `before` stands unchanged in `after`.
bool keepsMarkup(const std::string& before, const std::string& after) {
    for (auto at = before.find('<'); at != std::string::npos; at = before.find('<', at + 1)) {
        const char next = at + 1 < before.size() ? before[at + 1] : ' ';
        const bool tag = std::isalpha(static_cast<unsigned char>(next)) != 0 || next == '/' ||
                         next == '!' || next == '?';
        if (tag && after.find(before.substr(at, 2)) != std::string::npos)
            return true;
    }
    return false;
}

} // namespace

tl::expected<std::string, Error> TemplateRun::run() {
    if (!renderTemplate(templates_.main))
        return tl::unexpected(*error_);
    return std::move(page_);
}

bool TemplateRun::fail(std::string code, std::vector<std::string> args) {
    if (!error_)
        error_ = Error{std::move(code), std::move(args), fmt::format("{}:{}", template_, line)};
    return false;
}

bool TemplateRun::renderNodes(const TemplateNodes& nodes) {
    if (++depth_ > 8 * Template::kDeepest)
        return fail("template-too-deep");
    for (const auto& node : nodes) {
        line = node->line;
        if (++steps_ > Template::kMostSteps)
            return fail("template-too-many-steps");
        if (!node->render(*this))
            return false;
        if (page_.size() > Template::kLongestPage)
            return fail("template-too-long");
    }
    --depth_;
    return true;
}

bool TemplateRun::renderTemplate(const ParsedTemplate& parsed) {
    const std::string_view outer = std::exchange(template_, parsed.name);
    const bool good = renderNodes(parsed.nodes);
    template_ = outer;
    return good;
}

const ParsedTemplate* TemplateRun::findTemplate(const TemplateExpression& expression) {
    const auto value = evaluate(expression, "");
    if (!value)
        return nullptr;
    const std::string name = pythonText(value->json());
    if (const auto known = templates_.others.find(name); known != templates_.others.end())
        return known->second.get();
    const auto source = templates_.loader ? templates_.loader(name) : std::nullopt;
    if (!source) {
        fail("template-not-found", {name});
        return nullptr;
    }
    auto parsed = parseTemplateSource(name, *source);
    if (!parsed) {
        error_ = parsed.error();
        return nullptr;
    }
    parsedNow_.push_back(std::make_unique<ParsedTemplate>(std::move(*parsed)));
    return parsedNow_.back().get();
}

void TemplateRun::write(std::string_view text) {
    page_ += text;
}

const TemplateRun::Loop* TemplateRun::innermostLoop() const {
    for (const Name& name : std::views::reverse(names_)) {
        if (name.loop != nullptr)
            return name.loop;
    }
    return nullptr;
}

std::optional<TemplateValue> TemplateRun::lookUpLoop(const Loop* loop,
                                                     const std::vector<std::string>& path) {
    std::size_t at = 1;
    for (; loop != nullptr && at < path.size() && path[at] == "parentloop"; ++at)
        loop = loop->parent;
    if (loop == nullptr) // the outermost loop's parent is an empty dict
        return at == path.size() ? std::optional(TemplateValue::made(json::object()))
                                 : std::nullopt;
    return followed(TemplateValue::made(loopAsJson({loop->index, loop->count, nullptr})), path, at);
}

std::optional<TemplateValue> TemplateRun::lookUpBlock(const std::vector<std::string>& path) {
    if (path.size() == 2 && path[1] == "name")
        return TemplateValue::made(block_->name);
    if (path.size() < 2 || path[1] != "super")
        return std::nullopt;
    if (blocks.empty()) {
        fail("template-super-outside");
        return std::nullopt;
    }
    std::string outer = std::exchange(page_, {});
    const bool good =
        definition(*block_, generation_ + 1) == nullptr || renderBlock(*block_, generation_ + 1);
    std::string text = std::exchange(page_, std::move(outer));
    if (!good)
        return std::nullopt;
    return TemplateValue::made(std::move(text), true);
}

std::optional<TemplateValue> TemplateRun::root(const std::vector<std::string>& path) {
    for (const Name& name : std::views::reverse(names_)) {
        if (name.name != path[0])
            continue;
        if (name.loop != nullptr)
            return lookUpLoop(name.loop, path);
        return followed(name.value, path, 1);
    }
    if (block_ != nullptr && path[0] == "block")
        return lookUpBlock(path);
    const auto found = context_->find(path[0]);
    if (found == context_->end())
        return std::nullopt;
    return followed(TemplateValue(*found), path, 1);
}

std::optional<TemplateValue> TemplateRun::lookUp(const TemplateOperand& operand) {
    if (!operand.path.empty())
        return root(operand.path);
    TemplateValue value(operand.constant);
    value.safe = operand.safe;
    return value;
}

std::optional<TemplateValue> TemplateRun::evaluate(const TemplateExpression& expression,
                                                   const json& missing) {
    auto value = lookUp(expression.operand);
    if (error_)
        return std::nullopt;
    if (!value)
        value = TemplateValue::made(missing);
    for (const TemplateExpression::Call& call : expression.calls) {
        std::optional<TemplateValue> argument;
        if (call.argument) {
            argument = lookUp(*call.argument);
            if (!argument) {
                fail("template-variable-missing",
                     {fmt::format("{}", fmt::join(call.argument->path, "."))});
                return std::nullopt;
            }
        }
        if (!applyFilter(*call.filter, *value, argument ? &*argument : nullptr, autoescape)) {
            fail("template-filter-failed", {std::string(call.filter->name)});
            return std::nullopt;
        }
    }
    return value;
}

bool TemplateRun::holds(const TemplateCondition& condition) {
    using Operator = TemplateCondition::Operator;
    switch (condition.op) {
    case Operator::value: {
        const auto value = evaluate(condition.expression, nullptr);
        return value && isTrue(value->json());
    }
    case Operator::disjunction:
        return holds(condition.operands[0]) || holds(condition.operands[1]);
    case Operator::conjunction:
        return holds(condition.operands[0]) && holds(condition.operands[1]);
    case Operator::negation:
        return !holds(condition.operands[0]);
    default:
        break;
    }
    const auto operand = [this](const TemplateCondition& part) {
        if (part.op != Operator::value)
            return std::optional(TemplateValue::made(holds(part)));
        return evaluate(part.expression, nullptr);
    };
    const auto left = operand(condition.operands[0]);
    const auto right = operand(condition.operands[1]);
    return left && right && compareValues(condition.op, left->json(), right->json());
}

void TemplateRun::print(const TemplateExpression& expression, const TemplateValue& value) {
    const json& whole = value.json();
    const std::size_t start = page_.size();
    if (whole.is_string() && (value.safe || !autoescape)) {
        page_ += whole.get_ref<const std::string&>();
    } else {
        const std::string text = pythonText(whole);
        page_ += value.safe || !autoescape ? text : escapedHtml(text);
        if (report_ != nullptr && autoescape && !value.safe)
            noteEscaped(expression, text, std::string_view(page_).substr(start));
    }
    if (report_ != nullptr && !expression.operand.path.empty() &&
        expression.operand.path[0] != "block")
        noteUnescaped(expression, page_.substr(start));
}

void TemplateRun::noteEscaped(const TemplateExpression& expression, const std::string& before,
                              std::string_view after) {
    if (before != after)
        report_->escaped.push_back({expression.text, line, before, std::string(after)});
}

void TemplateRun::noteUnescaped(const TemplateExpression& expression, const std::string& after) {
    const auto value = lookUp(expression.operand);
    if (!value)
        return;
    std::string before = pythonText(value->json());
    if (keepsMarkup(before, after))
        report_->unescaped.push_back({expression.text, line, std::move(before), after});
}

bool TemplateRun::assign(const TemplateAssignments& assignments,
                         std::vector<std::pair<std::string_view, TemplateValue>>& values) {
    for (const auto& [name, expression] : assignments) {
        auto value = evaluate(expression, "");
        if (!value)
            return false;
        values.emplace_back(name, std::move(*value));
    }
    return true;
}

const BlockNode* TemplateRun::definition(const BlockNode& block, std::size_t generation) const {
    const auto found = blocks.find(block.name);
    if (found == blocks.end())
        return generation == 0 ? &block : nullptr;
    return generation < found->second.size() ? found->second[generation] : nullptr;
}

bool TemplateRun::renderBlock(const BlockNode& block, std::size_t generation) {
    const BlockNode* body = definition(block, generation);
    const BlockNode* outer = std::exchange(block_, &block);
    const std::size_t outerGeneration = std::exchange(generation_, generation);
    const bool good = renderNodes(body->body);
    block_ = outer;
    generation_ = outerGeneration;
    return good;
}

} // namespace roundtrip
