#include "app/cli/trace_file.h"

#include "core/kernel/text.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <limits>

namespace roundtrip::cli {

namespace {

constexpr std::size_t kPiece = 1U << 20U;

std::optional<std::uint64_t> numberOf(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return number;
}

} // namespace

std::optional<std::uint64_t> wholeNumber(const QString& text, bool hasUnits) {
    constexpr std::string_view kUnits = "kmg";
    std::string written = lowered(text.toStdString());
    std::uint64_t factor = 1;
    if (hasUnits && written.size() > 1) {
        if (written.back() == 'b') {
            written.pop_back();
        }
        if (const auto unit = kUnits.find(written.back()); unit != std::string_view::npos) {
            factor = std::uint64_t{1} << (10 * (unit + 1));
            written.pop_back();
        }
    }
    const auto number = numberOf(trimmed(written));
    if (!number || *number > std::numeric_limits<std::uint64_t>::max() / factor) {
        return std::nullopt;
    }
    return *number * factor;
}

TraceFile::TraceFile(const QString& name) : file_(name), buffer_(kPiece) {
    file_.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

QString TraceFile::error() const {
    return file_.error() == QFileDevice::NoError ? QString() : file_.errorString();
}

std::optional<TraceFile::Request> TraceFile::next() {
    while (const auto line = nextLine()) {
        const std::string_view written = trimmed(*line, " \t\r");
        if (written.empty() || written.front() == '#') {
            continue;
        }
        const std::size_t comma = written.rfind(',');
        Request request{trimmed(written.substr(0, comma)), 1};
        if (comma != std::string_view::npos) {
            const auto size = numberOf(trimmed(written.substr(comma + 1)));
            if (!size) {
                badLine_ = line_;
                return std::nullopt;
            }
            request.size = *size;
        }
        if (request.id.empty()) {
            badLine_ = line_;
            return std::nullopt;
        }
        return request;
    }
    return std::nullopt;
}

std::optional<std::string_view> TraceFile::nextLine() {
    std::size_t searched = begin_;
    for (;;) {
        const char* found =
            static_cast<const char*>(std::memchr(buffer_.data() + searched, '\n', end_ - searched));
        if (found != nullptr) {
            const auto length = static_cast<std::size_t>(found - (buffer_.data() + begin_));
            const std::string_view line(buffer_.data() + begin_, length);
            begin_ += length + 1;
            ++line_;
            return line;
        }
        const std::size_t known = end_ - begin_;
        if (!readMore()) {
            break;
        }
        searched = begin_ + known;
    }
    if (begin_ == end_) {
        return std::nullopt;
    }
    ++line_;
    const std::string_view last(buffer_.data() + begin_, end_ - begin_);
    begin_ = end_;
    return last;
}

bool TraceFile::readMore() {
    std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
              buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
    end_ -= begin_;
    begin_ = 0;
    if (end_ == buffer_.size()) {
        buffer_.resize(buffer_.size() * 2); // a very long line
    }
    const qint64 count =
        file_.read(buffer_.data() + end_, static_cast<qint64>(buffer_.size() - end_));
    if (count <= 0) {
        return false;
    }
    end_ += static_cast<std::size_t>(count);
    return true;
}

} // namespace roundtrip::cli
