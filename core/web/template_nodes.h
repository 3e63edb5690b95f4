#pragma once

#include "core/web/template.h"
#include "core/web/template_expression.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace roundtrip {

class TemplateRun;

/// A part of a parsed template.
class TemplateNode {
  public:
    TemplateNode() = default;
    TemplateNode(const TemplateNode&) = delete;
    TemplateNode& operator=(const TemplateNode&) = delete;
    virtual ~TemplateNode() = default;
    /// False when rendering failed and stops.
    virtual bool render(TemplateRun& run) const = 0;

    std::size_t line = 1;
};

using TemplateNodes = std::vector<std::unique_ptr<TemplateNode>>;

struct TextNode : TemplateNode {
    bool render(TemplateRun& run) const override;
    std::string text;
};

struct VariableNode : TemplateNode {
    bool render(TemplateRun& run) const override;
    TemplateExpression expression;
};

struct IfNode : TemplateNode {
    bool render(TemplateRun& run) const override;
    struct Branch {
        std::optional<TemplateCondition> condition; ///< nothing for `else`
        TemplateNodes nodes;
    };
    std::vector<Branch> branches;
};

struct ForNode : TemplateNode {
    bool render(TemplateRun& run) const override;
    std::vector<std::string> names;
    TemplateExpression values;
    bool reversed = false;
    TemplateNodes body;
    TemplateNodes otherwise;
};

using TemplateAssignments = std::vector<std::pair<std::string, TemplateExpression>>;

struct WithNode : TemplateNode {
    bool render(TemplateRun& run) const override;
    TemplateAssignments assignments;
    TemplateNodes body;
};

struct AutoescapeNode : TemplateNode {
    bool render(TemplateRun& run) const override;
    bool on = true;
    TemplateNodes body;
};

struct IncludeNode : TemplateNode {
    bool render(TemplateRun& run) const override;
    TemplateExpression name;
    TemplateAssignments assignments;
    bool only = false;
};

struct BlockNode : TemplateNode {
    bool render(TemplateRun& run) const override;
    std::string name;
    TemplateNodes body;
};

struct ExtendsNode : TemplateNode {
    bool render(TemplateRun& run) const override;
    TemplateExpression parent;
    TemplateNodes body;
    std::map<std::string, const BlockNode*> blocks;
};

struct CsrfTokenNode : TemplateNode {
    bool render(TemplateRun& run) const override;
};

/// One parsed source.
struct ParsedTemplate {
    std::string name;
    TemplateNodes nodes;
    std::map<std::string, const BlockNode*> blocks; ///< all that it has, however deep
    const ExtendsNode* extends = nullptr;
    std::vector<std::string> references; ///< templates named by constants
};

/// A template and those that it names.
struct TemplateLibrary {
    Template::Loader loader;
    ParsedTemplate main;
    std::map<std::string, std::unique_ptr<ParsedTemplate>, std::less<>> others;
};

tl::expected<ParsedTemplate, Error> parseTemplateSource(std::string_view name,
                                                        std::string_view source);

} // namespace roundtrip
