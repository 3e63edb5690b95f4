#pragma once

#include "core/data/document_filter.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace roundtrip {

/// Collections of JSON documents by their `_id`, in the manner of MongoDB: filters, updates by
/// operators and indexes of one field. Joins are left out on purpose: what belongs together is
/// stored together or asked for twice.
class DocumentStore {
  public:
    using Document = documents::Document;

    struct Options {
        Document sort = Document::object();       ///< {"age": -1, "name": 1}, in that order
        Document projection = Document::object(); ///< {"name": 1} or {"secret": 0}
        std::int64_t skip = 0;
        std::int64_t limit = 0; ///< 0: all
    };
    /// How a command found its documents, as explain("executionStats") tells.
    struct Plan {
        std::string index; ///< the field whose index was used; empty: COLLSCAN
        std::int64_t docsExamined = 0;
        [[nodiscard]] std::string stage() const { return index.empty() ? "COLLSCAN" : "IXSCAN"; }
    };
    struct Result {
        std::vector<Document> documents; ///< found, or inserted with their _id
        std::int64_t count = 0;          ///< found, inserted, changed or deleted
        Plan plan;
    };
    using Outcome = tl::expected<Result, Error>;

    DocumentStore();
    ~DocumentStore();
    DocumentStore(DocumentStore&&) noexcept;
    DocumentStore& operator=(DocumentStore&&) noexcept;

    // Errors of all: "doc-unknown-operator" {name, nearest}, "doc-bad-filter" {path},
    // "doc-bad-update" {path}, "doc-duplicate-key" {field, value}, "doc-not-a-document".

    Outcome find(const std::string& name, const Document& filter, const Options& options);
    Outcome count(const std::string& name, const Document& filter);
    /// A document without an _id gets the next number of its collection.
    Outcome insert(const std::string& name, Document document);
    /// `count` is of those that matched, changed or not.
    Outcome update(const std::string& name, const Document& filter, const Document& update,
                   bool onlyFirst);
    Outcome remove(const std::string& name, const Document& filter, bool onlyFirst);

    /// An index of one field, dotted paths included. Error: "doc-duplicate-key" when it is to be
    /// unique and the documents are not.
    tl::expected<void, Error> createIndex(const std::string& name, const std::string& field,
                                          bool isUnique);
    /// How `find` would go about it; runs it to count.
    tl::expected<Plan, Error> explain(const std::string& name, const Document& filter);

    [[nodiscard]] std::int64_t size() const;

  private:
    struct Collection;
    Collection& collection(const std::string& name);

    std::map<std::string, std::unique_ptr<Collection>> collections_;
};

} // namespace roundtrip
