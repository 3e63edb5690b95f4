#include "core/data/document_store.h"

#include "core/data/document_update.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

namespace roundtrip {

namespace {

using documents::Document;

struct ByValue {
    bool operator()(const Document& left, const Document& right) const {
        return documents::compare(left, right) < 0;
    }
};

/// A field's values with the numbers of the documents that have them.
struct Index {
    bool isUnique = false;
    bool isMultikey = false; ///< some document has an array there
    std::map<Document, std::set<std::int64_t>, ByValue> entries;
};

/// What an index keeps for a document: each element of an array, null for a missing field.
std::vector<Document> keysOf(const Document& document, const std::string& field) {
    std::vector<Document> keys;
    for (const Document* value : documents::valuesAt(document, field)) {
        keys.push_back(*value);
        if (value->is_array()) {
            keys.insert(keys.end(), value->begin(), value->end());
        }
    }
    if (keys.empty()) {
        keys.emplace_back();
    }
    return keys;
}

/// Only what an index answers: equality, $in and ranges. Nothing for other conditions.
using Numbers = std::set<std::int64_t>;

void addEqual(const Index& index, const Document& value, Numbers& numbers) {
    const auto found = index.entries.find(value);
    if (found != index.entries.end()) {
        numbers.insert(found->second.begin(), found->second.end());
    }
}

/// One bound of a range is enough to look only at a part; the filter sorts out the rest.
std::optional<Numbers> inRange(const Index& index, const Document& condition) {
    const auto least = condition.contains("$gte") ? condition.find("$gte") : condition.find("$gt");
    auto most = condition.contains("$lte") ? condition.find("$lte") : condition.find("$lt");
    if (least == condition.end() && most == condition.end()) {
        return std::nullopt;
    }
    if (index.isMultikey && least != condition.end()) {
        most = condition.end(); // each bound may be met by another element
    }
    const auto& entries = index.entries;
    const auto first = least == condition.end()
                           ? entries.begin()
                           : (condition.contains("$gte") ? entries.lower_bound(*least)
                                                         : entries.upper_bound(*least));
    Numbers numbers;
    for (auto entry = first; entry != entries.end(); ++entry) {
        const int order = most == condition.end() ? -1 : documents::compare(entry->first, *most);
        if (order > 0 || (order == 0 && !condition.contains("$lte"))) {
            break;
        }
        const Document& bound = least == condition.end() ? *most : *least;
        if (entry->first.is_number() == bound.is_number() &&
            entry->first.is_string() == bound.is_string()) {
            numbers.insert(entry->second.begin(), entry->second.end());
        }
    }
    return numbers;
}

std::optional<Numbers> candidates(const Index& index, const Document& condition) {
    Numbers numbers;
    const bool isPlain =
        !condition.is_object() || condition.empty() || !condition.begin().key().starts_with('$');
    if (isPlain) {
        addEqual(index, condition, numbers);
        return numbers;
    }
    if (condition.contains("$eq")) {
        addEqual(index, condition["$eq"], numbers);
        return numbers;
    }
    if (condition.contains("$in")) {
        for (const Document& value : condition["$in"]) {
            addEqual(index, value, numbers);
        }
        return numbers;
    }
    return inRange(index, condition);
}

/// Below zero when `left` comes first, above when `right` does.
int orderOf(const Document& left, const Document& right, const Document& sort) {
    for (const auto& [path, direction] : sort.items()) {
        const Document none;
        const Document* one = documents::find(left, path);
        const Document* other = documents::find(right, path);
        const int order =
            documents::compare(one == nullptr ? none : *one, other == nullptr ? none : *other);
        if (order != 0) {
            return direction.is_number() && direction < 0 ? -order : order;
        }
    }
    return 0;
}

/// Equal documents stay as they stood.
void sortBy(std::vector<Document>& found, const Document& sort) {
    std::vector<std::size_t> places(found.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::sort(places, [&](std::size_t left, std::size_t right) {
        const int order = orderOf(found[left], found[right], sort);
        return order != 0 ? order < 0 : left < right;
    });
    std::vector<Document> sorted;
    sorted.reserve(found.size());
    for (const std::size_t place : places) {
        sorted.push_back(std::move(found[place]));
    }
    found = std::move(sorted);
}

bool isSwitchedOn(const Document& value) {
    return value.is_boolean() ? value.get<bool>() : value.is_number() && value != 0;
}

/// Fields to show, the _id among them unless it is switched off; or fields to leave out.
Document projected(const Document& document, const Document& projection) {
    bool shows = false;
    for (const auto& [path, value] : projection.items()) {
        shows = shows || (path != "_id" && isSwitchedOn(value));
    }
    if (!shows) {
        Document unset = {{"$unset", projection}};
        Document result = document;
        if (projection.contains("_id")) {
            result.erase("_id");
            unset["$unset"].erase("_id");
        }
        return documents::updated(result, unset).value_or(result);
    }
    Document result = Document::object();
    const bool hidesId = projection.contains("_id") && !isSwitchedOn(projection["_id"]);
    if (!hidesId && document.contains("_id")) {
        result["_id"] = document["_id"];
    }
    for (const auto& [path, value] : projection.items()) {
        const Document* part = documents::find(document, path);
        if (path != "_id" && part != nullptr) {
            result = documents::updated(result, {{"$set", {{path, *part}}}}).value_or(result);
        }
    }
    return result;
}

} // namespace

struct DocumentStore::Collection {
    std::map<std::int64_t, Document> documents; ///< in the order of insertion
    std::map<std::string, Index> indexes{{"_id", Index{.isUnique = true}}};
    std::int64_t nextNumber = 1;

