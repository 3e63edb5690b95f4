#pragma once

#include "core/http/message.h"
#include "core/kernel/error.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// Whether a text is a version as routes write it: numbers with dots between, "2" or "1.10".
[[nodiscard]] bool isVersion(std::string_view text);
/// By numbers, part by part: 1.9 is older than 1.10, and 2 is the same as 2.0. Both are versions.
[[nodiscard]] bool isOlderVersion(std::string_view left, std::string_view right);
[[nodiscard]] bool isSameVersion(std::string_view left, std::string_view right);

/// How requests say which version of an API they want.
struct VersionRule {
    enum class By {
        none,   ///< there are no versions
        path,   ///< /v2/... before the route's own path
        header, ///< a field `name`
        accept, ///< application/vnd.NAME.v2+json or application/json;version=2 in Accept
        query   ///< a parameter `name` of the target
    };
    By by = By::none;
    std::string name;    ///< of the field, the parameter, the vendor's type; accept: may be empty
    std::string usual;   ///< the version of a request that names none; empty: see below
    bool latest = false; ///< that version is the newest; neither: a request has to name one
};

/// Reads "none" or {"by": "header", "name": "API-Version", "default": "1" | "latest" |
/// "required"}. Problems: those of JsonObject, "bad-version" {text}, "bad-version-name" {text}.
VersionRule readVersionRule(const nlohmann::json& json, Problems& problems);

/// Which version a request gets, and why.
struct VersionChoice {
    enum class Reason {
        asked,   ///< the request names it
        usual,   ///< it names none, or none that exists and one that may be any
        latest,  ///< so too, and the newest is for those
        missing, ///< it names none but has to: 400
        unknown  ///< it names one that does not exist
    };
    Reason reason = Reason::missing;
    std::string version;              ///< as `existing` writes it; empty: none
    std::string asked;                ///< as the request writes it, with its place: "/v2"
    std::vector<std::string> refused; ///< others it would have liked better, that do not exist
    std::string prefix;               ///< of the path, with By::path: "/v2"; routes stand behind it
    std::string mediaType; ///< of the answer, with By::accept, when the request names one

    [[nodiscard]] bool isChosen() const { return !version.empty(); }
};

/// The one of `existing`, oldest first, for requests that name none; empty: they have to.
[[nodiscard]] std::string usualVersion(const VersionRule& rule,
                                       const std::vector<std::string>& existing);

/// Chooses among `existing` versions, oldest first. Accept is read by RFC 9110 section 12.5.1: the
/// range of the highest quality whose version exists, and one that names no version stands for the
/// usual version.
[[nodiscard]] VersionChoice chooseVersion(const VersionRule& rule,
                                          const std::vector<std::string>& existing,
                                          std::string_view target, const http::Headers& headers);

/// The status that refuses a version which does not exist: 404, 406 or 400.
[[nodiscard]] int statusOfUnknownVersion(VersionRule::By by);

/// The request's field that the choice hangs on, for Vary (RFC 9110 section 12.5.5); empty: none.
[[nodiscard]] std::string variesOn(const VersionRule& rule);

/// The media type of a version of the API in JSON: that of the vendor, or the plain one with a
/// parameter when the rule names no vendor.
[[nodiscard]] std::string mediaTypeOf(const VersionRule& rule, std::string_view version);

/// Whether a text is a day: "2026-01-01".
[[nodiscard]] bool isDay(std::string_view text);
/// The beginning of such a day, UTC, as the structured field Deprecation writes it: "@1767225600"
/// (RFC 9745 section 2.1).
[[nodiscard]] std::string deprecationField(std::string_view day);
/// The same as the HTTP-date that Sunset has (RFC 8594 section 3, RFC 9110 section 5.6.7).
[[nodiscard]] std::string sunsetField(std::string_view day);

} // namespace roundtrip
