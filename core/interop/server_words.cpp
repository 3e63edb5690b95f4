#include "core/interop/server_words.h"

#include "core/kernel/text.h"
#include "core/web/template_expression.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

namespace roundtrip {

namespace {

using Kind = HandlerBlock::Kind;
using Json = nlohmann::json;

/// Names that stand in a text behind a mark: `:id` in SQL.
std::vector<std::string> namesBehindColons(std::string_view sql) {
    std::vector<std::string> names;
    for (std::size_t at = sql.find(':'); at != std::string_view::npos; at = sql.find(':', at + 1)) {
        std::size_t end = at + 1;
        while (end < sql.size() && isWordLetter(sql[end])) {
            ++end;
        }
        const std::string name(sql.substr(at + 1, end - at - 1));
        if (!name.empty() && std::ranges::find(names, name) == names.end()) {
            names.push_back(name);
        }
    }
    return names;
}

std::string withDollarSigns(std::string sql, const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string mark = ":" + names[i];
        for (auto at = sql.find(mark); at != std::string::npos; at = sql.find(mark, at + 1)) {
            sql.replace(at, mark.size(), fmt::format("${}", i + 1));
        }
    }
    return sql;
}

std::string joined(const std::vector<std::string>& parts) {
    return fmt::format("{}", fmt::join(parts, ", "));
}

/// What those blocks are called in a program, the same in each language but for its case.
std::string_view functionOf(Kind kind) {
    switch (kind) {
    case Kind::signUp:
        return "create_account";
    case Kind::login:
        return "log_in";
    case Kind::logout:
        return "log_out";
    case Kind::refresh:
        return "refresh_token";
    case Kind::requireOwner:
        return "require_owner";
    case Kind::oauthStart:
        return "redirect_to_provider";
    case Kind::oauthFinish:
        return "log_in_with_code";
    case Kind::enqueue:
        return "queue_task";
    case Kind::runTask:
        return "run_task";
    case Kind::taskStatus:
        return "task_status";
    case Kind::cacheSet:
        return "cache.set";
    case Kind::cacheDelete:
        return "cache.delete";
    case Kind::compute:
        return "work";
    default:
        return nameOf(kind);
    }
}

/// Whether the condition has nothing but what every language can write in nearly the same way.
bool isPlain(const std::vector<std::string_view>& words) {
    return std::ranges::none_of(words, [](std::string_view word) {
        return word == "in" || word == "is" || word.find('|') != std::string_view::npos;
    });
}

/// A plain condition's words as operators.
std::string inJavaScript(const std::vector<std::string_view>& words) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kOperators{
        {{"and", "&&"}, {"or", "||"}, {"not", "!"}, {"==", "==="}, {"!=", "!=="}}};
    std::string code;
    for (const std::string_view word : words) {
        const auto* found =
            std::ranges::find(kOperators, word, [](const auto& pair) { return pair.first; });
        const bool isFirst = code.empty() || code.back() == '!';
        code += fmt::format("{}{}", isFirst ? "" : " ",
                            found == kOperators.end() ? word : found->second);
    }
    return code;
}

} // namespace

ServerWords::ServerWords(Framework framework, const Route& route)
    : framework_(framework), route_(route) {
    std::string_view rest = route.path;
    while (!rest.empty()) {
        const std::size_t at = rest.find_first_of("<:");
        Piece piece{.text = std::string(rest.substr(0, at)), .type = "str"};
        if (at == std::string_view::npos) {
            rest = {};
        } else if (rest[at] == '<') {
            std::string_view inside = rest.substr(at + 1);
            inside = cutPart(inside, '>');
            rest.remove_prefix(std::min(rest.size(), at + inside.size() + 2));
            if (inside.find(':') != std::string_view::npos) {
                piece.type = std::string(cutPart(inside, ':'));
            }
            piece.parameter = std::string(inside);
        } else {
            std::size_t end = at + 1;
            while (end < rest.size() && isWordLetter(rest[end])) {
                ++end;
            }
            piece.parameter = std::string(rest.substr(at + 1, end - at - 1));
            rest.remove_prefix(end);
        }
        pieces_.push_back(std::move(piece));
    }
}

bool ServerWords::isPython() const {
    return framework_ != Framework::express && framework_ != Framework::rails;
}

