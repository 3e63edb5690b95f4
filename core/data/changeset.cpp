#include "core/data/changeset.h"

#include "core/data/sqlite_values.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <utility>

namespace roundtrip {

namespace {

struct IteratorDeleter {
    void operator()(sqlite3_changeset_iter* iterator) const { sqlite3changeset_finalize(iterator); }
};
using ChangesetIterator = std::unique_ptr<sqlite3_changeset_iter, IteratorDeleter>;

struct GroupDeleter {
    void operator()(sqlite3_changegroup* group) const { sqlite3changegroup_delete(group); }
};

// SQLite's signatures take non-const pointers but only read.
void* bytesOf(std::string_view changeset) {
    return const_cast<char*>(changeset.data());
}
int sizeOf(std::string_view changeset) {
    return static_cast<int>(changeset.size());
}

ChangesetIterator iterate(std::string_view changeset) {
    sqlite3_changeset_iter* iterator = nullptr;
    sqlite3changeset_start(&iterator, sizeOf(changeset), bytesOf(changeset));
    return ChangesetIterator(iterator);
}

/// Takes over what SQLite allocated.
std::string taken(int size, void* bytes) {
    std::string text(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
    sqlite3_free(bytes);
    return text;
}

using ValueReader = int (*)(sqlite3_changeset_iter*, int, sqlite3_value**);

nlohmann::json valuesOf(sqlite3_changeset_iter* iterator, int columns, ValueReader read) {
    nlohmann::json values = nlohmann::json::array();
    for (int column = 0; column < columns; ++column) {
        sqlite3_value* value = nullptr;
        read(iterator, column, &value);
        values.push_back(value == nullptr ? nlohmann::json() : jsonOf(value));
    }
    return values;
}

/// The change at which the iterator stands.
struct Change {
    const char* table = nullptr;
    int columns = 0;
    int operation = 0;
};

Change changeAt(sqlite3_changeset_iter* iterator) {
    Change change;
    sqlite3changeset_op(iterator, &change.table, &change.columns, &change.operation, nullptr);
    return change;
}

std::string plainText(sqlite3_value* value) {
    const nlohmann::json json = jsonOf(value);
    return json.is_string() ? json.get<std::string>() : json.dump();
}

std::string rowNameAt(sqlite3_changeset_iter* iterator) {
    const Change change = changeAt(iterator);
    unsigned char* isKey = nullptr;
    int columns = 0;
    sqlite3changeset_pk(iterator, &isKey, &columns);
    const auto read =
        change.operation == SQLITE_INSERT ? sqlite3changeset_new : sqlite3changeset_old;
    std::string key;
    for (int column = 0; column < columns; ++column) {
        sqlite3_value* value = nullptr;
        read(iterator, column, &value);
        if (isKey[column] != 0 && value != nullptr) {
            key += (key.empty() ? "" : ",") + plainText(value);
        }
    }
    return fmt::format("{}#{}", change.table, key);
}

/// Copies pieces of a changeset, whose format stands in SQLite's sqlite3session.c: for each table
/// 'T', its number of columns, a byte per column and its name, then its changes; a change is the
/// operation, a flag, and the old and new values.
class Cutter {
  public:
    explicit Cutter(std::string_view bytes) : bytes_(bytes) {}

    [[nodiscard]] bool isAtTable() const { return at_ < bytes_.size() && bytes_[at_] == 'T'; }
    /// The header of a table.
    std::string_view table() {
        const std::size_t from = at_++;
        columns_ = varint();
        at_ += columns_;
        at_ = bytes_.find('\0', at_) + 1;
        return bytes_.substr(from, at_ - from);
    }
    std::string_view change() {
        const std::size_t from = at_;
        const auto operation = static_cast<unsigned char>(bytes_[at_]);
        at_ += 2;
        skipRecord();
        if (operation == SQLITE_UPDATE) {
            skipRecord();
        }
        return bytes_.substr(from, at_ - from);
    }

  private:
    std::size_t varint() {
        std::size_t value = 0;
        for (;;) {
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            value = value << 7U | (byte & 0x7fU);
            if (byte < 0x80U) {
                return value;
            }
        }
    }
    void skipRecord() {
        for (std::size_t column = 0; column < columns_; ++column) {
            const auto type = static_cast<unsigned char>(bytes_[at_++]);
            if (type == SQLITE_INTEGER || type == SQLITE_FLOAT) {
                at_ += 8;
            } else if (type == SQLITE_TEXT || type == SQLITE_BLOB) {
                const std::size_t size = varint();
                at_ += size;
            }
        }
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::size_t columns_ = 0;
};

} // namespace

std::vector<RowChange> readChangeset(std::string_view changeset) {
    std::vector<RowChange> changes;
    const ChangesetIterator iterator = iterate(changeset);
    while (iterator != nullptr && sqlite3changeset_next(iterator.get()) == SQLITE_ROW) {
        const auto [table, columns, operation] = changeAt(iterator.get());
        RowChange change;
        change.table = table;
        if (operation != SQLITE_INSERT) {
            change.before = valuesOf(iterator.get(), columns, sqlite3changeset_old);
        }
        if (operation != SQLITE_DELETE) {
            change.after = valuesOf(iterator.get(), columns, sqlite3changeset_new);
        }
        change.kind = operation == SQLITE_INSERT   ? RowChange::Kind::inserted
                      : operation == SQLITE_DELETE ? RowChange::Kind::deleted
                                                   : RowChange::Kind::updated;
        changes.push_back(std::move(change));
    }
    return changes;
}

std::vector<std::string> changedRowNames(std::string_view changeset, std::size_t limit) {
    std::vector<std::string> names;
    const ChangesetIterator iterator = iterate(changeset);
    while (iterator != nullptr && names.size() < limit &&
           sqlite3changeset_next(iterator.get()) == SQLITE_ROW) {
        names.push_back(rowNameAt(iterator.get()));
    }
    return names;
}

std::string inverted(std::string_view changeset) {
    int size = 0;
    void* bytes = nullptr;
    sqlite3changeset_invert(sizeOf(changeset), bytesOf(changeset), &size, &bytes);
    return taken(size, bytes);
}

std::string joined(std::string_view first, std::string_view second) {
    sqlite3_changegroup* raw = nullptr;
    sqlite3changegroup_new(&raw);
    const std::unique_ptr<sqlite3_changegroup, GroupDeleter> group(raw);
    for (const std::string_view part : {first, second}) {
        sqlite3changegroup_add(raw, sizeOf(part), bytesOf(part));
    }
    int size = 0;
    void* bytes = nullptr;
    sqlite3changegroup_output(raw, &size, &bytes);
    return taken(size, bytes);
}

std::string filtered(std::string_view changeset,
                     const std::function<bool(const std::string&)>& keeps) {
    std::string result;
    std::string_view header;
    Cutter cutter(changeset);
    const ChangesetIterator iterator = iterate(changeset);
    while (iterator != nullptr && sqlite3changeset_next(iterator.get()) == SQLITE_ROW) {
        if (cutter.isAtTable()) {
            header = cutter.table();
        }
        const std::string_view change = cutter.change();
        if (keeps(rowNameAt(iterator.get()))) {
            result += std::exchange(header, {});
            result += change;
        }
    }
    return result;
}

} // namespace roundtrip
