#include "core/web/handler_block.h"

#include "core/kernel/distribution_reader.h"
#include "core/kernel/json_object.h"
#include "core/kernel/placeholders.h"
#include "core/kernel/quantity.h"
#include "core/web/block_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace roundtrip {

namespace {

using Kind = HandlerBlock::Kind;

constexpr std::ptrdiff_t kDeepest = 64; // slashes in a block's pointer

const BlockForm* findForm(JsonObject& object) {
    const std::string name = object.requiredText("do");
    if (name.empty()) {
        return nullptr;
    }
    const BlockForm* form = findBlockForm(name);
    if (form == nullptr) {
        std::vector<std::string_view> names;
        std::ranges::transform(blockForms(), std::back_inserter(names), &BlockForm::name);
        object.report("unknown-block", {name, nearestWord(name, names)}, "do");
    }
    return form;
}

void checkMembers(JsonObject& object, const BlockForm& form) {
    std::vector<std::string_view> known{"do"};
    std::vector<std::string_view> required;
    const auto add = [&](const auto& member) {
        known.emplace_back(member.name);
        if (member.isRequired) {
            required.emplace_back(member.name);
        }
    };
    std::ranges::for_each(form.members, add);
    std::ranges::for_each(form.branches, add);
    object.allowOnly(known);
    for (const std::string_view name : required) {
        object.require(name);
    }
}

/// A span or the distribution of one.
Distribution readTime(JsonObject& object) {
    const nlohmann::json* time = object.find("time");
    if (time == nullptr || !time->is_object()) {
        return Distribution::constant(object.duration("time").value_or(SimTime()));
    }
    auto distribution = readDistribution(*time);
    if (!distribution) {
        object.report(distribution.error().code, distribution.error().args, "time");
    }
    return distribution.value_or(Distribution());
}

http::Headers readHeaders(JsonObject& object, Problems& problems) {
    http::Headers headers;
    const nlohmann::json* json = object.find("headers");
    if (json == nullptr) {
        return headers;
    }
    JsonObject fields(*json, object.pointerTo("headers"), problems);
    for (const auto& [name, value] : json->items()) {
        headers.set(name, fields.text(name));
    }
    return headers;
}

constexpr std::array<std::string_view, 2> kIssued{"session", "token"};
constexpr std::array<std::string_view, 6> kOperations{"list",    "create", "read",
                                                      "replace", "update", "destroy"};

void readSignIn(JsonObject& object, HandlerBlock& block) {
    block.issuesToken = object.choice("issue", {kIssued.begin(), kIssued.end()}, 0) == 1;
    block.column = object.text("column");
    block.hides = object.boolean("hides", false);
}

void readCall(JsonObject& object, HandlerBlock& block) {
    constexpr int kMostRetries = 20;
    block.to = object.text("to");
    block.target = object.text("target", "/");
    block.body = object.text("body");
    block.timeout = object.duration("timeout").value_or(SimTime());
    block.retries = static_cast<int>(object.integer("retries", 0, 0, kMostRetries));
    block.backoff = object.duration("backoff").value_or(SimTime::milliseconds(100));
    block.isIdempotent = object.boolean("idempotent", false);
    const std::string name = object.text("method", "GET");
    const auto method = http::parseMethod(name);
    if (!method) {
        object.report("bad-method", {name}, "method");
    }
    block.method = method.value_or(http::Method::get);
}

void readOauth(JsonObject& object, HandlerBlock& block) {
    block.to = object.text("provider");
    block.clientId = object.text("client_id");
    block.redirectUri = object.text("redirect_uri");
    block.scope = object.text("scope", "openid");
    block.provesItself = object.boolean("pkce", true);
}

void readData(JsonObject& object, HandlerBlock& block) {
    block.isPasted = object.boolean("paste", false);
    block.expression = object.text("expression");
    block.each = object.text("each");
    block.name = object.text("as", "result");
    block.templateName = object.text("template");
    block.model = object.text("model");
    if (block.kind != Kind::documents && block.kind != Kind::items) { // have their own operations
        block.operation = static_cast<HandlerBlock::Operation>(
            object.choice("operation", {kOperations.begin(), kOperations.end()}, 0));
    }
}

constexpr std::array<std::string_view, 7> kDocumentOperations{
    "find", "insertOne", "updateOne", "updateMany", "deleteOne", "deleteMany", "countDocuments"};

/// An object with texts to fill in; a text that is a single name stands for one.
nlohmann::json readPattern(JsonObject& object, std::string_view name) {
    const nlohmann::json* json = object.find(name);
    if (json == nullptr) {
        return nlohmann::json::object();
    }
    const bool isName = json->is_string() && startsWithPlaceholder(json->get<std::string>());
    if (!json->is_object() && !isName) {
        object.report("wrong-type", {std::string(name), "object"}, name);
    }
    return *json;
}

constexpr std::array<std::string_view, 6> kItemOperations{"GetItem",    "PutItem", "UpdateItem",
                                                          "DeleteItem", "Query",   "Scan"};

/// Tries again as the AWS SDKs do in their standard mode: three tries in all.
void readItems(JsonObject& object, HandlerBlock& block) {
    constexpr std::int64_t kMost = 1'000'000;
    constexpr int kRetries = 2;
    constexpr int kMostRetries = 20;
    HandlerBlock::ItemCall& call = block.items;
    call.operation = kItemOperations.at(
        object.choice("operation", {kItemOperations.begin(), kItemOperations.end()}, 0));
    call.table = object.text("table");
    call.item = readPattern(object, "item");
    call.key = readPattern(object, "key");
    call.condition = object.text("condition");
    call.update = object.text("update");
    call.keyCondition = object.text("key_condition");
    call.filter = object.text("filter");
    call.names = readPattern(object, "names");
    call.values = readPattern(object, "values");
    if (object.find("start_key") != nullptr) {
        call.startKey = readPattern(object, "start_key");
    }
    call.limit = object.integer("limit", 0, 0, kMost);
    call.isBackward = object.boolean("backward", false);
    call.isConsistent = object.boolean("consistent", false);
    block.retries = static_cast<int>(object.integer("retries", kRetries, 0, kMostRetries));
    block.backoff = object.duration("backoff").value_or(SimTime::milliseconds(50));
}

void readStores(JsonObject& object, HandlerBlock& block) {
    constexpr std::int64_t kMost = 1'000'000;
    if (block.kind == Kind::keys) {
        block.command = object.texts("command");
    }
    if (block.kind == Kind::items) {
        readItems(object, block);
    }
    if (block.kind != Kind::documents) {
        return;
    }
    HandlerBlock::DocumentCall& call = block.documents;
    call.collection = object.text("collection");
    call.operation = kDocumentOperations.at(
        object.choice("operation", {kDocumentOperations.begin(), kDocumentOperations.end()}, 0));
    call.filter = readPattern(object, "filter");
    call.update = readPattern(object, "update");
    call.projection = readPattern(object, "projection");
    if (const nlohmann::json* sort = object.find("sort")) {
        call.sort = *sort;
        const bool isList = sort->is_array() && std::ranges::all_of(*sort, [](const auto& part) {
                                return part.is_object();
                            });
        if (!sort->is_object() && !isList) {
            object.report("wrong-type", {"sort", "object"}, "sort");
        }
    }
    call.skip = object.integer("skip", 0, 0, kMost);
    call.limit = object.integer("limit", 0, 0, kMost);
}

void readBreaker(JsonObject& object, HandlerBlock& block, Problems& problems) {
    constexpr int kMost = 100'000;
    const nlohmann::json* json = object.find("breaker");
    if (json == nullptr) {
        return;
    }
    JsonObject rule(*json, object.pointerTo("breaker"), problems);
    rule.allowOnly({"failures", "window", "open", "trials"});
    block.breaker.failures = static_cast<int>(rule.integer("failures", 5, 1, kMost));
    block.breaker.window = rule.duration("window").value_or(SimTime());
    block.breaker.openFor = rule.duration("open").value_or(SimTime::seconds(30));
    block.breaker.trials = static_cast<int>(rule.integer("trials", 1, 1, kMost));
}

void readTaskBlock(JsonObject& object, HandlerBlock& block) {
    if (block.kind == Kind::taskStatus) {
        block.key = object.text("id");
    } else {
        block.to = object.text("task");
        block.arguments = readPattern(object, "arguments");
        block.delay = object.duration("delay").value_or(SimTime());
        const nlohmann::json* priority = object.find("priority");
        if (priority != nullptr && priority->is_number_integer()) {
            block.priority = priority->dump();
        } else {
            block.priority = object.text("priority", "0");
        }
    }
    block.name = object.text("as", "task");
}

constexpr std::array<std::string_view, 5> kIsolations{
    "default", "read_uncommitted", "read_committed", "repeatable_read", "serializable"};
constexpr std::array<const char*, 5> kIsolationNames{"", "READ UNCOMMITTED", "READ COMMITTED",
                                                     "REPEATABLE READ", "SERIALIZABLE"};

void readTransaction(JsonObject& object, HandlerBlock& block) {
    block.isolation =
        kIsolationNames.at(object.choice("isolation", {kIsolations.begin(), kIsolations.end()}, 0));
    block.writesAtOnce = object.boolean("immediate", false);
}

void readLoop(JsonObject& object, HandlerBlock& block) {
    block.rows = object.text("rows");
    block.times = static_cast<int>(object.integer("times", 1, 1, HandlerBlock::kMostRounds));
    if (block.kind == Kind::forEach || block.kind == Kind::repeat) {
        block.name = object.text("as", block.kind == Kind::forEach ? "item" : "round");
    }
}

void readWhen(JsonObject& object, HandlerBlock& block) {
    // of "items" it is an expression of the table's own
    if (block.kind != Kind::when || object.find("condition") == nullptr) {
        return;
    }
    auto condition = BlockCondition::parse(object.text("condition"));
    if (!condition) {
        object.report(condition.error().code, condition.error().args, "condition");
        return;
    }
    block.condition = std::move(*condition);
}

void readBranches(JsonObject& object, const BlockForm& form, HandlerBlock& block,
                  Problems& problems) {
    for (const BlockBranch& branch : form.branches) {
        if (const nlohmann::json* blocks = object.find(branch.name)) {
            auto& place = branch.name == "otherwise" ? block.otherwise : block.inside;
            place = readHandler(*blocks, object.pointerTo(branch.name), problems);
        }
    }
}

HandlerBlock readBlock(const nlohmann::json& json, const std::string& pointer, Problems& problems) {
    HandlerBlock block;
    JsonObject object(json, pointer, problems);
    const BlockForm* form = findForm(object);
    if (form == nullptr) {
        return block;
    }
    block.kind = form->kind;
    checkMembers(object, *form);
    if (block.kind != Kind::items) { // there it is an object
        block.key = object.text("key");
    }
    block.sql = object.text("sql");
    block.time = readTime(object);
    block.ttl =
        object.duration(block.kind == Kind::cacheGet ? "negative_ttl" : "ttl").value_or(SimTime());
    if (const nlohmann::json* value = object.find("value")) {
        block.value = *value;
    }
    block.isSingleFlight = object.boolean("single_flight", false);
    block.status = static_cast<int>(object.integer("status", 200, 100, 599));
    block.headers = readHeaders(object, problems);
    readSignIn(object, block);
    if (block.kind == Kind::oauthStart || block.kind == Kind::oauthFinish) {
        readOauth(object, block);
    } else if (block.kind != Kind::items) { // which tries again in another way
        readCall(object, block);
    }
    readData(object, block);
    readStores(object, block);
    readTransaction(object, block);
    readLoop(object, block);
    readWhen(object, block);
    readBreaker(object, block, problems);
    if (block.kind == Kind::enqueue || block.kind == Kind::taskStatus ||
        block.kind == Kind::runTask) {
        readTaskBlock(object, block);
    }
    readBranches(object, *form, block, problems);
    return block;
}

} // namespace

std::vector<HandlerBlock> readHandler(const nlohmann::json& json, const std::string& pointer,
                                      Problems& problems) {
    std::vector<HandlerBlock> blocks;
    if (std::ranges::count(pointer, '/') > kDeepest) {
        problems.push_back({"too-deep", {}, pointer});
        return blocks;
    }
    if (!json.is_array()) {
        problems.push_back({"not-an-array", {}, pointer});
        return blocks;
    }
    for (std::size_t i = 0; i < json.size(); ++i) {
        blocks.push_back(readBlock(json[i], fmt::format("{}/{}", pointer, i), problems));
    }
    return blocks;
}

std::string_view nameOf(HandlerBlock::Kind kind) {
    return formOf(kind).name;
}

} // namespace roundtrip
