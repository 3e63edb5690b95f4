#pragma once

#include "core/http/method.h"
#include "core/kernel/distribution.h"
#include "core/kernel/error.h"
#include "core/tasks/retry_policy.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

/// What a worker does once the work itself is done. Texts may contain {name}: an argument of the
/// task, or its {id}, {task} and {attempt}.
struct TaskEnd {
    enum class Kind { sql, call, publish };
    Kind kind = Kind::sql;
    std::string sql; ///< takes arguments as :name
    std::string to;  ///< call: a node's id
    http::Method method = http::Method::post;
    std::string target;
    std::string body;
    std::string channel; ///< publish: of the key-value store
    std::string message;
};

/// What there is to know of the tasks of one name.
struct TaskKind {
    Distribution duration;
    double failure = 0; ///< probability that an attempt fails after its time
    int steps = 1;      ///< equal parts, after each of which progress is told
    tasks::RetryPolicy retry;
    std::vector<TaskEnd> ends;
};
using TaskTable = std::map<std::string, TaskKind, std::less<>>;

/// Reads {"resize": {"duration": ..., "preset": "resize_image", "failure": 0.1, "steps": 10,
/// "retry": {...}, "then": [{"sql": ...}, {"call": {...}}, {"publish": ..., "message": ...}]}}.
/// Presets are e-mails, images, reports and imports with times as they usually are. Problems as of
/// JsonObject, "bad-distribution" {text} and "bad-task-end".
TaskTable readTaskTable(const nlohmann::json& json, Problems& problems);
/// For a Parameter's check.
[[nodiscard]] Problems checkTaskTable(const nlohmann::json& json);

/// The task's arguments as values for texts, with id, task and attempt.
[[nodiscard]] nlohmann::json taskValues(std::string_view arguments, std::uint64_t id,
                                        std::string_view name, int attempt);

} // namespace roundtrip
