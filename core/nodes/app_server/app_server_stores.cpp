#include "core/kernel/placeholders.h"
#include "core/nodes/app_server/app_server.h"

#include <utility>

namespace roundtrip {

namespace {

/// A reply as later blocks and the client see it: nil is null, a list is a list.
nlohmann::json valueOf(const KeyValueReply& reply) {
    using Kind = KeyValueReply::Kind;
    if (reply.kind == Kind::nil) {
        return nullptr;
    }
    if (reply.kind == Kind::integer) {
        return reply.number;
    }
    if (reply.kind != Kind::array) {
        return reply.text;
    }
    nlohmann::json list = nlohmann::json::array();
    for (const KeyValueReply& element : reply.elements) {
        list.push_back(valueOf(element));
    }
    return list;
}

/// Bytes that are no UTF-8 are shown as replacement characters.
template <class Json>
std::string textOf(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

nlohmann::ordered_json sortOf(const nlohmann::json& sort) {
    nlohmann::ordered_json order = nlohmann::ordered_json::object();
    for (const nlohmann::json& part : sort.is_array() ? sort : nlohmann::json::array({sort})) {
        if (part.is_object()) {
            order.update(nlohmann::ordered_json(part));
        }
    }
    return order;
}

} // namespace

Task<> AppServer::askKeys(const HandlerBlock& block, Handling& handling) {
    if (!port("keys").isConnected()) {
        fail(handling, 500, "no-key-value-store");
        co_return;
    }
    KeyCommand command;
    for (const std::string& word : block.command) {
        command.words.push_back(filledIn(word, handling.values));
    }
    Task<Message> call = port("keys").call(ask(handling, std::move(command)));
    Message answer = co_await call;
    auto& reply = std::get<KeyReply>(answer.payload);
    if (reply.reply.isError()) {
        fail(handling, 500, reply.reply.text);
        co_return;
    }
    const nlohmann::json value = valueOf(reply.reply);
    handling.data[block.name] = value;
    handling.result = textOf(value);
    handling.provenance = std::move(reply.provenance);
}

Task<> AppServer::askDocuments(const HandlerBlock& block, Handling& handling) {
    if (!port("documents").isConnected()) {
        fail(handling, 500, "no-document-store");
        co_return;
    }
    const HandlerBlock::DocumentCall& asked = block.documents;
    DocumentCommand command{.collection = asked.collection,
                            .operation = asked.operation,
                            .filter = filledInJson(asked.filter, handling.values),
                            .update = filledInJson(asked.update, handling.values),
                            .sort = sortOf(asked.sort),
                            .projection = filledInJson(asked.projection, handling.values),
                            .skip = asked.skip,
                            .limit = asked.limit};
    Task<Message> call = port("documents").call(ask(handling, std::move(command)));
    Message answer = co_await call;
    takeDocuments(block, handling, std::move(std::get<DocumentReply>(answer.payload)));
}

void AppServer::takeDocuments(const HandlerBlock& block, Handling& handling, DocumentReply reply) {
    const std::string& operation = block.documents.operation;
    if (!reply.error.empty()) {
        fail(handling, reply.error.starts_with("doc-duplicate-key") ? 409 : 500, reply.error);
    } else if (reply.count == 0 && operation != "countDocuments") {
        fail(handling, 404, "no-document");
    } else if (reply.documents.empty()) {
        const nlohmann::json counted = {{"count", reply.count}};
        handling.data[block.name] = counted;
        handling.result = counted.dump();
    } else {
        handling.data[block.name] = reply.documents;
        handling.result =
            textOf(reply.documents.size() == 1 ? reply.documents[0] : reply.documents);
        handling.provenance = std::move(reply.provenance);
    }
}

} // namespace roundtrip
