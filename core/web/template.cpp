#include "core/web/template.h"

#include "core/web/template_nodes.h"
#include "core/web/template_run.h"

#include <utility>

namespace roundtrip {

namespace {

/// Parses the templates that a template names, and those that they name.
std::optional<Error> loadReferences(TemplateLibrary& library) {
    std::vector<std::string> open = library.main.references;
    while (!open.empty()) {
        const std::string name = std::move(open.back());
        open.pop_back();
        if (library.others.contains(name))
            continue;
        const auto source = library.loader(name);
        if (!source)
            continue; // rendering says so, as Django does
        auto parsed = parseTemplateSource(name, *source);
        if (!parsed)
            return parsed.error();
        open.insert(open.end(), parsed->references.begin(), parsed->references.end());
        library.others.emplace(name, std::make_unique<ParsedTemplate>(std::move(*parsed)));
    }
    return std::nullopt;
}

} // namespace

tl::expected<Template, Error> Template::parse(std::string_view source, Loader loader) {
    auto library = std::make_shared<TemplateLibrary>();
    library->loader = std::move(loader);
    auto main = parseTemplateSource("template", source);
    if (!main)
        return tl::unexpected(main.error());
    library->main = std::move(*main);
    if (library->loader) {
        if (auto error = loadReferences(*library))
            return tl::unexpected(std::move(*error));
    }
    Template result;
    result.templates_ = std::move(library);
    return result;
}

tl::expected<std::string, Error> Template::render(const nlohmann::json& context,
                                                  RenderReport* report) const {
    static const nlohmann::json kNothing = nlohmann::json::object();
    return TemplateRun(*templates_, context.is_object() ? context : kNothing, report).run();
}

} // namespace roundtrip
