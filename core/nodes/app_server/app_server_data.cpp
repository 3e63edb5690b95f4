#include "core/data/orm/query_runner.h"
#include "core/data/sqlite_values.h"
#include "core/http/form.h"
#include "core/nodes/app_server/program.h"
#include "core/nodes/app_server/resource.h"
#include "core/nodes/orm_rehearsal.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

bool isTransactionWord(const std::string& sql) {
    return sql == "BEGIN" || sql == "COMMIT" || sql == "ROLLBACK";
}

std::string reasonOf(const Error& error) {
    return fmt::format("{}{}{}", error.code, error.args.empty() ? "" : "\n",
                       fmt::join(error.args, "\n"));
}

std::string namesOf(const std::vector<RenderReport::Value>& values) {
    std::string text;
    for (const RenderReport::Value& value : values) {
        text += fmt::format("{}{}", text.empty() ? "" : "\n", value.expression);
    }
    return text;
}

std::int64_t numberIn(const Json& values, const char* name, std::int64_t fallback,
                      std::int64_t most) {
    const auto found = values.find(name);
    if (found == values.end() || !found->is_string()) {
        return fallback;
    }
    const auto& text = found->get_ref<const std::string&>();
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && number >= 1 ? std::min(number, most) : fallback;
}

} // namespace

tl::expected<const orm::CompiledQuery*, Error>
AppProgram::query(const std::string& expression) const {
    if (schema == nullptr) {
        return tl::unexpected(Error{"no-models", {}, {}});
    }
    auto found = queries.find(expression);
    if (found == queries.end()) {
        auto compiled =
            orm::parseQuery(expression).and_then([this](const orm::QueryExpression& parsed) {
                return orm::compile(*schema, parsed);
            });
        found = queries.emplace(expression, std::move(compiled)).first;
    }
    if (!found->second) {
        return tl::unexpected(found->second.error());
    }
    return &*found->second;
}

Task<tl::expected<nlohmann::ordered_json, Error>> AppServer::runOrm(const Program& program,
                                                                    std::string expression,
                                                                    std::string each,
                                                                    Handling& handling) {
    const auto query = program.query(expression);
    if (!query) {
        co_return tl::unexpected(query.error());
    }
    OrmRehearsal rehearsal;
    std::optional<OwnTransaction> own; // what the ORM begins by itself
    for (;;) {
        auto run = rehearsal.run([&](const orm::StatementSender& sender) {
            return each.empty() ? orm::run(sender, **query, handling.values)
                                : orm::runLazily(sender, **query, each, handling.values);
        });
        if (!rehearsal.asked()) {
            if (!run) {
                co_return tl::unexpected(run.error());
            }
            co_return std::move(run->result);
        }
        SqlCommand command = *rehearsal.asked();
        if (isTransactionWord(command.sql)) {
            Task<> steered = steerTransaction(command.sql, own, handling);
            co_await steered;
            if (handling.isAnswered) {
                co_return tl::unexpected(Error{"no-database", {}, {}});
            }
            rehearsal.answer({});
            continue;
        }
        if (recorder().keeps(handling.message.request)) {
            record(handling.message.request, handling.span,
                   ExpressionTranslated{.expression = text(expression), .sql = text(command.sql)});
        }
        Task<SqlReply> call = sendSql(std::move(command), handling);
        SqlReply reply = co_await call;
        if (handling.isAnswered) {
            co_return tl::unexpected(Error{"no-database", {}, {}});
        }
        if (!reply.error.empty()) {
            handling.isWorthAnotherTry = reply.isWorthAnotherTry;
            if (own) {
                Task<> undone = steerTransaction("ROLLBACK", own, handling);
                co_await undone;
            }
            co_return tl::unexpected(errorOfWords(reply.error));
        }
        handling.provenance.readAt = reply.provenance.readAt;
        handling.provenance.answeredBy = reply.provenance.answeredBy;
        std::ranges::move(reply.provenance.rows, std::back_inserter(handling.provenance.rows));
        rehearsal.answer(std::move(reply));
    }
}

Task<> AppServer::orm(const Program& program, const HandlerBlock& block, Handling& handling) {
    auto running = runOrm(program, block.expression, block.each, handling);
    auto result = co_await running;
    if (handling.isAnswered) {
        co_return;
    }
    if (!result) {
        fail(handling, result.error().code == "orm-does-not-exist" ? 404 : 500,
             reasonOf(result.error()));
        co_return;
    }
    handling.result = result->dump();
    handling.data[block.name] = *result;
}

