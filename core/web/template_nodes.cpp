#include "core/web/template_nodes.h"

#include "core/web/template_run.h"

#include <utility>

namespace roundtrip {

namespace {

using nlohmann::json;
using Values = std::vector<std::pair<std::string_view, TemplateValue>>;

/// The json that a loop goes through: the array itself, or the members that `made` then holds.
const json* loopedOver(const TemplateValue& value, json& made) {
    if (value.json().is_array())
        return &value.json();
    auto members = membersOf(value.json());
    if (!members)
        return nullptr;
    made = std::move(*members);
    return &made;
}

/// Binds the loop's names to one member.
bool bindMember(TemplateRun& run, const ForNode& node, const json& member) {
    if (node.names.size() == 1) {
        run.bind(node.names[0], TemplateValue(member));
        return true;
    }
    const auto parts = member.is_array() || member.is_string() ? membersOf(member) : std::nullopt;
    if (!parts || parts->size() != node.names.size())
        return run.fail("template-unpack", {std::to_string(node.names.size())});
    for (std::size_t i = 0; i < node.names.size(); ++i)
        run.bind(node.names[i], TemplateValue::made((*parts)[i]));
    return true;
}

} // namespace

bool TextNode::render(TemplateRun& run) const {
    run.write(text);
    return true;
}

bool VariableNode::render(TemplateRun& run) const {
    static const json kMissing = "";
    const auto value = run.evaluate(expression, kMissing);
    if (!value)
        return false;
    run.print(expression, *value);
    return true;
}

bool IfNode::render(TemplateRun& run) const {
    for (const Branch& branch : branches) {
        if (!branch.condition || run.holds(*branch.condition))
            return run.renderNodes(branch.nodes);
    }
    return true;
}

bool ForNode::render(TemplateRun& run) const {
    const auto value = run.evaluate(values, nullptr);
    if (!value)
        return false;
    json made;
    const json* members = loopedOver(*value, made);
    if (members == nullptr)
        return run.fail("template-not-iterable", {values.text});
    if (members->empty())
        return run.renderNodes(otherwise);
    TemplateRun::Loop loop{0, members->size(), run.innermostLoop()};
    const std::size_t before = run.bound();
    run.bindLoop(loop);
    bool good = true;
    for (; good && loop.index < loop.count; ++loop.index) {
        const std::size_t mark = run.bound();
        const json& member = (*members)[reversed ? loop.count - 1 - loop.index : loop.index];
        good = bindMember(run, *this, member) && run.renderNodes(body);
        run.unbind(mark);
    }
    run.unbind(before);
    return good;
}

bool WithNode::render(TemplateRun& run) const {
    Values assigned;
    if (!run.assign(assignments, assigned))
        return false;
    const std::size_t before = run.bound();
    for (auto& [name, value] : assigned)
        run.bind(name, std::move(value));
    const bool good = run.renderNodes(body);
    run.unbind(before);
    return good;
}

bool AutoescapeNode::render(TemplateRun& run) const {
    const bool outer = std::exchange(run.autoescape, on);
    const bool good = run.renderNodes(body);
    run.autoescape = outer;
    return good;
}

bool IncludeNode::render(TemplateRun& run) const {
    const ParsedTemplate* parsed = run.findTemplate(name);
    Values assigned;
    if (parsed == nullptr || !run.assign(assignments, assigned))
        return false;
    TemplateRun::Blocks outer = std::exchange(run.blocks, {});
    bool good = false;
    if (only) {
        good = run.isolated(std::move(assigned), [&] { return run.renderTemplate(*parsed); });
    } else {
        const std::size_t before = run.bound();
        for (auto& [key, value] : assigned)
            run.bind(key, std::move(value));
        good = run.renderTemplate(*parsed);
        run.unbind(before);
    }
    run.blocks = std::move(outer);
    return good;
}

bool BlockNode::render(TemplateRun& run) const {
    return run.renderBlock(*this, 0);
}

bool ExtendsNode::render(TemplateRun& run) const {
    const ParsedTemplate* parsed = run.findTemplate(parent);
    if (parsed == nullptr)
        return false;
    for (const auto& [name, block] : blocks)
        run.blocks[name].push_back(block);
    if (parsed->extends == nullptr) {
        for (const auto& [name, block] : parsed->blocks)
            run.blocks[name].push_back(block);
    }
    return run.renderTemplate(*parsed);
}

bool CsrfTokenNode::render(TemplateRun& run) const {
    TemplateExpression token;
    token.operand.path = {"csrf_token"};
    const auto value = run.evaluate(token, nullptr);
    if (value && isTrue(value->json())) {
        const std::string text = pythonText(value->json());
        if (text != "NOTPROVIDED")
            run.write("<input type=\"hidden\" name=\"csrfmiddlewaretoken\" value=\"" +
                      escapedHtml(text) + "\">");
    }
    return value.has_value();
}

} // namespace roundtrip
