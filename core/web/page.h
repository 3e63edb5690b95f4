#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace roundtrip {

/// A form that a page sends off by itself as soon as it is shown.
struct PageForm {
    std::string action; ///< an address, as the page writes it
    bool isPost = false;
    std::vector<std::pair<std::string, std::string>> fields; ///< in order
};

/// The parts of an HTML page that act on their own. A small model of a browser's parser: script
/// elements with their text between the tags, and the first form of a page whose body says
/// onload="document.forms[0].submit()". Comments are skipped; other handlers (onerror and so on)
/// and scripts from files are not run.
struct Page {
    std::vector<std::string> scripts;
    std::optional<PageForm> submitted;
};
[[nodiscard]] Page readPage(std::string_view html);

/// Whether a Content-Security-Policy (CSP level 3, W3C) lets scripts run that stand in the page
/// itself. An empty policy does.
[[nodiscard]] bool allowsInlineScripts(std::string_view policy);

/// The first "https://..." address in a script's text; empty: none.
[[nodiscard]] std::string addressIn(std::string_view script);

} // namespace roundtrip
