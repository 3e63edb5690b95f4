#include "core/scene/migrations.h"

#include "core/kernel/quantity.h"
#include "core/scene/scene.h"

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
            const double milliseconds = link["latency"].get<double>();
            link["latency"] = durationText(SimTime::fromSeconds(milliseconds / 1000));
        }
    }
}

/// The entry at index n brings format n to n + 1.
constexpr std::array<Migration, Scene::kFormat> kMigrations{fromFormat0};

} // namespace

tl::expected<Json, Error> migrateScene(Json document) {
    if (!document.is_object()) {
        return tl::unexpected(Error{"not-an-object", {}, ""});
    }
    const auto format = document.find("format");
    if (format == document.end()) {
        return tl::unexpected(Error{"missing", {"format"}, ""});
    }
    const bool isNegative = !format->is_number_unsigned() && *format < 0;
    if (!format->is_number_integer() || isNegative) {
        return tl::unexpected(Error{"wrong-type", {"format", "whole number"}, "/format"});
    }
    if (format->get<std::uint64_t>() > Scene::kFormat) {
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
