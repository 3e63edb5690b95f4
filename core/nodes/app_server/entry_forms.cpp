#include "core/nodes/app_server/entry_forms.h"

#include "core/kernel/text_marker.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace roundtrip {

namespace {

Parameter textMember(std::string name, const char* label, const char* help,
                     std::string fallback = {}) {
    return {.name = std::move(name),
            .label = label,
            .help = help,
            .type = ParameterType::text,
            .fallback = std::move(fallback)};
}

Parameter accessMember() {
    return textMember(
        "access", ROUNDTRIP_TEXT("parameters", "Who may"),
        ROUNDTRIP_TEXT("parameters", "public, signed_in, or roles with commas: admin, editor."),
        "public");
}

/// How long a route is there: of routes and resources.
std::vector<Parameter> lifeMembers() {
    return {
        textMember("version", ROUNDTRIP_TEXT("parameters", "Version of the API"),
                   ROUNDTRIP_TEXT("parameters", "Which one it belongs to; empty: to all.")),
        textMember("deprecated", ROUNDTRIP_TEXT("parameters", "Deprecated since"),
                   ROUNDTRIP_TEXT("parameters", "A day: 2026-01-01; empty: it is not.")),
        textMember("sunset", ROUNDTRIP_TEXT("parameters", "Gone from"),
                   ROUNDTRIP_TEXT("parameters", "The day it may be gone; empty: nobody says so."))};
}

EntryForm routeForm() {
    EntryForm form{
        .key = "path",
        .title = ROUNDTRIP_TEXT("blocks", "Route"),
        .help = ROUNDTRIP_TEXT("blocks", "An address, and the blocks that answer there."),
        .members = {
            {.name = "method",
             .label = ROUNDTRIP_TEXT("parameters", "Method"),
             .help = ROUNDTRIP_TEXT("parameters", "What is to be done there."),
             .type = ParameterType::choice,
             .fallback = "GET",
             .choices = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"},
             .isRequired = true},
            {.name = "methods",
             .label = ROUNDTRIP_TEXT("parameters", "Several methods"),
             .help = ROUNDTRIP_TEXT("parameters", "Instead of one, a list: [\"GET\", \"HEAD\"]."),
             .type = ParameterType::document,
             .fallback = nlohmann::json::array()},
            {.name = "path",
             .label = ROUNDTRIP_TEXT("parameters", "Path"),
             .help = ROUNDTRIP_TEXT("parameters",
                                    "As the framework writes it: /photos/<int:id> in Flask, "
                                    "/photos/:id in Express."),
             .type = ParameterType::text,
             .fallback = "/new",
             .isRequired = true},
            accessMember(),
            textMember("summary", ROUNDTRIP_TEXT("parameters", "Name"),
                       ROUNDTRIP_TEXT("parameters", "What it is for, in the menu of routes."))}};
    std::ranges::move(lifeMembers(), std::back_inserter(form.members));
    return form;
}

EntryForm resourceForm() {
    EntryForm form{
        .key = "resource",
        .title = ROUNDTRIP_TEXT("blocks", "REST resource"),
        .help = ROUNDTRIP_TEXT("blocks", "Six routes at once: list, add, read, replace, change and "
                                         "remove objects of a model."),
        .members = {{.name = "resource",
                     .label = ROUNDTRIP_TEXT("parameters", "Path"),
                     .help = ROUNDTRIP_TEXT("parameters", "Of the whole list: /photos."),
                     .type = ParameterType::text,
                     .fallback = "/things",
                     .isRequired = true},
                    {.name = "model",
                     .label = ROUNDTRIP_TEXT("parameters", "Model"),
                     .help = ROUNDTRIP_TEXT("parameters", "Its name in the models."),
                     .type = ParameterType::text,
                     .fallback = "Thing",
                     .isRequired = true},
                    accessMember(),
                    textMember("write_access", ROUNDTRIP_TEXT("parameters", "Who may write"),
                               ROUNDTRIP_TEXT("parameters", "As above; empty: who may read."))},
        .hasHandler = false};
    std::ranges::move(lifeMembers(), std::back_inserter(form.members));
    return form;
}

EntryForm channelForm(std::string key, const char* title, const char* help, Parameter name) {
    name.name = key;
    name.isRequired = true;
    return {.key = std::move(key), .title = title, .help = help, .members = {std::move(name)}};
}

} // namespace

const std::vector<EntryForm>& routeEntries() {
    static const std::vector<EntryForm> kForms{routeForm(), resourceForm()};
    return kForms;
}

const std::vector<EntryForm>& subscriptionEntries() {
    static const std::vector<EntryForm> kForms{
        channelForm("channel", ROUNDTRIP_TEXT("blocks", "Channel"),
                    ROUNDTRIP_TEXT("blocks", "What is to be done with each message of a channel."),
                    textMember({}, ROUNDTRIP_TEXT("parameters", "Channel"),
                               ROUNDTRIP_TEXT("parameters", "Its name in the key-value store."),
                               "news")),
        channelForm("pattern", ROUNDTRIP_TEXT("blocks", "Channels that fit a pattern"),
                    ROUNDTRIP_TEXT("blocks", "What is to be done with each message of them."),
                    textMember({}, ROUNDTRIP_TEXT("parameters", "Pattern"),
                               ROUNDTRIP_TEXT("parameters", "* stands for anything: news.*."),
                               "news.*"))};
    return kForms;
}

std::vector<std::string_view> memberNames(const EntryForm& form) {
    std::vector<std::string_view> names;
    std::ranges::transform(form.members, std::back_inserter(names), &Parameter::name);
    if (form.hasHandler) {
        names.emplace_back("handler");
    }
    return names;
}

} // namespace roundtrip
