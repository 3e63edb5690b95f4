#pragma once

#include "core/data/orm/model.h"
#include "core/data/sqlite_database.h"

#include <QFile>
#include <QTest>

#include <string>

namespace roundtrip::test {

/// A file below tests/.
inline std::string readFile(const std::string& path) {
    QFile file(QString::fromStdString(ROUNDTRIP_SOURCE_DIR "/tests/" + path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", path.c_str());
    return file.readAll().toStdString();
}

/// Authors, books, tags and reviews: one to one, one to many, many to many.
struct Library {
    Library() {
        for (const std::string& statement : orm::createStatements(schema))
            must(statement);
        must("PRAGMA foreign_keys = ON");
        must(readFile("data/orm/library_rows.sql"));
    }
    void must(const std::string& sql) {
        if (const auto done = database.run(sql); !done)
            qFatal("%s: %s", sql.c_str(), done.error().args.front().c_str());
    }

    orm::Schema schema =
        orm::readSchema(nlohmann::json::parse(readFile("data/orm/library.json"))).value();
    SqliteDatabase database;
};

} // namespace roundtrip::test
