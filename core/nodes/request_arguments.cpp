#include "core/nodes/request_arguments.h"

#include "core/kernel/text_marker.h"

namespace roundtrip {

Parameter addressArgument(const char* fallback) {
    return {.name = "target",
            .label = ROUNDTRIP_TEXT("parameters", "Address"),
            .help = ROUNDTRIP_TEXT("parameters", "Path and query, for example /users/123."),
            .fallback = fallback};
}

std::vector<Parameter> requestArguments(const char* address) {
    return {
        {.name = "method",
         .label = ROUNDTRIP_TEXT("parameters", "Method"),
         .help =
             ROUNDTRIP_TEXT("parameters", "What the request asks for: GET reads, PUT replaces."),
         .type = ParameterType::choice,
         .fallback = "GET",
         .choices = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}},
        addressArgument(address),
        {.name = "body",
         .label = ROUNDTRIP_TEXT("parameters", "Body"),
         .help = ROUNDTRIP_TEXT("parameters", "JSON that travels with the request."),
         .fallback = ""},
    };
}

} // namespace roundtrip
