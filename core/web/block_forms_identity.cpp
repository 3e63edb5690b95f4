#include "core/web/block_forms.h"

namespace roundtrip {

namespace {

using Kind = HandlerBlock::Kind;

constexpr double kHour = 3600;

std::vector<Parameter> providerMembers() {
    return {{.name = "provider",
             .label = ROUNDTRIP_TEXT("parameters", "Identity provider"),
             .help = ROUNDTRIP_TEXT("parameters", "The part's id."),
             .type = ParameterType::text,
             .fallback = "identity",
             .isRequired = true},
            {.name = "client_id",
             .label = ROUNDTRIP_TEXT("parameters", "Client's name there"),
             .help = ROUNDTRIP_TEXT("parameters", "How the provider knows this site."),
             .type = ParameterType::text,
             .fallback = "photos",
             .isRequired = true},
            {.name = "redirect_uri",
             .label = ROUNDTRIP_TEXT("parameters", "Way back"),
             .help = ROUNDTRIP_TEXT("parameters",
                                    "Where the browser comes back to, as registered there."),
             .type = ParameterType::text,
             .fallback = "https://app/callback",
             .isRequired = true}};
}

BlockForm oauthStartForm() {
    BlockForm form{.kind = Kind::oauthStart,
                   .name = "oauth_start",
                   .title = ROUNDTRIP_TEXT("blocks", "Send to the identity provider"),
                   .help =
                       ROUNDTRIP_TEXT("blocks", "The browser signs in there and comes back with "
                                                "a code."),
                   .category = BlockCategory::signIn,
                   .members = providerMembers()};
    form.members.push_back(
        {.name = "scope",
         .label = ROUNDTRIP_TEXT("parameters", "Scope"),
         .help = ROUNDTRIP_TEXT("parameters", "What the site asks to know or to do."),
         .type = ParameterType::text,
         .fallback = "openid"});
    form.members.push_back(
        {.name = "pkce",
         .label = ROUNDTRIP_TEXT("parameters", "With PKCE"),
         .help =
             ROUNDTRIP_TEXT("parameters", "Off: whoever has the code can use it, a thief as well."),
         .type = ParameterType::boolean,
         .fallback = true});
    return form;
}

BlockForm loginForm() {
    return {.kind = Kind::login,
            .name = "login",
            .title = ROUNDTRIP_TEXT("blocks", "Sign in"),
            .help = ROUNDTRIP_TEXT("blocks", "Checks the body's name and password."),
            .category = BlockCategory::signIn,
            .members = {{.name = "issue",
                         .label = ROUNDTRIP_TEXT("parameters", "Gives"),
                         .help = ROUNDTRIP_TEXT("parameters",
                                                "A session, known by a cookie, or a signed token."),
                         .type = ParameterType::choice,
                         .fallback = "session",
                         .choices = {"session", "token"}}}};
}

BlockForm requireOwnerForm() {
    return {.kind = Kind::requireOwner,
            .name = "require_owner",
            .title = ROUNDTRIP_TEXT("blocks", "Check whose it is"),
            .help = ROUNDTRIP_TEXT("blocks", "Refuses unless what was found belongs to who is "
                                             "signed in."),
            .category = BlockCategory::signIn,
            .members = {{.name = "column",
                         .label = ROUNDTRIP_TEXT("parameters", "Column of the owner"),
                         .help = ROUNDTRIP_TEXT("parameters", "Which column names the owner."),
                         .type = ParameterType::text,
                         .fallback = "owner",
                         .isRequired = true},
                        {.name = "hides",
                         .label = ROUNDTRIP_TEXT("parameters", "Hide that it is there"),
                         .help = ROUNDTRIP_TEXT("parameters", "404 instead of 403."),
                         .type = ParameterType::boolean,
                         .fallback = false}}};
}

/// Sign-in without any settings.
BlockForm plainForm(Kind kind, std::string name, const char* title, const char* help) {
    return {.kind = kind,
            .name = std::move(name),
            .title = title,
            .help = help,
            .category = BlockCategory::signIn};
}

std::vector<Parameter> requestMembers() {
    return {{.name = "to",
             .label = ROUNDTRIP_TEXT("parameters", "Service"),
             .help = ROUNDTRIP_TEXT("parameters", "The part's id."),
             .type = ParameterType::text,
             .fallback = "service",
             .isRequired = true},
            {.name = "target",
             .label = ROUNDTRIP_TEXT("parameters", "Path"),
             .help = ROUNDTRIP_TEXT("parameters", "With the query string: /search?q={q}."),
             .type = ParameterType::text,
             .fallback = "/",
             .isRequired = true},
            {.name = "method",
             .label = ROUNDTRIP_TEXT("parameters", "Method"),
             .help = ROUNDTRIP_TEXT("parameters", "What is to be done there."),
             .type = ParameterType::choice,
             .fallback = "GET",
             .choices = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"}},
            {.name = "body",
             .label = ROUNDTRIP_TEXT("parameters", "Body"),
             .help = ROUNDTRIP_TEXT("parameters", "With {name} filled in."),
             .type = ParameterType::text,
             .fallback = "",
             .isLong = true}};
}

BlockForm callForm() {
    BlockForm form{.kind = Kind::call,
                   .name = "call",
                   .title = ROUNDTRIP_TEXT("blocks", "Call a service"),
                   .help = ROUNDTRIP_TEXT("blocks",
                                          "Asks another server; if it fails, so does this, unless "
                                          "other blocks stand by."),
                   .category = BlockCategory::network,
                   .members = requestMembers(),
                   .branches = {{"otherwise", ROUNDTRIP_TEXT("blocks", "If it fails")}}};
    form.members.push_back(
        {.name = "timeout",
         .label = ROUNDTRIP_TEXT("parameters", "Patience"),
         .help = ROUNDTRIP_TEXT("parameters", "How long one try may take; 0 s: for ever."),
         .type = ParameterType::duration,
         .fallback = "0 s",
         .least = 0,
         .most = kHour});
    form.members.push_back(retriesMember(0));
    form.members.push_back(backoffMember("100 ms"));
    form.members.push_back(
        {.name = "idempotent",
         .label = ROUNDTRIP_TEXT("parameters", "Key against doing it twice"),
         .help = ROUNDTRIP_TEXT("parameters", "All tries carry the same Idempotency-Key."),
         .type = ParameterType::boolean,
         .fallback = false});
    form.members.push_back(
        {.name = "breaker",
         .label = ROUNDTRIP_TEXT("parameters", "Circuit breaker"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "An object: {\"failures\": 5, \"window\": \"10 s\", \"open\": "
                                "\"30 s\", \"trials\": 1}."),
         .type = ParameterType::document,
         .fallback = nlohmann::json()});
    form.members.push_back(nameMember("result"));
    return form;
}

} // namespace

std::vector<BlockForm> signInForms() {
    return {loginForm(),
            plainForm(Kind::signUp, "sign_up", ROUNDTRIP_TEXT("blocks", "Make an account"),
                      ROUNDTRIP_TEXT("blocks", "Of the body's name and password.")),
            plainForm(Kind::logout, "logout", ROUNDTRIP_TEXT("blocks", "Sign out"),
                      ROUNDTRIP_TEXT("blocks", "Ends the session, or revokes the token.")),
            plainForm(Kind::refresh, "refresh", ROUNDTRIP_TEXT("blocks", "Renew the token"),
                      ROUNDTRIP_TEXT("blocks", "A new token for a refresh token.")),
            requireOwnerForm(),
            oauthStartForm(),
            {.kind = Kind::oauthFinish,
             .name = "oauth_finish",
             .title = ROUNDTRIP_TEXT("blocks", "Take the provider's code"),
             .help = ROUNDTRIP_TEXT("blocks", "Fetches who it is with the code, and opens a "
                                              "session."),
             .category = BlockCategory::signIn,
             .members = providerMembers()}};
}

std::vector<BlockForm> networkForms() {
    return {callForm()};
}

} // namespace roundtrip