    struct Found {
        std::vector<std::int64_t> numbers;
        Plan plan;
    };
    /// The first of the filter's fields that has an index decides where to look.
    [[nodiscard]] std::optional<std::pair<std::string, Numbers>>
    lookUp(const Document& filter) const {
        for (const auto& [path, condition] : filter.items()) {
            const auto index = indexes.find(path);
            if (index != indexes.end()) {
                if (auto numbers = candidates(index->second, condition)) {
                    return std::pair(path, std::move(*numbers));
                }
            }
        }
        return std::nullopt;
    }

    /// Stops after `most` documents; 0: all.
    [[nodiscard]] Found search(const Document& filter, std::int64_t most) const {
        Found found;
        const auto take = [&](std::int64_t number, const Document& document) {
            ++found.plan.docsExamined;
            if (documents::matches(document, filter)) {
                found.numbers.push_back(number);
            }
            return most == 0 || static_cast<std::int64_t>(found.numbers.size()) < most;
        };
        if (const auto some = lookUp(filter)) {
            found.plan.index = some->first;
            std::ranges::all_of(some->second, [&](std::int64_t number) {
                return take(number, documents.at(number));
            });
        } else {
            std::ranges::all_of(documents,
                                [&](const auto& item) { return take(item.first, item.second); });
        }
        return found;
    }

    /// None when every unique index has room for it.
    [[nodiscard]] std::optional<Error> duplicate(const Document& document,
                                                 std::int64_t number) const {
        for (const auto& [field, index] : indexes) {
            for (const Document& key :
                 index.isUnique ? keysOf(document, field) : std::vector<Document>()) {
                const auto taken = index.entries.find(key);
                if (taken != index.entries.end() &&
                    (taken->second.size() > 1 || !taken->second.contains(number))) {
                    return Error{"doc-duplicate-key", {field, documents::textOf(key)}, ""};
                }
            }
        }
        return std::nullopt;
    }

