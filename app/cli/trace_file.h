#pragma once

#include <QFile>
#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace roundtrip::cli {

/// "64" or, with units, "64K", "64M", "64G" (powers of 1024, with or without a B). None when it is
/// something else or more than 64 bits hold.
[[nodiscard]] std::optional<std::uint64_t> wholeNumber(const QString& text, bool hasUnits);

/// A list of requests for a cache, read piece by piece: a line each, `id,size`, the size in bytes.
/// Without a comma the size is 1. Empty lines and lines that begin with # say nothing; spaces
/// around id and size do not count, a carriage return at the end of a line neither. The size stands
/// behind the last comma.
class TraceFile {
  public:
    struct Request {
        std::string_view id; ///< valid until the next call
        std::uint64_t size = 1;
    };

    explicit TraceFile(const QString& name);

    [[nodiscard]] bool isOpen() const { return file_.isOpen(); }
    /// Nothing at the end, or at a line that cannot be understood.
    [[nodiscard]] std::optional<Request> next();
    /// The number of the line that cannot be understood, from 1 on; 0: there was none.
    [[nodiscard]] std::uint64_t badLine() const { return badLine_; }
    /// Why the file could not be read; empty when it could.
    [[nodiscard]] QString error() const;

  private:
    /// The next line without its end; nothing after the last.
    std::optional<std::string_view> nextLine();
    bool readMore();

    QFile file_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0; ///< of what was not handed out yet
    std::size_t end_ = 0;
    std::uint64_t line_ = 0;
    std::uint64_t badLine_ = 0;
};

} // namespace roundtrip::cli