std::string ServerWords::quoted(std::string_view text) const {
    return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string ServerWords::path() const {
    std::string text;
    for (const Piece& piece : pieces_) {
        text += piece.text;
        if (piece.parameter.empty()) {
            continue;
        }
        text += isPython() ? fmt::format("<{}{}>", piece.type == "str" ? "" : piece.type + ":",
                                         piece.parameter)
                           : ":" + piece.parameter;
    }
    return text;
}

std::string ServerWords::functionName() const {
    std::string name;
    for (const Piece& piece : pieces_) {
        for (const char letter : piece.text + piece.parameter) {
            if (isWordLetter(letter)) {
                name += lowered(letter);
            } else if (!name.empty() && name.back() != '_') {
                name += '_';
            }
        }
    }
    while (name.ends_with('_')) {
        name.pop_back();
    }
    return name.empty() ? "home" : name;
}

std::string ServerWords::methodsOf(bool isLower) const {
    if (route_.methods.empty()) {
        return isLower ? "get" : "GET";
    }
    const std::string name(http::toString(route_.methods.front()));
    return isLower ? lowered(name) : name;
}

std::vector<std::string> ServerWords::guards() const {
    if (route_.access.isPublic()) {
        return {};
    }
    const auto& roles = route_.access.roles();
    switch (framework_) {
    case Framework::django:
        return {roles.empty() ? "@login_required"
                              : fmt::format("@role_required({})", quoted(joined(roles)))};
    case Framework::flask:
        return {roles.empty() ? "@login_required"
                              : fmt::format("@roles_required({})", quoted(joined(roles)))};
    case Framework::express:
        return {roles.empty() ? "requireSignedIn"
                              : fmt::format("requireRole({})", quoted(joined(roles)))};
    case Framework::rails:
        return {roles.empty() ? "before_action :require_login"
                              : fmt::format("before_action -> {{ require_role({}) }}",
                                            quoted(joined(roles)))};
    default:
        return {"user = user_of_cookie(request)  # by hand, in every function"};
    }
}

std::vector<std::string> ServerWords::headInPython() const {
    std::vector<std::string> lines;
    std::string arguments;
    for (const Piece& piece : pieces_) {
        arguments += piece.parameter.empty() ? "" : ", " + piece.parameter;
    }
    if (framework_ == Framework::none) {
        lines.push_back(fmt::format("if request.method == {} and request.path == {}:",
                                    quoted(methodsOf(false)), quoted(route_.path)));
        for (const std::string& guard : guards()) {
            lines.push_back("    " + guard);
        }
        return lines;
    }
    const std::string name = functionName();
    const std::vector<std::string> guard = guards();
    if (framework_ == Framework::django) {
        const std::string shown = path().substr(path().starts_with('/') ? 1 : 0);
        lines = {"# urls.py", fmt::format("path({}, views.{}),", quoted(shown), name), "",
                 "# views.py",
                 fmt::format("@require_http_methods([{}])", quoted(methodsOf(false)))};
        lines.insert(lines.end(), guard.begin(), guard.end());
        lines.push_back(fmt::format("def {}(request{}):", name, arguments));
        return lines;
    }
    lines = {fmt::format("@app.{}({})", methodsOf(true), quoted(path()))};
    lines.insert(lines.end(), guard.begin(), guard.end());
    lines.push_back(
        fmt::format("def {}({}):", name, arguments.empty() ? arguments : arguments.substr(2)));
    return lines;
}

std::vector<std::string> ServerWords::head() const {
    if (isPython()) {
        return headInPython();
    }
    const std::vector<std::string> guard = guards();
    if (framework_ == Framework::express) {
        return {fmt::format("app.{}({}, {}async (req, res) => {{", methodsOf(true), quoted(path()),
                            guard.empty() ? "" : guard.front() + ", ")};
    }
    const std::string name = functionName();
    std::vector<std::string> lines{
        "# config/routes.rb",
        fmt::format("{} {}, to: {}", methodsOf(true), quoted(path()), quoted("shop#" + name)), "",
        "# app/controllers/shop_controller.rb"};
    for (const std::string& line : guard) {
        lines.push_back(fmt::format("{}, only: :{}", line, name));
    }
    lines.push_back("def " + name);
    return lines;
}

std::vector<std::string> ServerWords::foot() const {
    switch (framework_) {
    case Framework::express:
        return {"});"};
    case Framework::rails:
        return {"end"};
    default:
        return {};
    }
}

int ServerWords::bodyDepth() const {
    return 1;
}

std::string ServerWords::value(std::string_view name) const {
    const bool isOfPath = std::ranges::any_of(
        pieces_, [name](const Piece& piece) { return piece.parameter == name; });
    switch (framework_) {
    case Framework::express:
        return fmt::format("req.{}.{}", isOfPath ? "params" : "body", name);
    case Framework::rails:
        return fmt::format("params[:{}]", name);
    case Framework::django:
        return isOfPath ? std::string(name) : fmt::format("request.POST[{}]", quoted(name));
    case Framework::flask:
        return isOfPath ? std::string(name) : fmt::format("request.form[{}]", quoted(name));
    default:
        return isOfPath ? std::string(name) : fmt::format("fields[{}]", quoted(name));
    }
}

std::string ServerWords::filled(std::string_view text) const {
    if (text.find('{') == std::string_view::npos) {
        return quoted(text);
    }
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t end = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
        if (end == std::string_view::npos) {
            result += text[at];
            continue;
        }
        std::string inside = value(text.substr(at + 1, end - at - 1));
        std::ranges::replace(inside, '"', '\'');
        result += framework_ == Framework::express ? fmt::format("${{{}}}", inside)
                  : framework_ == Framework::rails ? fmt::format("#{{{}}}", inside)
                                                   : fmt::format("{{{}}}", inside);
        at = end;
    }
    return framework_ == Framework::express ? fmt::format("`{}`", result)
           : framework_ == Framework::rails ? fmt::format("\"{}\"", result)
                                            : fmt::format("f\"{}\"", result);
}

