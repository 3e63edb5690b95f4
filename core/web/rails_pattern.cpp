#include "core/web/pattern_source.h"

#include <algorithm>

namespace roundtrip {

namespace {

bool isWord(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// Whether an anchor stands in a constraint, which Rails refuses as it adds its own.
bool hasAnchor(std::string_view constraint) {
    for (std::size_t i = 0; i < constraint.size(); ++i) {
        if (constraint[i] == '\\') {
            ++i;
            if (i < constraint.size() &&
                std::string_view("AZz").find(constraint[i]) != std::string_view::npos)
                return true;
        } else if (constraint[i] == '$' ||
                   (constraint[i] == '^' && (i == 0 || constraint[i - 1] != '['))) {
            return true;
        }
    }
    return false;
}

/// The path language of Rails' router (Journey): ":name", "*name", "(optional)", "\" escapes.
class PathReader {
  public:
    PathReader(std::string_view text, const std::map<std::string, std::string>& constraints)
        : text_(text), constraints_(constraints) {}

    PatternSourceResult read() {
        source_.regex = source_.loose =
            text_.starts_with('/') || text_.starts_with('(') ? "^" : "^/";
        std::size_t open = 0;
        for (std::size_t at = 0; at < text_.size() && !error_;)
            part(at, open);
        if (!error_ && open > 0)
            fail("route-unclosed", {});
        if (error_)
            return tl::unexpected(*error_);
        source_.regex += "\\Z";
        source_.loose = constraints_.empty() ? "" : source_.loose + "\\Z";
        return std::move(source_);
    }

  private:
    void fail(std::string code, std::vector<std::string> args) {
        error_ = Error{std::move(code), std::move(args), std::string(text_)};
    }

    void add(std::string_view both) {
        source_.regex += both;
        source_.loose += both;
    }

    void part(std::size_t& at, std::size_t& open) {
        const char c = text_[at++];
        if (c == '(') {
            ++open;
            add("(?:");
        } else if (c == ')') {
            if (open == 0) {
                fail("route-unexpected", {")", std::to_string(at - 1)});
                return;
            }
            --open;
            add(")?");
        } else if (c == ':' || c == '*') {
            const auto end = static_cast<std::size_t>(
                std::find_if_not(text_.begin() + static_cast<std::ptrdiff_t>(at), text_.end(),
                                 isWord) -
                text_.begin());
            const std::string name(text_.substr(at, end - at));
            if (!isIdentifier(name)) {
                fail("route-no-name", {std::to_string(at)});
                return;
            }
            at = end;
            parameter(name, c == '*');
        } else {
            const bool escape = c == '\\' && at < text_.size();
            add(escapedForRegex(text_.substr(escape ? at : at - 1, 1)));
            at += escape ? 1 : 0;
        }
    }

    void parameter(const std::string& name, bool glob) {
        PatternParameter parameter;
        parameter.name = name;
        parameter.value = PatternParameter::Value::decodedText;
        parameter.expression = glob ? ".+?" : "[^./?]+";
        if (std::ranges::find(source_.parameters, name, &PatternParameter::name) !=
            source_.parameters.end()) {
            fail("route-twice", {name});
            return;
        }
        source_.loose += glob ? "(.+?)" : "([^/?]+?)";
        if (const auto found = constraints_.find(name); found != constraints_.end()) {
            if (hasAnchor(found->second)) {
                fail("route-constraint-anchored", {name});
                return;
            }
            const auto regex = LinearRegex::parse(found->second, source_.options);
            if (!regex) {
                fail(regex.error().code, regex.error().args);
                return;
            }
            if (!regex->groupNames().empty()) {
                fail("regex-unsupported", {"("});
                return;
            }
            parameter.expression = found->second;
            parameter.converter = "constraint";
        }
        source_.regex += "(" + parameter.expression + ")";
        source_.parameters.push_back(std::move(parameter));
    }

    std::string_view text_;
    const std::map<std::string, std::string>& constraints_;
    PatternSource source_;
    std::optional<Error> error_;
};

} // namespace

PatternSourceResult readRailsPattern(std::string_view text,
                                     const std::map<std::string, std::string>& constraints) {
    return PathReader(text, constraints).read();
}

} // namespace roundtrip
