#pragma once

#include "core/kernel/error.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

struct TemplateLibrary;

/// What became of the values that a page shows, for telling a learner about it.
struct RenderReport {
    struct Value {
        std::string expression; ///< as the template writes it
        std::size_t line = 0;   ///< from 1
        std::string before;     ///< the value as a text
        std::string after;      ///< what stands in the page
    };
    std::vector<Value> escaped;   ///< values that escaping changed
    std::vector<Value> unescaped; ///< values whose own markup stands in the page: XSS happened
};

/// A page template in the language of Django 3.2 (docs.djangoproject.com, "The Django template
/// language"): the tags if, for, with, comment, include, extends, block, autoescape, csrf_token and
/// the filters of template_filters.cpp and text_filters.cpp. Escaping is on by default. It is
/// parsed once and can be rendered often.
class Template {
  public:
    /// The source of a template by its name, for include and extends.
    using Loader = std::function<std::optional<std::string>(std::string_view name)>;

    static constexpr std::size_t kLongestPage = 4U << 20U; ///< bytes
    static constexpr std::size_t kMostSteps = 1000000;     ///< nodes rendered
    static constexpr int kDeepest = 40;                    ///< tags in tags, templates in templates

    /// Errors, `where` is "name:line": "template-unknown-tag" {tag}, "template-unclosed" {tag},
    /// "template-bad-tag" {tag}, "template-empty-tag", "template-block-twice" {name},
    /// "template-extends-first", "template-too-deep", and those of parseTemplateExpression and
    /// parseTemplateCondition. Templates named by constants are parsed too, as far as they exist.
    static tl::expected<Template, Error> parse(std::string_view source, Loader loader = {});

    /// The page, with names looked up in `context`, an object; `csrf_token` in it is what the tag
    /// prints. Errors as Django raises exceptions: "template-not-found" {name},
    /// "template-variable-missing" {name} (as a filter's argument), "template-filter-failed"
    /// {name}, "template-not-iterable" {expression}, "template-unpack" {count},
    /// "template-super-outside"; and the bounds
    /// "template-too-long", "template-too-many-steps", "template-too-deep".
    [[nodiscard]] tl::expected<std::string, Error> render(const nlohmann::json& context,
                                                          RenderReport* report = nullptr) const;

  private:
    std::shared_ptr<const TemplateLibrary> templates_;
};

} // namespace roundtrip
