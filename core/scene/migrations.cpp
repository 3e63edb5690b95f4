#include "core/scene/migrations.h"

#include "core/scene/scene.h"

#include <fmt/format.h>

#include <array>

namespace roundtrip {

namespace {

using Json = nlohmann::json;
using Migration = void (*)(Json& document);

void rename(Json& object, const char* from, const char* to) {
    if (object.is_object() && object.contains(from)) {
        object[to] = object[from];
        object.erase(from);
    }
}

/// Format 0, the drafts before the first release, said "type" for a node's kind and gave a link's
/// latency as a number of milliseconds.
void fromFormat0(Json& document) {
    if (document.contains("nodes") && document["nodes"].is_array()) {
        for (Json& node : document["nodes"]) {
            rename(node, "type", "kind");
        }
    }
    if (!document.contains("links") || !document["links"].is_array()) {
        return;
    }
    for (Json& link : document["links"]) {
        rename(link, "latency_ms", "latency");
        if (link.is_object() && link.contains("latency") && link["latency"].is_number()) {
            link["latency"] = fmt::format("{} ms", link["latency"].get<double>());
        }
    }
}

/// The entry at index n brings format n to n + 1.
constexpr std::array<Migration, Scene::kFormat> kMigrations{fromFormat0};

} // namespace

tl::expected<Json, Error> migrateScene(Json document) {
    const auto format = document.is_object() ? document.find("format") : document.end();
    if (format == document.end()) {
        return tl::unexpected(Error{"missing", {"format"}, ""});
    }
    if (!format->is_number_integer() || *format < 0) {
        return tl::unexpected(Error{"wrong-type", {"format", "whole number"}, "/format"});
    }
    if (*format > Scene::kFormat) {
        return tl::unexpected(
            Error{"newer-format", {format->dump(), std::to_string(Scene::kFormat)}, "/format"});
    }
    for (auto version = format->get<std::size_t>(); version < kMigrations.size(); ++version) {
        kMigrations[version](document);
    }
    document["format"] = Scene::kFormat;
    return document;
}

} // namespace roundtrip
