#pragma once

#include "core/kernel/error.h"
#include "core/web/linear_regex.h"
#include "core/web/pattern_source.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// In whose words a path pattern is written.
enum class RouteSyntax {
    exact,       ///< no parameters at all
    express,     ///< path-to-regexp 8: "/users/:id", "/files/*path", "/users{/:id}"
    flask,       ///< werkzeug: "/users/<int:id>"
    django,      ///< path(): "users/<int:id>/", without the leading slash
    djangoRegex, ///< re_path(): "^users/(?P<id>[0-9]+)/$"
    rails        ///< "/users/:id(.:format)", "/files/*path"
};

/// A path pattern with parameters. Matching takes time linear in the path's length; patterns are
/// compiled once.
class RoutePattern {
  public:
    /// Errors, `where` is the pattern: "route-no-slash" (Flask), "route-unclosed", "route-no-name",
    /// "route-unknown-type" {type}, "route-twice" {name}, "route-bad-argument" {type, argument},
    /// "route-whitespace" (Django), "route-unexpected" {character, place}, "route-bad-escape"
    /// {place}, "route-unterminated-quote" {place}, "route-missing-text" {name},
    /// "route-too-many-combinations", and those of LinearRegex.
    static tl::expected<RoutePattern, Error> parse(std::string_view text,
                                                   RouteSyntax syntax = RouteSyntax::flask);
    /// Several Express patterns are alternatives.
    static tl::expected<RoutePattern, Error> parseExpress(const std::vector<std::string>& texts,
                                                          const ExpressOptions& options);
    /// `constraints` are regular expressions by parameter. Further: "route-constraint-anchored"
    /// {name}.
    static tl::expected<RoutePattern, Error>
    parseRails(std::string_view text, const std::map<std::string, std::string>& constraints);

    /// How a path fits.
    struct Fit {
        enum class Kind {
            fits,
            path,       ///< another path
            converter,  ///< the shape fits, but `value` is nothing for `parameter`'s converter
            undecodable ///< `value` of `parameter` is badly percent-encoded
        };
        Kind kind = Kind::path;
        nlohmann::json parameters; ///< by name; lists for wildcards, numbers for int and float
        std::size_t length = 0;    ///< bytes of the path that matched
        std::string parameter;
        std::string value;
    };
    /// Express and Rails are given the path as it was sent, percent-encoded; Flask and Django the
    /// decoded one, as WSGI hands it over. Django's starts with the slash that its patterns leave
    /// out. An integer beyond 64 bits does not fit.
    [[nodiscard]] Fit examine(std::string_view path) const;

    /// The parameters as a JSON object when the path fits.
    [[nodiscard]] std::optional<nlohmann::json> match(std::string_view path) const;

    /// As Express's router takes it: slashes at the pattern's end don't count, so that "/about/" is
    /// also found at "/about".
    [[nodiscard]] RoutePattern loosened() const;

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] RouteSyntax syntax() const { return syntax_; }
    /// Flask's rule cut into segments, with the weights that order it.
    [[nodiscard]] const std::vector<FlaskPart>& flaskParts() const { return source_.parts; }
    /// The parameters of values caught elsewhere, one for each parameter: werkzeug's `to_python`.
    [[nodiscard]] Fit converted(const std::vector<std::string>& values) const;

  private:
    static tl::expected<RoutePattern, Error> compiled(std::string_view text, RouteSyntax syntax,
                                                      PatternSourceResult source);
    bool convert(std::size_t index, std::string_view value, Fit& fit) const;
    [[nodiscard]] Fit refusal(std::string_view path) const;

    std::string text_;
    RouteSyntax syntax_ = RouteSyntax::flask;
    PatternSource source_;
    LinearRegex regex_;
    std::optional<LinearRegex> loose_;
    std::vector<LinearRegex> checks_; ///< each parameter's own expression, for `refusal`
};

} // namespace roundtrip
