#pragma once

#include "core/web/router.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// Werkzeug's StateMachineMatcher (werkzeug/routing/matcher.py, 2.2): rules cut at slashes into a
/// tree, literals before converters, converters by weight.
class FlaskMap {
  public:
    FlaskMap(const std::vector<RouteEntry>& routes, bool mergeSlashes);

    struct Result {
        std::optional<std::size_t> route;
        std::vector<std::string> values;
        std::string redirect;         ///< the path to go to instead, decoded
        std::set<std::string> others; ///< methods that this path knows
    };
    /// No method is one that no rule has: that is how Flask asks which methods there are.
    [[nodiscard]] Result match(std::optional<http::Method> method, std::string_view path) const;

  private:
    struct State {
        std::vector<std::size_t> rules;
        std::map<std::string, std::unique_ptr<State>, std::less<>> literals;
        struct Converter {
            FlaskPart part;
            LinearRegex regex;
            std::unique_ptr<State> next;
        };
        std::vector<Converter> converters;
    };
    struct Rule {
        std::set<http::Method> methods; ///< with HEAD and OPTIONS that Flask adds
        bool strictSlashes = true;
    };
    struct Walk;

    void add(std::size_t index, const RouteEntry& route);
    static State& follow(State& state, const FlaskPart& part);
    bool walk(const State& state, std::size_t part, Walk& walk) const;
    bool atEnd(const State& state, Walk& walk) const;
    bool walkConverters(const State& state, std::size_t part, Walk& walk) const;
    bool take(const std::vector<std::size_t>& rules, bool onlyLoose, Walk& walk) const;

    State root_;
    std::vector<Rule> rules_;
    bool mergeSlashes_;
};

} // namespace roundtrip
