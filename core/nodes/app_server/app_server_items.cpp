#include "core/kernel/placeholders.h"
#include "core/kernel/quantity.h"
#include "core/nodes/app_server/app_server.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

using items::ItemReply;
using items::ItemRequest;
using Json = nlohmann::json;

/// What a client hands back as text is read; without one the first page is asked for.
Json startKeyOf(const Json& given) {
    const Json key =
        given.is_string() ? Json::parse(given.get<std::string>(), nullptr, false) : given;
    return key.is_object() && !key.empty() ? key : Json();
}

ItemRequest filledInRequest(const HandlerBlock::ItemCall& call, const Json& values) {
    ItemRequest request;
    request.operation = call.operation;
    request.table = call.table;
    request.item = filledInJson(call.item, values);
    request.key = filledInJson(call.key, values);
    request.condition = call.condition;
    request.update = call.update;
    request.keyCondition = call.keyCondition;
    request.filter = call.filter;
    request.names = call.names;
    request.values = filledInJson(call.values, values);
    request.startKey = startKeyOf(filledInJson(call.startKey, values));
    request.limit = call.limit;
    request.isBackward = call.isBackward;
    request.isConsistent = call.isConsistent;
    return request;
}

/// A page as the API's answer has it, without the types.
Json pageOf(const ItemReply& reply) {
    Json page{
        {"Items", reply.items}, {"Count", reply.items.size()}, {"ScannedCount", reply.examined}};
    if (!reply.lastEvaluatedKey.is_null()) {
        page["LastEvaluatedKey"] = reply.lastEvaluatedKey;
    }
    return page;
}

int statusOf(const ItemReply& reply) {
    if (reply.isThrottled()) {
        return 503;
    }
    return reply.exception == "ConditionalCheckFailedException" ? 409 : 500;
}

} // namespace

Task<> AppServer::askItems(const HandlerBlock& block, Handling& handling) {
    if (!port("items").isConnected()) {
        fail(handling, 500, "no-partitioned-table");
        co_return;
    }
    const ItemRequest request = filledInRequest(block.items, handling.values);
    Task<ItemAnswer> sending = sendItems(block, request, handling);
    const ItemAnswer answer = co_await sending;
    takeItems(block, request, answer, handling);
}

/// Exponential backoff with full jitter, as the AWS SDKs have it ("Retry behavior", AWS SDKs and
/// Tools Reference Guide): a random part of a limit that doubles, of 20 seconds at most.
Task<ItemAnswer> AppServer::sendItems(const HandlerBlock& block, items::ItemRequest request,
                                      Handling& handling) {
    const SimTime longest = SimTime::seconds(20);
    SimTime limit = std::min(block.backoff, longest);
    for (int attempt = 1;; ++attempt) {
        Task<Message> call = port("items").call(ask(handling, request));
        Message answer = co_await call;
        auto& given = std::get<ItemAnswer>(answer.payload);
        if (!given.reply.isThrottled() || attempt > block.retries) {
            co_return std::move(given);
        }
        const SimTime pause = SimTime::fromSeconds(limit.toSeconds() * jitter_.uniform());
        limit = std::min(limit * 2, longest);
        pass(handling, "items", fmt::format("again\n{}\n{}", attempt + 1, durationText(pause)));
        co_await simulation().delay(pause);
    }
}

void AppServer::takeItems(const HandlerBlock& block, const items::ItemRequest& request,
                          const ItemAnswer& answer, Handling& handling) {
    const ItemReply& reply = answer.reply;
    if (reply.isError()) {
        fail(handling, statusOf(reply), fmt::format("{}\n{}", reply.exception, reply.message));
        return;
    }
    Json value = Json::object();
    if (request.operation == "Query" || request.operation == "Scan") {
        value = pageOf(reply);
    } else if (request.operation == "PutItem") {
        value = request.item;
    } else if (!reply.items.empty()) {
        value = reply.items.front();
    } else if (request.operation == "GetItem") {
        fail(handling, 404, "no-item");
        return;
    }
    handling.result = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    handling.data[block.name] = std::move(value);
    handling.provenance = answer.provenance;
}

} // namespace roundtrip
