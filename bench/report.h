#pragma once

#include <nlohmann/json.hpp>

#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>

namespace roundtrip::bench {

/// The figures of a benchmark: one line "name value unit" each on stdout, and with `--json FILE` on
/// the command line also one flat object {"name": value, ...} in that file.
class Report {
  public:
    Report(int argc, char** argv) {
        for (int i = 1; i + 1 < argc; ++i) {
            if (std::string_view(argv[i]) == "--json")
                path_ = argv[i + 1];
        }
    }

    void add(const std::string& name, double value, std::string_view unit) {
        std::printf("%s %.6g %.*s\n", name.c_str(), value, static_cast<int>(unit.size()),
                    unit.data());
        std::fflush(stdout);
        figures_[name] = value;
    }

    /// Writes the file, if one is wanted. What `main` should return: 1 when that failed.
    [[nodiscard]] int finish() const {
        if (path_.empty())
            return 0;
        std::ofstream file(path_);
        file << figures_.dump(2) << '\n';
        file.close();
        if (!file)
            std::fprintf(stderr, "cannot write %s\n", path_.c_str());
        return file ? 0 : 1;
    }

  private:
    std::string path_;
    nlohmann::ordered_json figures_ = nlohmann::ordered_json::object();
};

} // namespace roundtrip::bench
