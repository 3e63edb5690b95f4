#include "core/interop/client_code.h"

#include "core/kernel/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

namespace roundtrip {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 9> kWrittenByBrowsers{
    "host",   "user-agent",     "cookie",     "origin", "accept-encoding",
    "accept", "content-length", "connection", "referer"};

struct Call {
    std::string method;
    std::string target;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body; ///< as JavaScript
    bool isJson = false;
    bool sendsCookies = false;

    [[nodiscard]] bool isRead() const { return method == "GET" || method == "HEAD"; }
    [[nodiscard]] bool hasOptions() const { return !isRead() || !headers.empty() || sendsCookies; }
};

std::string literal(std::string_view text) {
    return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Every line but the first moved to the right.
std::string indented(const std::string& text, int by) {
    std::string result;
    for (const char letter : text) {
        result += letter;
        if (letter == '\n') {
            result.append(static_cast<std::size_t>(by), ' ');
        }
    }
    return result;
}

/// JSON as JavaScript writes it: names without quotes where they are names.
std::string asScript(const Json& value) {
    if (!value.is_object() || value.empty()) {
        return value.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    const auto isName = [](const std::string& key) {
        return !key.empty() && std::isdigit(static_cast<unsigned char>(key[0])) == 0 &&
               std::ranges::all_of(key, isWordLetter);
    };
    std::string members;
    for (const auto& [key, member] : value.items()) {
        members += fmt::format("{}{}: {}", members.empty() ? "" : ", ",
                               isName(key) ? key : literal(key), asScript(member));
    }
    return fmt::format("{{ {} }}", members);
}

Call callOf(const http::Request& request) {
    Call call{.method = std::string(http::toString(request.method)), .target = request.target};
    for (const auto& [name, value] : request.headers.fields()) {
        const std::string lower = lowered(name);
        call.sendsCookies |= lower == "cookie";
        if (std::ranges::find(kWrittenByBrowsers, lower) == kWrittenByBrowsers.end()) {
            call.headers.emplace_back(name, value);
        }
    }
    if (!request.body.empty()) {
        const Json json = Json::parse(request.body, nullptr, false);
        call.isJson = !json.is_discarded() && json.is_structured();
        call.body = call.isJson ? asScript(json) : literal(request.body);
    }
    return call;
}

std::string headersOf(const Call& call) {
    std::string members;
    for (const auto& [name, value] : call.headers) {
        members +=
            fmt::format("{}{}: {}", members.empty() ? "" : ", ", literal(name), literal(value));
    }
    return fmt::format("{{ {} }}", members);
}

/// `await fetch(...)`, with its options a line each.
std::string fetchCall(const Call& call) {
    if (!call.hasOptions()) {
        return fmt::format("await fetch({})", literal(call.target));
    }
    std::string options;
    if (call.method != "GET") {
        options += fmt::format("  method: {},\n", literal(call.method));
    }
    if (!call.headers.empty()) {
        options += fmt::format("  headers: {},\n", headersOf(call));
    }
    if (call.sendsCookies) {
        options += "  credentials: \"include\",\n";
    }
    if (!call.body.empty()) {
        options += call.isJson ? fmt::format("  body: JSON.stringify({}),\n", call.body)
                               : fmt::format("  body: {},\n", call.body);
    }
    return fmt::format("await fetch({}, {{\n{}}})", literal(call.target), options);
}

/// The part that is the same in every style: ask, look at the status, read.
std::string asked(const Call& call, std::string_view then) {
    return fmt::format("const response = {};\n"
                       "if (!response.ok) throw new Error(`HTTP ${{response.status}}`);\n"
                       "{}",
                       fetchCall(call), then);
}

std::string asFetch(const Call& call) {
    return asked(call, "const data = await response.json();\nconsole.log(data);\n");
}

std::string asReact(const Call& call) {
    const std::string load = indented(asked(call, "setData(await response.json());"), 4);
    if (call.isRead()) {
        return fmt::format(R"JS(import {{ useEffect, useState }} from "react";

export function Page() {{
  const [data, setData] = useState(null);
  const [error, setError] = useState(null);

  useEffect(() => {{
    const load = async () => {{
      {}
    }};
    load().catch(setError);
  }}, []);

  if (error) return <p>{{error.message}}</p>;
  if (!data) return <p>Loading…</p>;
  return <pre>{{JSON.stringify(data, null, 2)}}</pre>;
}}
)JS",
                           indented(load, 2));
    }
    return fmt::format(R"JS(import {{ useState }} from "react";

export function Form() {{
  const [data, setData] = useState(null);
  const [error, setError] = useState(null);

  const send = async () => {{
    {}
  }};

  return (
    <>
      <button onClick={{() => send().catch(setError)}}>Send</button>
      {{error && <p>{{error.message}}</p>}}
      {{data && <pre>{{JSON.stringify(data, null, 2)}}</pre>}}
    </>
  );
}}
)JS",
                       load);
}

std::string asVue(const Call& call) {
    return fmt::format(
        R"JS(<script setup>
import {{ {} }} from "vue";

const data = ref(null);
const error = ref(null);

async function {}() {{
  try {{
    {}
  }} catch (problem) {{
    error.value = problem;
  }}
}}
{}</script>

<template>
{}  <p v-if="error">{{{{ error.message }}}}</p>
  <pre v-else-if="data">{{{{ data }}}}</pre>
</template>
)JS",
        call.isRead() ? "onMounted, ref" : "ref", call.isRead() ? "load" : "send",
        indented(asked(call, "data.value = await response.json();"), 4),
        call.isRead() ? "\nonMounted(load);\n" : "",
        call.isRead() ? "" : "  <button @click=\"send\">Send</button>\n");
}

