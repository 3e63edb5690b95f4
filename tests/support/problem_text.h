#pragma once

#include "core/kernel/error.h"
#include "tests/support/std_string.h"

#include <string>

namespace roundtrip::test {

/// "/nodes/3/kind: unknown-kind cahce cache", for comparing and for a failing test's message.
inline std::string describe(const Error& error) {
    std::string text = error.where + ": " + error.code;
    for (const std::string& arg : error.args)
        text += " " + arg;
    return text;
}

inline std::string describe(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems)
        text += (text.empty() ? "" : "\n") + describe(problem);
    return text;
}

} // namespace roundtrip::test
