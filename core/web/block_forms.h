#pragma once

#include "core/kernel/text_marker.h"
#include "core/web/block_form.h"

#include <string>
#include <vector>

namespace roundtrip {

// The forms of each category, in the order of the menu.

[[nodiscard]] std::vector<BlockForm> controlForms();
[[nodiscard]] std::vector<BlockForm> answerForms();
[[nodiscard]] std::vector<BlockForm> dataForms();
[[nodiscard]] std::vector<BlockForm> cacheForms();
[[nodiscard]] std::vector<BlockForm> signInForms();
[[nodiscard]] std::vector<BlockForm> taskForms();
[[nodiscard]] std::vector<BlockForm> networkForms();

// Members that several forms have.

[[nodiscard]] Parameter nameMember(std::string fallback);
[[nodiscard]] Parameter retriesMember(int fallback);
[[nodiscard]] Parameter backoffMember(std::string fallback);
[[nodiscard]] Parameter statusMember();
[[nodiscard]] Parameter headersMember();
/// An object with texts to fill in, or a text that is a name in braces.
[[nodiscard]] Parameter patternMember(std::string name, const char* label, const char* help);

} // namespace roundtrip
