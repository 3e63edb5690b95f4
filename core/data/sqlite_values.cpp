#include "core/data/sqlite_values.h"

#include "core/kernel/text.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

namespace roundtrip {

namespace {

std::string blobText(sqlite3_value* value) {
    const auto* bytes = static_cast<const unsigned char*>(sqlite3_value_blob(value));
    const std::span blob(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)));
    return fmt::format("x'{:02x}'", fmt::join(blob, ""));
}

/// SQLite keeps any bytes as text; JSON takes UTF-8 only. What is none becomes U+FFFD.
nlohmann::json textOf(sqlite3_value* value) {
    std::string text(reinterpret_cast<const char*>(sqlite3_value_text(value)),
                     static_cast<std::size_t>(sqlite3_value_bytes(value)));
    const auto isAscii = [](char letter) { return static_cast<unsigned char>(letter) < 0x80; };
    nlohmann::json json(std::move(text));
    if (std::ranges::all_of(json.get_ref<const std::string&>(), isAscii)) {
        return json;
    }
    return nlohmann::json::parse(
        json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

void bindOne(sqlite3_stmt* statement, int index, const nlohmann::json& value) {
    if (value.is_boolean()) {
        sqlite3_bind_int(statement, index, value.get<bool>() ? 1 : 0);
    } else if (value.is_number_integer()) {
        sqlite3_bind_int64(statement, index, value.get<std::int64_t>());
    } else if (value.is_number()) {
        sqlite3_bind_double(statement, index, value.get<double>());
    } else if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        sqlite3_bind_text64(statement, index, text.data(), text.size(), SQLITE_TRANSIENT,
                            SQLITE_UTF8);
    } else if (!value.is_null()) {
        const std::string text = value.dump();
        sqlite3_bind_text64(statement, index, text.data(), text.size(), SQLITE_TRANSIENT,
                            SQLITE_UTF8);
    }
}

} // namespace

nlohmann::json jsonOf(sqlite3_value* value) {
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        return sqlite3_value_int64(value);
    case SQLITE_FLOAT:
        return sqlite3_value_double(value);
    case SQLITE_TEXT:
        return textOf(value);
    case SQLITE_BLOB:
        return blobText(value);
    default:
        return nullptr;
    }
}

tl::expected<void, Error> bindValues(sqlite3_stmt* statement, const nlohmann::json& values) {
    const int count = sqlite3_bind_parameter_count(statement);
    for (int index = 1; index <= count && !values.is_null(); ++index) {
        const char* name = sqlite3_bind_parameter_name(statement, index);
        const std::string plain = name == nullptr ? "?" : name + 1;
        const auto found = values.find(plain);
        if (found == values.end()) {
            return tl::unexpected(Error{"sql-missing-value", {plain}, sqlite3_sql(statement)});
        }
        bindOne(statement, index, *found);
    }
    return {};
}

std::string wordsOf(const Error& error) {
    if (error.code == "sql-failed" && error.args.size() == 1) {
        return error.args.front();
    }
    std::string words = error.code;
    for (const std::string& argument : error.args) {
        words += '\n';
        words += argument;
    }
    return words;
}

Error errorOfWords(const std::string& words) {
    if (words.find('\n') == std::string::npos) {
        return {"sql-failed", {words}, {}};
    }
    std::string_view rest = words;
    Error error{std::string(cutPart(rest, '\n')), {}, {}};
    while (!rest.empty()) {
        error.args.emplace_back(cutPart(rest, '\n'));
    }
    return error;
}

} // namespace roundtrip
