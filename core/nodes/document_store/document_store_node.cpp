#include "core/nodes/document_store/document_store_node.h"

#include "core/kernel/json_object.h"
#include "core/kernel/text_marker.h"

#include <fmt/format.h>

#include <utility>

namespace roundtrip {

namespace {

constexpr std::size_t kDocumentsGauge = 0;

std::string reasonOf(const Error& error) {
    return fmt::format("{}\n{}", error.code, fmt::join(error.args, "\n"));
}

Problem below(const Error& error, std::string place) {
    return {error.code, error.args, std::move(place)};
}

/// {"users": [{"name": "Ada"}]}
Problems fillCollections(DocumentStore& store, const nlohmann::json& collections) {
    if (!collections.is_object()) {
        return {{"not-an-object", {}, ""}};
    }
    Problems problems;
    for (const auto& [name, documents] : collections.items()) {
        if (!documents.is_array()) {
            problems.push_back({"not-an-array", {}, "/" + name});
            continue;
        }
        for (std::size_t i = 0; i < documents.size(); ++i) {
            const auto inserted = store.insert(name, documents[i]);
            if (!inserted) {
                problems.push_back(below(inserted.error(), fmt::format("/{}/{}", name, i)));
            }
        }
    }
    return problems;
}

/// [{"collection": "users", "field": "email", "unique": true}]
Problems makeIndexes(DocumentStore& store, const nlohmann::json& indexes) {
    if (!indexes.is_array()) {
        return {{"not-an-array", {}, ""}};
    }
    Problems problems;
    for (std::size_t i = 0; i < indexes.size(); ++i) {
        const std::string place = fmt::format("/{}", i);
        JsonObject object(indexes[i], place, problems);
        object.allowOnly({"collection", "field", "unique"});
        const std::string collection = object.requiredText("collection");
        const std::string field = object.requiredText("field");
        const auto made = store.createIndex(collection, field, object.boolean("unique", false));
        if (!made) {
            problems.push_back(below(made.error(), place));
        }
    }
    return problems;
}

Problems checkDocuments(const nlohmann::json& value) {
    DocumentStore store;
    return fillCollections(store, value);
}

Problems checkIndexes(const nlohmann::json& value) {
    DocumentStore store;
    return makeIndexes(store, value);
}

/// Unique indexes on documents that are not.
Problems checkTogether(const nlohmann::json& parameters) {
    DocumentStore store;
    const nlohmann::json documents = memberOf(parameters, "documents");
    const nlohmann::json indexes = memberOf(parameters, "indexes");
    if (documents.is_null() || indexes.is_null() || !fillCollections(store, documents).empty()) {
        return {};
    }
    Problems problems;
    for (const Problem& problem : makeIndexes(store, indexes)) {
        if (problem.code == "doc-duplicate-key") {
            problems.push_back(below(problem, "/indexes" + problem.where));
        }
    }
    return problems;
}

} // namespace

DocumentStoreNode::DocumentStoreNode(const NodeKind& kind, RunContext& context, NodeSetup setup)
    : Node(kind, context, std::move(setup)) {
    (void)fillCollections(store_, values().value("documents")); // checked with the scene
    (void)makeIndexes(store_, values().value("indexes"));
    port("clients").setReceiver(
        [this](Message message) { simulation().spawn(serve(std::move(message))); });
}

Process DocumentStoreNode::serve(Message message) {
    const auto& command = std::get<DocumentCommand>(message.payload);
    const SpanId span = beginSpan(message);
    DocumentStore::Outcome outcome = execute(command);
    const std::int64_t examined = outcome ? outcome->plan.docsExamined : 0;
    co_await busyFor(values().duration("base_time") +
                     values().duration("time_per_document") * examined);
    recordOutcome(outcome, message.request, span);
    showDocuments();
    DocumentReply reply;
    reply.provenance = {now(), {}, id()};
    if (outcome) {
        reply.count = outcome->count;
        reply.documents = outcome->documents;
    } else {
        reply.error = reasonOf(outcome.error());
    }
    endSpan(message.request, span, !outcome);
    port("clients").reply(message, span, std::move(reply));
}

DocumentStore::Outcome DocumentStoreNode::execute(const DocumentCommand& command) {
    const std::string& operation = command.operation;
    if (operation == "insertOne") {
        return store_.insert(command.collection, command.update);
    }
    const bool onlyFirst = operation.ends_with("One");
    if (operation.starts_with("update")) {
        return store_.update(command.collection, command.filter, command.update, onlyFirst);
    }
    if (operation.starts_with("delete")) {
        return store_.remove(command.collection, command.filter, onlyFirst);
    }
    if (operation == "countDocuments") {
        return store_.count(command.collection, command.filter);
    }
    return store_.find(command.collection, command.filter,
                       {.sort = command.sort,
                        .projection = command.projection,
                        .skip = command.skip,
                        .limit = command.limit});
}

void DocumentStoreNode::recordOutcome(const DocumentStore::Outcome& outcome, RequestId request,
                                      SpanId span) {
    const TextId check = text("documents");
    if (!outcome) {
        record(request, span,
               CheckFailed{.check = check, .reason = text(reasonOf(outcome.error())), .status = 0});
        return;
    }
    const DocumentStore::Plan& plan = outcome->plan;
    const std::string way = plan.index.empty() ? plan.stage() : plan.stage() + " " + plan.index;
    record(request, span,
           CheckPassed{.check = check,
                       .reason = text(fmt::format("scan\n{}\n{}\n{}", plan.docsExamined,
                                                  outcome->count, way))});
}

void DocumentStoreNode::showDocuments() const {
    setGauge(kDocumentsGauge, store_.size());
}

NodeKind documentStoreKind() {
    NodeKind kind;
    kind.id = "document_store";
    kind.name = ROUNDTRIP_TEXT("parts", "Document store");
    kind.help = ROUNDTRIP_TEXT("parts", "Keeps whole documents in collections and finds them by "
                                        "their fields, as MongoDB does. It joins nothing.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "A cabinet of folders");
    kind.category = Category::data;
    kind.ports = {{"clients", PortInfo::Direction::in, "documents"}};
    kind.parameters = {
        {.name = "documents",
         .label = ROUNDTRIP_TEXT("parameters", "Documents"),
         .help = ROUNDTRIP_TEXT("parameters", "Collections by their names, as they are at first."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::object(),
         .check = checkDocuments},
        {.name = "indexes",
         .label = ROUNDTRIP_TEXT("parameters", "Indexes"),
         .help = ROUNDTRIP_TEXT("parameters", "Collection, field and whether it is unique."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::array(),
         .check = checkIndexes},
        {.name = "base_time",
         .label = ROUNDTRIP_TEXT("parameters", "Base time"),
         .help = ROUNDTRIP_TEXT("parameters", "What each command costs before it reads anything."),
         .type = ParameterType::duration,
         .fallback = "0.3 ms",
         .least = 0.0,
         .most = 60.0},
        {.name = "time_per_document",
         .label = ROUNDTRIP_TEXT("parameters", "Time per document"),
         .help = ROUNDTRIP_TEXT("parameters", "What each document costs that has to be looked at."),
         .type = ParameterType::duration,
         .fallback = "0.01 ms",
         .least = 0.0,
         .most = 1.0},
    };
    kind.gauges = {{"documents", ROUNDTRIP_TEXT("gauges", "documents: {value}")}};
    kind.check = checkTogether;
    kind.price = {.base = 0.2};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<DocumentStoreNode>(*findKind("document_store"), context,
                                                   std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
