#include "core/data/document_update.h"

#include "core/kernel/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace roundtrip::documents {

namespace {

constexpr std::array<std::string_view, 5> kOperators{"$set", "$unset", "$inc", "$push", "$pull"};

/// The place of a path, made of new objects where it leads through nothing; null when it leads
/// through a plain value or an array's missing element.
Document* place(Document& document, std::string_view path) {
    Document* value = &document;
    while (!path.empty()) {
        const std::size_t dot = std::min(path.find('.'), path.size());
        const std::string name(path.substr(0, dot));
        path.remove_prefix(std::min(dot + 1, path.size()));
        if (value->is_object()) {
            if (!value->contains(name)) {
                (*value)[name] = path.empty() ? Document() : Document::object();
            }
            value = &(*value)[name];
        } else {
            value = const_cast<Document*>(find(*value, name));
        }
        if (value == nullptr) {
            return nullptr;
        }
    }
    return value;
}

bool unset(Document& document, const std::string& path) {
    const std::size_t dot = path.rfind('.');
    const std::string parent = dot == std::string::npos ? "" : path.substr(0, dot);
    const std::string name = dot == std::string::npos ? path : path.substr(dot + 1);
    if (find(document, parent) == nullptr) {
        return true;
    }
    Document* holder = place(document, parent);
    if (holder->is_object()) {
        holder->erase(name);
    }
    return true;
}

bool increase(Document& document, const std::string& path, const Document& change) {
    const bool isNew = find(document, path) == nullptr;
    Document* value = place(document, path);
    if (value == nullptr || !(isNew || value->is_number())) {
        return false;
    }
    if (isNew) {
        *value = change;
        return true;
    }
    if (value->is_number_integer() && change.is_number_integer()) {
        std::int64_t sum = 0;
        if (__builtin_add_overflow(value->get<std::int64_t>(), change.get<std::int64_t>(), &sum)) {
            return false;
        }
        *value = sum;
    } else {
        *value = value->get<double>() + change.get<double>();
    }
    return true;
}

bool push(Document& document, const std::string& path, const Document& item) {
    const bool isNew = find(document, path) == nullptr;
    Document* value = place(document, path);
    if (value == nullptr || !(isNew || value->is_array())) {
        return false;
    }
    if (isNew) {
        *value = Document::array();
    }
    value->push_back(item);
    return true;
}

bool pull(Document& document, const std::string& path, const Document& item) {
    if (find(document, path) == nullptr) {
        return true;
    }
    Document* value = place(document, path);
    if (!value->is_array()) {
        return false;
    }
    Document kept = Document::array();
    for (const Document& element : *value) {
        if (!matches({{"element", element}}, {{"element", item}})) {
            kept.push_back(element);
        }
    }
    *value = std::move(kept);
    return true;
}

bool apply(Document& document, const std::string& name, const std::string& path,
           const Document& operand) {
    if (name == "$unset") {
        return unset(document, path);
    }
    if (name == "$inc") {
        return increase(document, path, operand);
    }
    if (name == "$push") {
        return push(document, path, operand);
    }
    if (name == "$pull") {
        return pull(document, path, operand);
    }
    Document* value = place(document, path);
    if (value != nullptr) {
        *value = operand;
    }
    return value != nullptr;
}

std::optional<Error> problemOfOperand(const std::string& name, const std::string& path,
                                      const Document& operand) {
    const std::string where = "/" + name + "/" + path;
    constexpr std::ptrdiff_t kDeepest = 100; // as MongoDB nests documents at most
    const bool isPath = !path.empty() && std::ranges::count(path, '.') < kDeepest &&
                        path.front() != '.' && path.back() != '.' &&
                        path.find("..") == std::string::npos && path.front() != '$';
    if (!isPath || (name == "$inc" && !operand.is_number())) {
        return Error{"doc-bad-update", {path}, where};
    }
    return name == "$pull" ? problemOf({{path, operand}}) : std::nullopt;
}

} // namespace

std::optional<Error> problemOfUpdate(const Document& update) {
    if (!update.is_object() || update.empty()) {
        return Error{"doc-bad-update", {""}, ""};
    }
    for (const auto& [name, fields] : update.items()) {
        if (!name.starts_with('$')) { // a whole document: an update changes fields by operators
            return Error{"doc-bad-update", {name}, "/" + name};
        }
        if (std::ranges::find(kOperators, name) == kOperators.end()) {
            return Error{"doc-unknown-operator", {name, nearestWord(name, kOperators)}, "/" + name};
        }
        if (!fields.is_object()) {
            return Error{"doc-bad-update", {name}, "/" + name};
        }
        for (const auto& [path, operand] : fields.items()) {
            auto problem = problemOfOperand(name, path, operand);
            if (problem) {
                return problem;
            }
        }
    }
    return std::nullopt;
}

tl::expected<Document, Error> updated(Document document, const Document& update) {
    const Document id = document.value("_id", Document());
    for (const auto& [name, fields] : update.items()) {
        for (const auto& [path, operand] : fields.items()) {
            const bool worked = apply(document, name, path, operand);
            if (!worked || document.value("_id", Document()) != id) {
                return tl::unexpected(
                    Error{"doc-bad-update", {path}, fmt::format("/{}/{}", name, path)});
            }
        }
    }
    return document;
}

} // namespace roundtrip::documents
