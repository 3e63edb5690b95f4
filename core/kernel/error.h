#pragma once

#include <string>
#include <utility>
#include <vector>

namespace roundtrip {

/// Bad data, said in a way that a program can translate: a stable code, the words that belong
/// into its sentence, and the place. Core never writes sentences for learners; the app does.
struct Error {
    std::string code;              ///< kebab-case and permanent, for example "unknown-kind"
    std::vector<std::string> args; ///< in the order in which the code's sentence names them
    std::string where;             ///< JSON pointer, SQL text or file position; may be empty

    friend bool operator==(const Error&, const Error&) = default;
};

/// What a reader says of a document; one entry for each thing to mend.
using Problem = Error;
using Problems = std::vector<Problem>;

} // namespace roundtrip
