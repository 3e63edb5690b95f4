#include "core/web/flask_map.h"

#include <algorithm>
#include <utility>

namespace roundtrip {

using http::Method;

namespace {

constexpr std::size_t kMostSteps = 20000; // states entered for one path

std::vector<std::string_view> cutAtSlashes(std::string_view path) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto slash = path.find('/');
        parts.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos)
            return parts;
        path = path.substr(slash + 1);
    }
}

/// Two slashes become one, so three become two: re.sub("/{2,}?", "/", path).
std::string merged(std::string_view path) {
    std::string result;
    for (std::size_t i = 0; i < path.size(); ++i) {
        result += path[i];
        i += path.substr(i, 2) == "//" ? 1 : 0;
    }
    return result;
}

} // namespace

struct FlaskMap::Walk {
    std::optional<Method> method;
    std::string_view path;
    std::vector<std::string_view> parts;
    Result result;
    bool slashRequired = false;
    std::size_t steps = 0;
};

FlaskMap::FlaskMap(const std::vector<RouteEntry>& routes, bool mergeSlashes)
    : mergeSlashes_(mergeSlashes) {
    for (std::size_t i = 0; i < routes.size(); ++i)
        add(i, routes[i]);
}

void FlaskMap::add(std::size_t index, const RouteEntry& route) {
    Rule rule{{route.methods.begin(), route.methods.end()}, route.strictSlashes};
    if (rule.methods.empty())
        rule.methods.insert(Method::get);
    if (rule.methods.contains(Method::get))
        rule.methods.insert(Method::head);
    rule.methods.insert(Method::options);
    rules_.push_back(std::move(rule));
    State* state = &root_;
    const auto rewritten = mergeSlashes_ ? RoutePattern::parse(merged(route.pattern.text()))
                                         : tl::expected<RoutePattern, Error>(route.pattern);
    for (const FlaskPart& part : (rewritten ? *rewritten : route.pattern).flaskParts())
        state = &follow(*state, part);
    state->rules.push_back(index);
}

FlaskMap::State& FlaskMap::follow(State& state, const FlaskPart& part) {
    if (part.isStatic) {
        auto& next = state.literals[part.content];
        if (!next)
            next = std::make_unique<State>();
        return *next;
    }
    const auto known = std::ranges::find(state.converters, part, &State::Converter::part);
    if (known != state.converters.end())
        return *known->next;
    // The whole rule has been compiled, so its parts are good.
    auto regex = LinearRegex::parse(part.content, {});
    const auto weightOf = [](const State::Converter& converter) { return converter.part.weight; };
    const auto place =
        std::ranges::upper_bound(state.converters, part.weight, std::less<>(), weightOf);
    const auto added = state.converters.insert(
        place, {part, regex ? std::move(*regex) : LinearRegex(), std::make_unique<State>()});
    return *added->next;
}

bool FlaskMap::take(const std::vector<std::size_t>& rules, bool onlyLoose, Walk& walk) const {
    for (const std::size_t index : rules) {
        const Rule& rule = rules_[index];
        if (onlyLoose && rule.strictSlashes)
            continue;
        if (walk.method && rule.methods.contains(*walk.method)) {
            walk.result.route = index;
            return true;
        }
        for (const Method method : rule.methods)
            walk.result.others.emplace(toString(method));
    }
    return false;
}

bool FlaskMap::atEnd(const State& state, Walk& walk) const {
    if (take(state.rules, false, walk))
        return true;
    const auto slash = state.literals.find("");
    if (slash == state.literals.end())
        return false;
    for (const std::size_t index : slash->second->rules) {
        if (!walk.method || !rules_[index].methods.contains(*walk.method))
            continue;
        walk.slashRequired = rules_[index].strictSlashes;
        if (!walk.slashRequired)
            walk.result.route = index;
        return true;
    }
    return false;
}

bool FlaskMap::walk(const State& state, std::size_t part, Walk& walk) const {
    if (++walk.steps > kMostSteps)
        return false;
    if (part == walk.parts.size())
        return atEnd(state, walk);
    const auto literal = state.literals.find(walk.parts[part]);
    if (literal != state.literals.end() && this->walk(*literal->second, part + 1, walk))
        return true;
    if (walkConverters(state, part, walk))
        return true;
    const bool onlySlashLeft = part + 1 == walk.parts.size() && walk.parts[part].empty();
    return onlySlashLeft && take(state.rules, true, walk);
}

bool FlaskMap::walkConverters(const State& state, std::size_t part, Walk& walk) const {
    for (const State::Converter& converter : state.converters) {
        std::string_view target = walk.parts[part];
        std::size_t next = part + 1;
        if (converter.part.isFinal) {
            target = walk.path.substr(static_cast<std::size_t>(target.data() - walk.path.data()));
            next = walk.parts.size();
        }
        const auto match = converter.regex.match(target);
        if (!match)
            continue;
        const std::size_t before = walk.result.values.size();
        for (const auto& group : match->groups) {
            const auto [begin, end] = group.value_or(std::pair<std::size_t, std::size_t>());
            walk.result.values.emplace_back(target.substr(begin, end - begin));
        }
        if (this->walk(*converter.next, next, walk))
            return true;
        walk.result.values.resize(before);
    }
    return false;
}

FlaskMap::Result FlaskMap::match(std::optional<Method> method, std::string_view path) const {
    const auto attempt = [&](std::string_view text, Walk& walk) {
        walk.method = method;
        walk.path = text;
        walk.parts = cutAtSlashes(text);
        const bool found = this->walk(root_, 0, walk);
        if (walk.slashRequired)
            walk.result.redirect = std::string(text) + "/";
        return found;
    };
    Walk first;
    if (attempt(path, first) || !mergeSlashes_)
        return std::move(first.result);
    const std::string mergedPath = merged(path);
    if (mergedPath == path)
        return std::move(first.result);
    Walk second;
    if (attempt(mergedPath, second) && !second.slashRequired)
        return {std::nullopt, {}, mergedPath, {}};
    second.result.others.merge(first.result.others);
    return std::move(second.result);
}

} // namespace roundtrip
