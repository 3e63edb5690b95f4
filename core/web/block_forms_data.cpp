#include "core/web/block_forms.h"

namespace roundtrip {

namespace {

using Kind = HandlerBlock::Kind;

constexpr double kDay = 86'400;
constexpr double kMostRows = 1'000'000;

Parameter countMember(std::string name, const char* label, const char* help) {
    return {.name = std::move(name),
            .label = label,
            .help = help,
            .type = ParameterType::integer,
            .fallback = 0,
            .least = 0,
            .most = kMostRows};
}

Parameter tickMember(std::string name, const char* label, const char* help) {
    return {.name = std::move(name),
            .label = label,
            .help = help,
            .type = ParameterType::boolean,
            .fallback = false};
}

Parameter textMember(std::string name, const char* label, const char* help) {
    return {.name = std::move(name),
            .label = label,
            .help = help,
            .type = ParameterType::text,
            .fallback = ""};
}

BlockForm queryForm() {
    return {
        .kind = Kind::query,
        .name = "query",
        .title = ROUNDTRIP_TEXT("blocks", "Ask the database"),
        .help = ROUNDTRIP_TEXT("blocks", "Runs one SQL statement; when no row is there, the "
                                         "answer is 404."),
        .category = BlockCategory::data,
        .members = {
            {.name = "sql",
             .label = ROUNDTRIP_TEXT("parameters", "SQL"),
             .help = ROUNDTRIP_TEXT("parameters", "Values are written as :name and stay values."),
             .type = ParameterType::text,
             .fallback = "SELECT 1",
             .isRequired = true,
             .isLong = true},
            nameMember("result"),
            tickMember("paste", ROUNDTRIP_TEXT("parameters", "Paste values in"),
                       ROUNDTRIP_TEXT("parameters", "Puts {name} into the text as it came: this is "
                                                    "how SQL injection happens."))}};
}

BlockForm ormForm() {
    return {
        .kind = Kind::orm,
        .name = "orm",
        .title = ROUNDTRIP_TEXT("blocks", "Ask through the ORM"),
        .help = ROUNDTRIP_TEXT("blocks", "Runs an expression on the models, which becomes SQL."),
        .category = BlockCategory::data,
        .members = {{.name = "expression",
                     .label = ROUNDTRIP_TEXT("parameters", "Expression"),
                     .help = ROUNDTRIP_TEXT(
                         "parameters", "In Django's way of writing: Photo.objects.get(id=:id)."),
                     .type = ParameterType::text,
                     .fallback = "Photo.objects.all()",
                     .isRequired = true,
                     .isLong = true},
                    nameMember("result"),
                    textMember("each", ROUNDTRIP_TEXT("parameters", "Fetch for each object"),
                               ROUNDTRIP_TEXT("parameters",
                                              "A relation that is asked for object by object: one "
                                              "query becomes N + 1."))}};
}

BlockForm transactionForm() {
    return {.kind = Kind::transaction,
            .name = "transaction",
            .title = ROUNDTRIP_TEXT("blocks", "In one transaction"),
            .help = ROUNDTRIP_TEXT("blocks", "All of what the blocks inside do in the database "
                                             "counts, or nothing of it."),
            .category = BlockCategory::data,
            .members = {{.name = "isolation",
                         .label = ROUNDTRIP_TEXT("parameters", "Isolation"),
                         .help = ROUNDTRIP_TEXT("parameters",
                                                "How much it sees of what others do meanwhile."),
                         .type = ParameterType::choice,
                         .fallback = "default",
                         .choices = {"default", "read_uncommitted", "read_committed",
                                     "repeatable_read", "serializable"}},
                        tickMember("immediate", ROUNDTRIP_TEXT("parameters", "Lock at once"),
                                   ROUNDTRIP_TEXT("parameters",
                                                  "SQLite: takes the lock for writing at the "
                                                  "beginning.")),
                        retriesMember(0),
                        backoffMember("100 ms")},
            .branches = {{"handler", ROUNDTRIP_TEXT("blocks", "Inside the transaction"), true}}};
}

BlockForm resourceForm() {
    return {.kind = Kind::resource,
            .name = "resource",
            .title = ROUNDTRIP_TEXT("blocks", "Work on a model"),
            .help = ROUNDTRIP_TEXT("blocks", "One operation of a REST resource, and its answer."),
            .category = BlockCategory::data,
            .members = {{.name = "model",
                         .label = ROUNDTRIP_TEXT("parameters", "Model"),
                         .help = ROUNDTRIP_TEXT("parameters", "Its name in the models."),
                         .type = ParameterType::text,
                         .fallback = "Photo",
                         .isRequired = true},
                        {.name = "operation",
                         .label = ROUNDTRIP_TEXT("parameters", "Operation"),
                         .help = ROUNDTRIP_TEXT("parameters", "What it does there."),
                         .type = ParameterType::choice,
                         .fallback = "list",
                         .choices = {"list", "create", "read", "replace", "update", "destroy"},
                         .isRequired = true}}};
}

BlockForm keysForm() {
    return {.kind = Kind::keys,
            .name = "keys",
            .title = ROUNDTRIP_TEXT("blocks", "Ask the key-value store"),
            .help = ROUNDTRIP_TEXT("blocks", "Gives it one command."),
            .category = BlockCategory::data,
            .members = {{.name = "command",
                         .label = ROUNDTRIP_TEXT("parameters", "Command"),
                         .help = ROUNDTRIP_TEXT("parameters",
                                                "Its words as a list: [\"GET\", \"user:{id}\"]."),
                         .type = ParameterType::document,
                         .fallback = {"GET", "key"},
                         .isRequired = true},
                        nameMember("result")}};
}

BlockForm documentsForm() {
    return {.kind = Kind::documents,
            .name = "documents",
            .title = ROUNDTRIP_TEXT("blocks", "Ask the document store"),
            .help = ROUNDTRIP_TEXT("blocks", "Finds, writes or counts documents of a collection."),
            .category = BlockCategory::data,
            .members = {
                {.name = "collection",
                 .label = ROUNDTRIP_TEXT("parameters", "Collection"),
                 .help = ROUNDTRIP_TEXT("parameters", "Its name in the store."),
                 .type = ParameterType::text,
                 .fallback = "photos",
                 .isRequired = true},
                {.name = "operation",
                 .label = ROUNDTRIP_TEXT("parameters", "Operation"),
                 .help = ROUNDTRIP_TEXT("parameters", "What it does there."),
                 .type = ParameterType::choice,
                 .fallback = "find",
                 .choices = {"find", "insertOne", "updateOne", "updateMany", "deleteOne",
                             "deleteMany", "countDocuments"},
                 .isRequired = true},
                patternMember("filter", ROUNDTRIP_TEXT("parameters", "Which ones"),
                              ROUNDTRIP_TEXT("parameters", "A filter: {\"owner\": \"{user}\"}.")),
                patternMember(
                    "update", ROUNDTRIP_TEXT("parameters", "What is written"),
                    ROUNDTRIP_TEXT("parameters", "The change, or the document that is added.")),
                patternMember("projection", ROUNDTRIP_TEXT("parameters", "Which fields"),
                              ROUNDTRIP_TEXT("parameters", "Those of the answer: {\"title\": 1}.")),
                {.name = "sort",
                 .label = ROUNDTRIP_TEXT("parameters", "Order"),
                 .help = ROUNDTRIP_TEXT("parameters", "{\"age\": -1}: the oldest first."),
                 .type = ParameterType::document,
                 .fallback = nlohmann::json::object()},
                countMember("skip", ROUNDTRIP_TEXT("parameters", "Leave out"),
                            ROUNDTRIP_TEXT("parameters", "So many at the beginning.")),
                countMember("limit", ROUNDTRIP_TEXT("parameters", "At most"),
                            ROUNDTRIP_TEXT("parameters", "How many there may be; 0: all.")),
                nameMember("result")}};
}

Parameter expressionMember(std::string name, const char* label, const char* help) {
    Parameter member = textMember(std::move(name), label, help);
    member.isLong = true;
    return member;
}

std::vector<Parameter> itemExpressions() {
    return {
        expressionMember("condition", ROUNDTRIP_TEXT("parameters", "Only if"),
                         ROUNDTRIP_TEXT("parameters", "A condition for writing: "
                                                      "attribute_not_exists(id).")),
        expressionMember("update", ROUNDTRIP_TEXT("parameters", "Update"),
                         ROUNDTRIP_TEXT("parameters", "What changes: SET #n = :name.")),
        expressionMember("key_condition", ROUNDTRIP_TEXT("parameters", "Keys that fit"),
                         ROUNDTRIP_TEXT("parameters", "For a Query: page = :page.")),
        expressionMember("filter", ROUNDTRIP_TEXT("parameters", "Filter"),
                         ROUNDTRIP_TEXT("parameters",
                                        "What of the found items is given back; all of "
                                        "them were read.")),
        patternMember("names", ROUNDTRIP_TEXT("parameters", "Names in the expressions"),
                      ROUNDTRIP_TEXT("parameters", "{\"#n\": \"name\"}")),
        patternMember("values", ROUNDTRIP_TEXT("parameters", "Values in the expressions"),
                      ROUNDTRIP_TEXT("parameters", "{\":page\": \"{page}\"}")),
    };
}

BlockForm itemsForm() {
    BlockForm form{
        .kind = Kind::items,
        .name = "items",
        .title = ROUNDTRIP_TEXT("blocks", "Ask the partitioned table"),
        .help = ROUNDTRIP_TEXT("blocks", "One operation as the table's API calls it."),
        .category = BlockCategory::data,
        .members = {{.name = "table",
                     .label = ROUNDTRIP_TEXT("parameters", "Table"),
                     .help = ROUNDTRIP_TEXT("parameters", "Its name."),
                     .type = ParameterType::text,
                     .fallback = "photos",
                     .isRequired = true},
                    {.name = "operation",
                     .label = ROUNDTRIP_TEXT("parameters", "Operation"),
                     .help = ROUNDTRIP_TEXT("parameters", "What it does there."),
                     .type = ParameterType::choice,
                     .fallback = "GetItem",
                     .choices = {"GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan"},
                     .isRequired = true},
                    patternMember("key", ROUNDTRIP_TEXT("parameters", "Key"),
                                  ROUNDTRIP_TEXT("parameters", "The item's: {\"id\": \"{id}\"}.")),
                    patternMember("item", ROUNDTRIP_TEXT("parameters", "Item"),
                                  ROUNDTRIP_TEXT("parameters", "What PutItem writes."))}};
    for (Parameter& member : itemExpressions()) {
        form.members.push_back(std::move(member));
    }
    form.members.push_back(
        patternMember("start_key", ROUNDTRIP_TEXT("parameters", "Go on behind"),
                      ROUNDTRIP_TEXT("parameters", "The last key of the page before.")));
    form.members.push_back(
        countMember("limit", ROUNDTRIP_TEXT("parameters", "At most"),
                    ROUNDTRIP_TEXT("parameters", "How many there may be; 0: all.")));
    form.members.push_back(tickMember("backward", ROUNDTRIP_TEXT("parameters", "Last first"),
                                      ROUNDTRIP_TEXT("parameters", "The other way round.")));
    form.members.push_back(
        tickMember("consistent", ROUNDTRIP_TEXT("parameters", "Consistent read"),
                   ROUNDTRIP_TEXT("parameters", "Never old, and twice as dear.")));
    form.members.push_back(retriesMember(2));
    form.members.push_back(backoffMember("50 ms"));
    form.members.push_back(nameMember("result"));
    return form;
}

Parameter keyMember() {
    return {.name = "key",
            .label = ROUNDTRIP_TEXT("parameters", "Key"),
            .help = ROUNDTRIP_TEXT("parameters", "Its name in the cache: user:{id}."),
            .type = ParameterType::text,
            .fallback = "photo:{id}",
            .isRequired = true};
}

Parameter spanMember(std::string name, const char* label, const char* help) {
    return {.name = std::move(name),
            .label = label,
            .help = help,
            .type = ParameterType::duration,
            .fallback = "0 s",
            .least = 0,
            .most = 365 * kDay};
}

BlockForm cacheGetForm() {
    return {.kind = Kind::cacheGet,
            .name = "cache_get",
            .title = ROUNDTRIP_TEXT("blocks", "Ask the cache"),
            .help = ROUNDTRIP_TEXT("blocks", "Takes the copy if there is one; else other blocks "
                                             "run."),
            .category = BlockCategory::cache,
            .members = {keyMember(),
                        tickMember("single_flight", ROUNDTRIP_TEXT("parameters", "Only one loads"),
                                   ROUNDTRIP_TEXT("parameters",
                                                  "Of requests that miss the same at a time one "
                                                  "runs the blocks; the others wait for it.")),
                        spanMember("negative_ttl", ROUNDTRIP_TEXT("parameters", "Remember nothing"),
                                   ROUNDTRIP_TEXT("parameters",
                                                  "How long it keeps that there is nothing; 0 s: "
                                                  "not at all."))},
            .branches = {{"otherwise", ROUNDTRIP_TEXT("blocks", "If it is not there")}}};
}

} // namespace

std::vector<BlockForm> dataForms() {
    return {queryForm(), ormForm(),       transactionForm(), resourceForm(),
            keysForm(),  documentsForm(), itemsForm()};
}

std::vector<BlockForm> cacheForms() {
    return {cacheGetForm(),
            {.kind = Kind::cacheSet,
             .name = "cache_set",
             .title = ROUNDTRIP_TEXT("blocks", "Keep in the cache"),
             .help = ROUNDTRIP_TEXT("blocks", "Keeps a copy of what was found."),
             .category = BlockCategory::cache,
             .members = {keyMember(),
                         spanMember("ttl", ROUNDTRIP_TEXT("parameters", "Time to live"),
                                    ROUNDTRIP_TEXT("parameters",
                                                   "How long the copy is good; 0 s: as the cache "
                                                   "itself says.")),
                         {.name = "value",
                          .label = ROUNDTRIP_TEXT("parameters", "Value"),
                          .help = ROUNDTRIP_TEXT("parameters", "Kept instead of what was found, "
                                                               "with {name} filled in."),
                          .type = ParameterType::document,
                          .fallback = nullptr}}},
            {.kind = Kind::cacheDelete,
             .name = "cache_delete",
             .title = ROUNDTRIP_TEXT("blocks", "Remove from the cache"),
             .help = ROUNDTRIP_TEXT("blocks", "The next one who asks gets it fresh."),
             .category = BlockCategory::cache,
             .members = {keyMember()}}};
}

} // namespace roundtrip
