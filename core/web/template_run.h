#pragma once

#include "core/web/template_nodes.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// One rendering of a template: the page so far and the names that are known.
class TemplateRun {
  public:
    /// Where a `for` is, which its body sees as `forloop`.
    struct Loop {
        std::size_t index = 0;
        std::size_t count = 0;
        const Loop* parent = nullptr;
    };

    TemplateRun(const TemplateLibrary& library, const nlohmann::json& context, RenderReport* report)
        : templates_(library), context_(&context), report_(report) {}

    tl::expected<std::string, Error> run();

    bool renderNodes(const TemplateNodes& nodes);
    bool renderTemplate(const ParsedTemplate& parsed);
    /// Nothing when it can't be had: then the run has failed.
    const ParsedTemplate* findTemplate(const TemplateExpression& expression);

    /// The value with its filters; a missing variable is `missing`. Nothing when a filter failed.
    std::optional<TemplateValue> evaluate(const TemplateExpression& expression,
                                          const nlohmann::json& missing);
    bool holds(const TemplateCondition& condition);
    /// Writes a value, escaped as need be, and reports it.
    void print(const TemplateExpression& expression, const TemplateValue& value);
    void write(std::string_view text);
    bool fail(std::string code, std::vector<std::string> args = {});
    bool assign(const TemplateAssignments& assignments,
                std::vector<std::pair<std::string_view, TemplateValue>>& values);

    void bind(std::string_view name, TemplateValue value) {
        names_.push_back({name, std::move(value), nullptr});
    }
    void bindLoop(const Loop& loop) { names_.push_back({"forloop", {}, &loop}); }
    [[nodiscard]] std::size_t bound() const { return names_.size(); }
    void unbind(std::size_t count) { names_.resize(count); }
    [[nodiscard]] const Loop* innermostLoop() const;

    /// Runs `body` with nothing but these names; the caller's names come back after it.
    template <class Body>
    bool isolated(std::vector<std::pair<std::string_view, TemplateValue>> values, Body body) {
        const nlohmann::json nothing = nlohmann::json::object();
        std::vector<Name> outer = std::exchange(names_, {});
        const nlohmann::json* context = std::exchange(context_, &nothing);
        for (auto& [name, value] : values)
            bind(name, std::move(value));
        const bool good = body();
        names_ = std::move(outer);
        context_ = context;
        return good;
    }

    /// The definitions of each block, the youngest template's first.
    using Blocks = std::map<std::string, std::vector<const BlockNode*>, std::less<>>;
    bool renderBlock(const BlockNode& block, std::size_t generation);
    [[nodiscard]] const BlockNode* definition(const BlockNode& block, std::size_t generation) const;

    Blocks blocks;
    bool autoescape = true;
    std::size_t line = 1;

  private:
    struct Name {
        std::string_view name;
        TemplateValue value;
        const Loop* loop;
    };

    std::optional<TemplateValue> lookUp(const TemplateOperand& operand);
    static std::optional<TemplateValue> lookUpLoop(const Loop* loop,
                                                   const std::vector<std::string>& path);
    std::optional<TemplateValue> lookUpBlock(const std::vector<std::string>& path);
    std::optional<TemplateValue> root(const std::vector<std::string>& path);
    void noteEscaped(const TemplateExpression& expression, const std::string& before,
                     std::string_view after);
    void noteUnescaped(const TemplateExpression& expression, const std::string& after);

    const TemplateLibrary& templates_;
    const nlohmann::json* context_;
    RenderReport* report_;
    std::vector<Name> names_;
    std::vector<std::unique_ptr<ParsedTemplate>> parsedNow_; ///< named by variables
    std::string page_;
    std::optional<Error> error_;
    std::string_view template_;
    const BlockNode* block_ = nullptr; ///< the one being rendered, and which of its definitions
    std::size_t generation_ = 0;
    std::size_t steps_ = 0;
    int depth_ = 0;
};

} // namespace roundtrip