void AppServer::render(const Program& program, const HandlerBlock& block, Handling& handling) {
    const auto found = program.templates.find(block.templateName);
    if (found == program.templates.end()) {
        fail(handling, 500, "template-not-found\n" + block.templateName);
        return;
    }
    if (!found->second) {
        fail(handling, 500, reasonOf(found->second.error()));
        return;
    }
    Json context = knownNames(handling);
    context["csrf_token"] = http::cookieOf(handling.request, "csrftoken");
    const bool isKept = recorder().keeps(handling.message.request);
    RenderReport report;
    auto page = found->second->render(context, isKept ? &report : nullptr);
    if (!page) {
        fail(handling, 500, reasonOf(page.error()));
        return;
    }
    if (isKept) {
        record(handling.message.request, handling.span,
               TemplateRendered{.name = text(block.templateName),
                                .escaped = text(namesOf(report.escaped)),
                                .raw = text(namesOf(report.unescaped)),
                                .bytes = static_cast<std::uint32_t>(page->size())});
    }
    handling.isAnswered = true;
    handling.response.status = block.status;
    handling.response.headers.set("Content-Type", "text/html; charset=utf-8");
    for (const auto& [name, value] : block.headers.fields()) {
        handling.response.headers.set(name, value);
    }
    handling.response.body = std::move(*page);
}

Task<> AppServer::resource(const Program& program, const HandlerBlock& block, Handling& handling) {
    const orm::Model* model =
        program.schema == nullptr ? nullptr : program.schema->model(block.model);
    if (model == nullptr) {
        fail(handling, 500, "no-models\n" + block.model);
        co_return;
    }
    const bool asksForVersion = handling.version && !handling.version->mediaType.empty();
    if (!asksForVersion &&
        !accepts(handling.request.headers.find("Accept").value_or(""), "application/json")) {
        refuse(handling, "resource", "not-acceptable", 406);
        co_return;
    }
    Task<> work = block.operation == HandlerBlock::Operation::list
                      ? listObjects(program, *model, handling)
                  : block.operation == HandlerBlock::Operation::create
                      ? createObject(program, *model, handling)
                      : workOnObject(program, *model, block.operation, handling);
    co_await work;
}

Task<> AppServer::listObjects(const Program& program, const orm::Model& model, Handling& handling) {
    constexpr std::int64_t kMostOnPage = 100;
    constexpr std::int64_t kUsualOnPage = 20;
    constexpr std::int64_t kLastPage = 1'000'000;
    const std::int64_t size = numberIn(handling.values, "per_page", kUsualOnPage, kMostOnPage);
    const std::int64_t page = numberIn(handling.values, "page", 1, kLastPage);
    auto counting = runOrm(program, model.name + ".objects.count()", {}, handling);
    const auto count = co_await counting;
    handling.values["from"] = (page - 1) * size;
    handling.values["to"] = page * size;
    auto reading =
        runOrm(program, model.name + ".objects.order_by(\"id\")[:from::to]", {}, handling);
    const auto rows = co_await reading;
    if (!count || !rows) {
        fail(handling, 500, reasonOf(!count ? count.error() : rows.error()));
        co_return;
    }
    const std::int64_t pages = (count->get<std::int64_t>() + size - 1) / size;
    const std::string path(http::pathOf(handling.request.target));
    std::string links; // RFC 8288
    const auto link = [&](std::int64_t number, const char* relation) {
        links += fmt::format("{}<{}?page={}&per_page={}>; rel=\"{}\"", links.empty() ? "" : ", ",
                             path, number, size, relation);
    };
    if (page > 1) {
        link(page - 1, "prev");
    }
    if (page < pages) {
        link(page + 1, "next");
    }
    if (!links.empty()) {
        handling.response.headers.set("Link", links);
    }
    handling.response.headers.set("X-Total-Count", count->dump());
    reply(handling, 200, *rows);
}