std::string asAngular(const Call& call) {
    std::string options;
    if (!call.headers.empty()) {
        options += fmt::format("      headers: {},\n", headersOf(call));
    }
    if (call.sendsCookies) {
        options += "      withCredentials: true,\n";
    }
    if (!call.body.empty()) {
        options += fmt::format("      body: {},\n", call.body);
    }
    const std::string sent =
        options.empty()
            ? fmt::format("this.http.request({}, {})", literal(call.method), literal(call.target))
            : fmt::format("this.http.request({}, {}, {{\n{}    }})", literal(call.method),
                          literal(call.target), options);
    return fmt::format(R"JS(import {{ HttpClient }} from "@angular/common/http";
import {{ Component, inject, signal }} from "@angular/core";
import {{ JsonPipe }} from "@angular/common";

@Component({{
  selector: "app-page",
  standalone: true,
  imports: [JsonPipe],
  template: `
    <button (click)="send()">Send</button>
    @if (error(); as message) {{ <p>{{{{ message }}}}</p> }}
    @if (data(); as found) {{ <pre>{{{{ found | json }}}}</pre> }}
  `,
}})
export class PageComponent {{
  private http = inject(HttpClient);
  data = signal<unknown>(null);
  error = signal("");

  send() {{
    {}.subscribe({{
      next: (found) => this.data.set(found),
      error: (problem) => this.error.set(problem.message),
    }});
  }}
}}
)JS",
                       sent);
}

} // namespace

std::optional<http::Request> requestIn(std::string_view wire) {
    std::string_view rest = wire;
    std::string_view line = cutPart(rest, '\n');
    const std::string_view first = trimmed(line, " \t\r");
    std::string_view words = first;
    const auto method = http::parseMethod(cutPart(words, ' '));
    const std::string_view target = cutPart(words, ' ');
    if (!method || target.empty() || !words.starts_with("HTTP/1.")) {
        return std::nullopt;
    }
    http::Request request{.method = *method, .target = std::string(target)};
    while (!rest.empty()) {
        line = trimmed(cutPart(rest, '\n'), " \t\r");
        if (line.empty()) {
            break;
        }
        const std::string_view name = cutPart(line, ':');
        request.headers.set(std::string(name), std::string(trimmed(line)));
    }
    request.body = std::string(trimmed(rest, " \t\r\n"));
    return request;
}

std::string clientCode(ClientStyle style, const http::Request& request) {
    const Call call = callOf(request);
    switch (style) {
    case ClientStyle::fetch:
        return asFetch(call);
    case ClientStyle::react:
        return asReact(call);
    case ClientStyle::vue:
        return asVue(call);
    case ClientStyle::angular:
        return asAngular(call);
    }
    return {};
}

} // namespace roundtrip
