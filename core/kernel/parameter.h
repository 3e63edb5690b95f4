#pragma once

#include "core/kernel/distribution_reader.h"
#include "core/kernel/error.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

enum class ParameterType {
    integer,
    real,
    duration, ///< text with a unit: "250 ms"
    boolean,
    choice, ///< one of `choices`
    text,
    distribution, ///< "250 ms" or {"exponential": "250 ms"} and so on
    document      ///< JSON that `check` knows, as routes or templates
};

struct EntryForm;

/// One property of a node kind, or one member of a handler's block: enough to draw a form, to check
/// a file and to print help. Texts are English, marked for translation under "parameters".
struct Parameter {
    std::string name; ///< as in files; permanent
    const char* label = "";
    const char* help = "";
    ParameterType type = ParameterType::text;
    nlohmann::json fallback; ///< the value when a file says nothing
    double least = 0;        ///< durations in seconds; only when least < most
    double most = 0;
    std::vector<std::string> choices = {};
    const char* unit = "";
    Problems (*check)(const nlohmann::json& value) = nullptr; ///< of a document
    bool isRequired = false; ///< of a block: there is no fallback, it is what a new one begins with
    bool isLong = false;     ///< a text that may have several lines
    /// What may stand in a document that is a list of things with handlers; null: it is another.
    const std::vector<EntryForm>& (*entries)() = nullptr;
};

/// A kind of thing that stands in a document which is a list: a route, a channel that is listened
/// to. Its texts are marked for translation under "blocks".
struct EntryForm {
    std::string key; ///< the member that tells it from the other kinds, as "path" does
    const char* title = "";
    const char* help = "";
    std::vector<Parameter> members;
    bool hasHandler = true; ///< the member "handler" is its list of blocks
};

/// None when `value` fits. Errors: "wrong-type" {name, expected}, "out-of-range" {name, least,
/// most}, "unknown-choice" {value, nearest}, "bad-duration" {text}, "bad-distribution" {text}.
/// `where` of a document's problem is a pointer below the value.
[[nodiscard]] Problems checkValue(const Parameter& parameter, const nlohmann::json& value);

/// A node's values: what the file says, or the fallback. Values were checked before.
class ParameterValues {
  public:
    ParameterValues() = default;
    ParameterValues(const std::vector<Parameter>& parameters, nlohmann::json values);

    [[nodiscard]] const nlohmann::json& value(std::string_view name) const;
    [[nodiscard]] std::int64_t integer(std::string_view name) const;
    [[nodiscard]] double real(std::string_view name) const;
    [[nodiscard]] bool boolean(std::string_view name) const;
    [[nodiscard]] SimTime duration(std::string_view name) const;
    [[nodiscard]] const std::string& text(std::string_view name) const;
    [[nodiscard]] Distribution distribution(std::string_view name) const;

    void set(std::string_view name, nlohmann::json value);

  private:
    /// Read once: nodes ask for them at each request.
    struct Value {
        std::string name;
        nlohmann::json json;
        SimTime duration;
        Distribution distribution;
        std::int64_t integer = 0;
        double real = 0;
        bool boolean = false;
    };
    [[nodiscard]] const Value& find(std::string_view name) const;
    static void read(Value& value);

    std::vector<Value> values_;
};

} // namespace roundtrip