    void enter(std::int64_t number, const Document& document) {
        for (auto& [field, index] : indexes) {
            const auto keys = keysOf(document, field);
            index.isMultikey = index.isMultikey || keys.size() > 1;
            for (const Document& key : keys) {
                index.entries[key].insert(number);
            }
        }
    }
    void leave(std::int64_t number) {
        for (auto& [field, index] : indexes) {
            for (const Document& key : keysOf(documents.at(number), field)) {
                const auto entry = index.entries.find(key);
                if (entry != index.entries.end() && entry->second.erase(number) > 0 &&
                    entry->second.empty()) {
                    index.entries.erase(entry);
                }
            }
        }
    }
    [[nodiscard]] Document freshId() const {
        std::int64_t id = nextNumber;
        while (indexes.at("_id").entries.contains(id)) {
            ++id;
        }
        return id;
    }
};

DocumentStore::DocumentStore() = default;
DocumentStore::~DocumentStore() = default;
DocumentStore::DocumentStore(DocumentStore&&) noexcept = default;
DocumentStore& DocumentStore::operator=(DocumentStore&&) noexcept = default;

DocumentStore::Collection& DocumentStore::collection(const std::string& name) {
    auto& found = collections_[name];
    if (!found) {
        found = std::make_unique<Collection>();
    }
    return *found;
}

DocumentStore::Outcome DocumentStore::find(const std::string& name, const Document& filter,
                                           const Options& options) {
    if (auto problem = documents::problemOf(filter)) {
        return tl::unexpected(std::move(*problem));
    }
    const Collection& from = collection(name);
    const bool canStopEarly = options.sort.empty() && options.limit > 0;
    const auto found = from.search(filter, canStopEarly ? options.skip + options.limit : 0);
    Result result{.plan = found.plan};
    for (const std::int64_t number : found.numbers) {
        result.documents.push_back(from.documents.at(number));
    }
    sortBy(result.documents, options.sort);
    const auto size = static_cast<std::int64_t>(result.documents.size());
    result.documents.erase(result.documents.begin(),
                           result.documents.begin() +
                               std::clamp<std::int64_t>(options.skip, 0, size));
    if (options.limit > 0 && static_cast<std::int64_t>(result.documents.size()) > options.limit) {
        result.documents.resize(static_cast<std::size_t>(options.limit));
    }
    if (!options.projection.empty()) {
        for (Document& document : result.documents) {
            document = projected(document, options.projection);
        }
    }
    result.count = static_cast<std::int64_t>(result.documents.size());
    return result;
}

DocumentStore::Outcome DocumentStore::count(const std::string& name, const Document& filter) {
    auto found = find(name, filter, {});
    if (found) {
        found->documents.clear();
    }
    return found;
}

DocumentStore::Outcome DocumentStore::insert(const std::string& name, Document document) {
    if (!document.is_object()) {
        return tl::unexpected(Error{"doc-not-a-document", {}, ""});
    }
    Collection& to = collection(name);
    if (!document.contains("_id")) {
        Document whole = {{"_id", to.freshId()}};
        whole.update(document);
        document = std::move(whole);
    }
    if (auto problem = to.duplicate(document, to.nextNumber)) {
        return tl::unexpected(std::move(*problem));
    }
    to.enter(to.nextNumber, document);
    to.documents[to.nextNumber] = document;
    ++to.nextNumber;
    return Result{.documents = {std::move(document)}, .count = 1, .plan = {}};
}

DocumentStore::Outcome DocumentStore::update(const std::string& name, const Document& filter,
                                             const Document& update, bool onlyFirst) {
    auto problem = documents::problemOf(filter);
    if (!problem) {
        problem = documents::problemOfUpdate(update);
    }
    if (problem) {
        return tl::unexpected(std::move(*problem));
    }
    Collection& in = collection(name);
    const auto found = in.search(filter, onlyFirst ? 1 : 0);
    for (const std::int64_t number : found.numbers) {
        auto changed = documents::updated(in.documents.at(number), update);
        if (!changed) {
            return tl::unexpected(changed.error());
        }
        if (auto duplicate = in.duplicate(*changed, number)) {
            return tl::unexpected(std::move(*duplicate));
        }
        in.leave(number);
        in.enter(number, *changed);
        in.documents[number] = std::move(*changed);
    }
    return Result{.documents = {},
                  .count = static_cast<std::int64_t>(found.numbers.size()),
                  .plan = found.plan};
}

DocumentStore::Outcome DocumentStore::remove(const std::string& name, const Document& filter,
                                             bool onlyFirst) {
    if (auto problem = documents::problemOf(filter)) {
        return tl::unexpected(std::move(*problem));
    }
    Collection& from = collection(name);
    const auto found = from.search(filter, onlyFirst ? 1 : 0);
    for (const std::int64_t number : found.numbers) {
        from.leave(number);
        from.documents.erase(number);
    }
    return Result{.documents = {},
                  .count = static_cast<std::int64_t>(found.numbers.size()),
                  .plan = found.plan};
}

tl::expected<void, Error> DocumentStore::createIndex(const std::string& name,
                                                     const std::string& field, bool isUnique) {
    Collection& of = collection(name);
    if (of.indexes.contains(field)) {
        return {};
    }
    Index index{.isUnique = isUnique};
    for (const auto& [number, document] : of.documents) {
        const auto keys = keysOf(document, field);
        index.isMultikey = index.isMultikey || keys.size() > 1;
        for (const Document& key : keys) {
            auto& numbers = index.entries[key];
            numbers.insert(number);
            if (isUnique && numbers.size() > 1) {
                return tl::unexpected(
                    Error{"doc-duplicate-key", {field, documents::textOf(key)}, ""});
            }
        }
    }
    of.indexes.emplace(field, std::move(index));
    return {};
}

tl::expected<DocumentStore::Plan, Error> DocumentStore::explain(const std::string& name,
                                                                const Document& filter) {
    const auto counted = count(name, filter);
    if (!counted) {
        return tl::unexpected(counted.error());
    }
    return counted->plan;
}

std::int64_t DocumentStore::size() const {
    std::int64_t size = 0;
    for (const auto& [name, collection] : collections_) {
        size += static_cast<std::int64_t>(collection->documents.size());
    }
    return size;
}

} // namespace roundtrip
