#include "bench/report.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

using namespace roundtrip;

namespace {

constexpr int kRuns = 5;

/// The figures that the program prints about its own start: "name value unit" lines.
std::map<std::string, double> startOnce(const QString& program) {
    const QTemporaryDir home; // no settings or progress of the person who measures
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_CONFIG_HOME", home.path());
    environment.insert("XDG_DATA_HOME", home.path());
    process.setProcessEnvironment(environment);
    process.start(program, {"--startup-report"});
    process.waitForFinished();
    std::map<std::string, double> figures;
    for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
        const auto words = line.split(' ');
        if (words.size() == 3) {
            figures[words[0].toStdString()] = words[1].toDouble();
        }
    }
    return figures;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    bench::Report report(argc, argv);
    const QString program = QCoreApplication::applicationDirPath() + "/roundtrip";
    std::map<std::string, std::vector<double>> all;
    for (int run = 0; run < kRuns; ++run) {
        for (const auto& [name, value] : startOnce(program)) {
            all[name].push_back(value);
        }
    }
    if (all.empty()) {
        std::fputs("the program did not report its start\n", stderr);
        return 1;
    }
    for (auto& [name, values] : all) {
        std::ranges::sort(values);
        report.add(name, values[values.size() / 2], name.ends_with("_mb") ? "MB" : "ms");
    }
    return report.finish();
}