Task<> AppServer::createObject(const Program& program, const orm::Model& model,
                               Handling& handling) {
    const std::string key(handling.request.headers.find("Idempotency-Key").value_or(""));
    if (const auto known = created_.find(key); !key.empty() && known != created_.end()) {
        pass(handling, "idempotency", "known\n" + key);
        handling.isAnswered = true;
        handling.response = known->second;
        co_return;
    }
    const Json body = Json::parse(handling.request.body, nullptr, false);
    if (const auto problems = validate(model, body, false); !problems.empty()) {
        refuseFields(handling, problems);
        co_return;
    }
    auto creating = runOrm(
        program, fmt::format("{}.objects.create({})", model.name, assignmentsOf(model, body)), {},
        handling);
    const auto created = co_await creating;
    if (!created) {
        failToStore(handling, created.error());
        co_return;
    }
    reply(handling, 201, *created);
    handling.response.headers.set(
        "Location",
        fmt::format("{}/{}", http::pathOf(handling.request.target), (*created)["id"].dump()));
    handling.response.headers.set("ETag", entityTag(handling.response.body));
    if (!key.empty()) {
        created_.emplace(key, handling.response);
    }
}

Task<> AppServer::workOnObject(const Program& program, const orm::Model& model,
                               HandlerBlock::Operation operation, Handling& handling) {
    using Operation = HandlerBlock::Operation;
    const Json id = handling.values.value("id", Json());
    auto reading = runOrm(program, model.name + ".objects.get(pk=:id)", {}, handling);
    auto object = co_await reading;
    if (!object) {
        fail(handling, object.error().code == "orm-does-not-exist" ? 404 : 500,
             reasonOf(object.error()));
        co_return;
    }
    const std::string tag = entityTag(object->dump());
    if (operation == Operation::read) {
        answerWithTag(handling, *object, tag);
        co_return;
    }
    if (const auto wanted = handling.request.headers.find("If-Match");
        wanted && !namesTag(*wanted, tag, false)) {
        refuse(handling, "resource", "changed-meanwhile", 412);
        co_return;
    }
    std::string expression = model.name + ".objects.filter(pk=:id).delete()";
    if (operation != Operation::destroy) {
        const Json body = Json::parse(handling.request.body, nullptr, false);
        const auto problems = validate(model, body, operation == Operation::update);
        if (!problems.empty()) {
            refuseFields(handling, problems);
            co_return;
        }
        handling.values.update(body);
        handling.values["id"] = id;
        expression = fmt::format("{}.objects.filter(pk=:id).update({})", model.name,
                                 assignmentsOf(model, body));
        if (body.empty()) {
            answerWithTag(handling, *object, tag);
            co_return;
        }
    }
    auto writing = runOrm(program, expression, {}, handling);
    const auto written = co_await writing;
    if (!written) {
        failToStore(handling, written.error());
        co_return;
    }
    if (operation == Operation::destroy) {
        handling.isAnswered = true;
        handling.response.status = 204;
        co_return;
    }
    auto again = runOrm(program, model.name + ".objects.get(pk=:id)", {}, handling);
    const auto now = co_await again;
    if (now) {
        answerWithTag(handling, *now, entityTag(now->dump()));
    } else {
        fail(handling, 500, reasonOf(now.error()));
    }
}

void AppServer::answerWithTag(Handling& handling, const nlohmann::ordered_json& object,
                              const std::string& tag) {
    const auto known = handling.request.headers.find("If-None-Match");
    const bool isSame =
        known && http::isSafe(handling.request.method) && namesTag(*known, tag, true);
    handling.isAnswered = true;
    handling.response.status = isSame ? 304 : 200;
    handling.response.headers.set("ETag", tag);
    handling.response.headers.set("Content-Type", "application/json");
    handling.response.body = object.dump();
}

void AppServer::refuseFields(Handling& handling, const std::vector<FieldProblem>& problems) {
    constexpr int kUnprocessable = 422;
    std::string reason = "fields";
    for (const FieldProblem& problem : problems) {
        reason +=
            fmt::format("{}{}: {}", reason == "fields" ? "\n" : ", ", problem.field, problem.code);
    }
    refuse(handling, "resource", reason, kUnprocessable);
    handling.response.headers.set("Content-Type", "application/problem+json");
    handling.response.body = problemOf(kUnprocessable, problems).dump();
}

void AppServer::failToStore(Handling& handling, const Error& error) {
    const std::string reason = reasonOf(error);
    const bool isConflict = reason.find("UNIQUE") != std::string::npos ||
                            reason.find("FOREIGN KEY") != std::string::npos ||
                            error.code == "orm-protected";
    fail(handling, isConflict ? 409 : 500, reason);
}

} // namespace roundtrip