std::string ServerWords::assign(const std::string& name, const std::string& code,
                                bool isNew) const {
    const bool isDeclared = isNew && framework_ == Framework::express;
    return statement(fmt::format("{}{} = {}", isDeclared ? "let " : "", name, code));
}

std::string ServerWords::statement(const std::string& code) const {
    return framework_ == Framework::express && !code.ends_with(';') ? code + ";" : code;
}

bool ServerWords::finds(HandlerBlock::Kind kind) {
    return kind == Kind::call || kind == Kind::keys || kind == Kind::documents ||
           kind == Kind::items;
}

std::string ServerWords::awaited(const std::string& code) const {
    const bool isNeeded = framework_ == Framework::express && !code.starts_with("await ");
    return isNeeded ? "await " + code : code;
}

std::string ServerWords::call(const std::string& function, const std::string& arguments) const {
    if (framework_ == Framework::rails && function.starts_with("cache.")) {
        return fmt::format("Rails.{}({})",
                           function == "cache.get"   ? "cache.read"
                           : function == "cache.set" ? "cache.write"
                                                     : function,
                           arguments);
    }
    return awaited(fmt::format("{}({})", function, arguments));
}

std::string ServerWords::ifMissing(const std::string& name) const {
    switch (framework_) {
    case Framework::express:
        return fmt::format("if ({} === undefined) {{", name);
    case Framework::rails:
        return fmt::format("if {}.nil?", name);
    default:
        return fmt::format("if {} is None:", name);
    }
}

std::string ServerWords::ifHolds(const std::string& condition) const {
    const auto words = splitTemplateTag(condition);
    const std::string code =
        isPlain(words) ? condition : fmt::format("holds({})", quoted(condition));
    switch (framework_) {
    case Framework::express:
        return fmt::format("if ({}) {{", isPlain(words) ? inJavaScript(words) : code);
    case Framework::rails:
        return fmt::format("if {}", code);
    default:
        return fmt::format("if {}:", code);
    }
}

std::string_view ServerWords::ifNot() const {
    switch (framework_) {
    case Framework::express:
        return "} else {";
    case Framework::rails:
        return "else";
    default:
        return "else:";
    }
}

std::string ServerWords::forEach(const std::string& name, const std::string& rows) const {
    switch (framework_) {
    case Framework::express:
        return fmt::format("for (const {} of {}) {{", name, rows);
    case Framework::rails:
        return fmt::format("{}.each do |{}|", rows, name);
    default:
        return fmt::format("for {} in {}:", name, rows);
    }
}

std::string ServerWords::repeat(const std::string& name, int times) const {
    switch (framework_) {
    case Framework::express:
        return fmt::format("for (let {0} = 1; {0} <= {1}; {0} += 1) {{", name, times);
    case Framework::rails:
        return fmt::format("(1..{}).each do |{}|", times, name);
    default:
        return fmt::format("for {} in range(1, {}):", name, times + 1);
    }
}

std::string ServerWords::beginTransaction() const {
    switch (framework_) {
    case Framework::express:
        return "await prisma.$transaction(async (tx) => {";
    case Framework::rails:
        return "ActiveRecord::Base.transaction do";
    case Framework::django:
        return "with transaction.atomic():";
    case Framework::flask:
        return "with db.session.begin():";
    default:
        return "with connection:  # commits, or rolls back";
    }
}

