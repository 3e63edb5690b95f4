#include "core/nodes/tasks/task_table.h"

#include "core/kernel/json_object.h"
#include "core/kernel/parameter.h"

#include <fmt/format.h>

#include <array>

namespace roundtrip {

namespace {

struct Preset {
    std::string_view name;
    std::int64_t meanMilliseconds;
    double sigma; ///< of the logarithm
    int steps;
};
constexpr std::array<Preset, 4> kPresets{{{"send_email", 800, 0.5, 1},
                                          {"resize_image", 1500, 0.25, 1},
                                          {"make_report", 20'000, 0.4, 1},
                                          {"import_rows", 60'000, 0.3, 10}}};

void readPreset(JsonObject& object, TaskKind& task) {
    if (object.find("preset") == nullptr) {
        return;
    }
    std::vector<std::string_view> names;
    names.reserve(kPresets.size());
    for (const Preset& preset : kPresets) {
        names.push_back(preset.name);
    }
    const Preset& preset = kPresets.at(object.choice("preset", names, 0));
    task.duration =
        Distribution::lognormal(SimTime::milliseconds(preset.meanMilliseconds), preset.sigma);
    task.steps = preset.steps;
}

void readCall(const nlohmann::json& json, const std::string& pointer, TaskEnd& end,
              Problems& problems) {
    JsonObject object(json, pointer, problems);
    object.allowOnly({"to", "method", "target", "body"});
    end.to = object.requiredText("to");
    end.target = object.text("target", "/");
    end.body = object.text("body");
    const std::string name = object.text("method", "POST");
    const auto method = http::parseMethod(name);
    if (!method) {
        object.report("bad-method", {name}, "method");
    }
    end.method = method.value_or(http::Method::post);
}

TaskEnd readEnd(const JsonObject::Element& element, Problems& problems) {
    TaskEnd end;
    JsonObject object(*element.json, element.pointer, problems);
    object.allowOnly({"sql", "call", "publish", "message"});
    if (const nlohmann::json* call = object.find("call")) {
        end.kind = TaskEnd::Kind::call;
        readCall(*call, object.pointerTo("call"), end, problems);
    } else if (object.find("publish") != nullptr) {
        end.kind = TaskEnd::Kind::publish;
        end.channel = object.requiredText("publish");
        end.message = object.text("message");
    } else if (object.find("sql") != nullptr) {
        end.sql = object.requiredText("sql");
    } else if (object.isObject()) {
        object.report("bad-task-end", {});
    }
    return end;
}

TaskKind readTask(const nlohmann::json& json, const std::string& pointer, Problems& problems) {
    TaskKind task;
    JsonObject object(json, pointer, problems);
    object.allowOnly({"preset", "duration", "failure", "steps", "retry", "then"});
    readPreset(object, task);
    if (const nlohmann::json* duration = object.find("duration")) {
        if (const auto read = readDistribution(*duration)) {
            task.duration = *read;
        } else {
            object.report("bad-distribution", read.error().args, "duration");
        }
    }
    task.failure = object.number("failure", 0, 0, 1);
    task.steps = static_cast<int>(object.integer("steps", task.steps, 1, 1000));
    if (const nlohmann::json* retry = object.find("retry")) {
        task.retry = tasks::readRetryPolicy(*retry, object.pointerTo("retry"), problems);
    }
    for (const JsonObject::Element& element : object.array("then")) {
        task.ends.push_back(readEnd(element, problems));
    }
    return task;
}

} // namespace

TaskTable readTaskTable(const nlohmann::json& json, Problems& problems) {
    TaskTable table;
    if (!json.is_object()) {
        problems.push_back({"not-an-object", {}, ""});
        return table;
    }
    for (const auto& [name, task] : json.items()) {
        table.emplace(name, readTask(task, "/" + name, problems));
    }
    return table;
}

Problems checkTaskTable(const nlohmann::json& json) {
    Problems problems;
    readTaskTable(json, problems);
    return problems;
}

nlohmann::json taskValues(std::string_view arguments, std::uint64_t id, std::string_view name,
                          int attempt) {
    nlohmann::json values = nlohmann::json::parse(arguments, nullptr, false);
    if (!values.is_object()) {
        values = nlohmann::json::object();
    }
    values["id"] = id;
    values["task"] = name;
    values["attempt"] = attempt;
    return values;
}

} // namespace roundtrip
