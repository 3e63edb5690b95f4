#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip::architecture {

struct SourceFile {
    std::string path; ///< from the root, with slashes: "core/http/method.h"
    std::string text;
};

/// Every .cpp and .h below the named folders of the source tree, sorted by path.
inline std::vector<SourceFile> readSources(const std::vector<std::string_view>& folders) {
    const std::filesystem::path root = ROUNDTRIP_SOURCE_DIR;
    std::vector<SourceFile> sources;
    for (const std::string_view folder : folders) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            const std::filesystem::path& path = entry.path();
            if (path.extension() != ".cpp" && path.extension() != ".h")
                continue;
            std::ifstream file(path, std::ios::binary);
            sources.push_back({path.lexically_relative(root).generic_string(),
                               {std::istreambuf_iterator<char>(file), {}}});
        }
    }
    std::ranges::sort(sources, {}, &SourceFile::path);
    return sources;
}

inline std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

/// A place in the tree that breaks a rule.
struct Breach {
    std::string file;
    std::size_t line = 0; ///< from 1
    std::string rule;
};

inline std::string describe(const std::vector<Breach>& breaches) {
    std::string text;
    for (const Breach& breach : breaches) {
        text += "\n" + breach.file + ":" + std::to_string(breach.line) + ": " + breach.rule;
    }
    return text;
}

} // namespace roundtrip::architecture