std::string_view ServerWords::transactionEnd() const {
    return framework_ == Framework::express ? "});" : blockEnd();
}

std::string_view ServerWords::blockEnd() const {
    switch (framework_) {
    case Framework::express:
        return "}";
    case Framework::rails:
        return "end";
    default:
        return {};
    }
}

std::string ServerWords::query(const std::string& sql, bool isPasted) const {
    std::vector<std::string> names = namesBehindColons(sql);
    std::vector<std::string> values;
    for (const std::string& name : names) {
        values.push_back(isPython() ? fmt::format("{}: {}", quoted(name), value(name))
                                    : value(name));
    }
    if (isPasted) {
        return call(framework_ == Framework::express ? "prisma.$queryRawUnsafe" : "db.execute",
                    filled(sql) + (isPython() ? "  # never paste" : ""));
    }
    switch (framework_) {
    case Framework::express:
        return fmt::format("await prisma.$queryRawUnsafe({}{}{})",
                           quoted(withDollarSigns(sql, names)), values.empty() ? "" : ", ",
                           joined(values));
    case Framework::rails: {
        std::vector<std::string> members;
        for (const std::string& name : names) {
            members.push_back(fmt::format("{}: {}", name, value(name)));
        }
        return fmt::format("Record.find_by_sql([{}{}{}])", quoted(sql), members.empty() ? "" : ", ",
                           joined(members));
    }
    default:
        return values.empty() ? fmt::format("db.execute({})", quoted(sql))
                              : fmt::format("db.execute({}, {{{}}})", quoted(sql), joined(values));
    }
}

std::string ServerWords::answer(const std::string& name, int status) const {
    const bool isUsual = status == 200;
    switch (framework_) {
    case Framework::express:
        return isUsual ? fmt::format("res.json({});", name)
                       : fmt::format("res.status({}).json({});", status, name);
    case Framework::rails:
        return isUsual ? fmt::format("render json: {}", name)
                       : fmt::format("render json: {}, status: {}", name, status);
    case Framework::django:
        return isUsual
                   ? fmt::format("return JsonResponse({}, safe=False)", name)
                   : fmt::format("return JsonResponse({}, safe=False, status={})", name, status);
    case Framework::flask:
        return isUsual ? fmt::format("return jsonify({})", name)
                       : fmt::format("return jsonify({}), {}", name, status);
    default:
        return fmt::format("return http_text({}, json.dumps({}))", status, name);
    }
}

std::string ServerWords::render(const std::string& templateName,
                                const std::set<std::string>& values) const {
    const std::string file = quoted(templateName);
    const auto listed = [&values](const char* pattern) {
        std::string list;
        for (const std::string& name : values) {
            list += ", " + fmt::format(fmt::runtime(pattern), fmt::arg("name", name));
        }
        return list;
    };
    const auto inBraces = [&listed](const char* pattern, const char* space) {
        const std::string list = listed(pattern);
        return list.empty() ? list : fmt::format(", {{{0}{1}{0}}}", space, list.substr(2));
    };
    switch (framework_) {
    case Framework::express:
        return fmt::format("res.render({}{});", file, inBraces("{name}", " "));
    case Framework::rails:
        return fmt::format("render template: {}", file);
    case Framework::django:
        return fmt::format("return render(request, {}{})", file,
                           inBraces("\"{name}\": {name}", ""));
    case Framework::flask:
        return fmt::format("return render_template({}{})", file, listed("{name}={name}"));
    default:
        return fmt::format("return http_text(200, fill_in({}{}))", file, listed("{name}={name}"));
    }
}

std::string ServerWords::other(const HandlerBlock& block) const {
    std::vector<std::string> arguments;
    if (!block.key.empty()) {
        arguments.push_back(filled(block.key));
    }
    if (!block.to.empty()) {
        arguments.push_back(quoted(block.to));
    }
    if (block.kind == Kind::call) {
        arguments.push_back(filled(block.target));
    }
    if (!block.column.empty()) {
        arguments.push_back(quoted(block.column));
    }
    if (!block.model.empty()) {
        arguments.push_back(quoted(block.model));
    }
    if (!block.documents.collection.empty()) {
        arguments.push_back(quoted(block.documents.collection));
        arguments.push_back(quoted(block.documents.operation));
    }
    for (const std::string& word : block.command) {
        arguments.push_back(filled(word));
    }
    if (block.kind == Kind::cacheSet) {
        arguments.emplace_back("result");
    }
    return call(std::string(functionOf(block.kind)), joined(arguments));
}

} // namespace roundtrip
