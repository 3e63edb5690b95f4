#pragma once

#include <QHash>
#include <QString>

#include <initializer_list>
#include <span>

namespace roundtrip {

/// A code of core and its words, in English; marked with QT_TRANSLATE_NOOP.
struct Sentence {
    const char* code;
    const char* text;
};

using Sentences = QHash<QString, const char*>;

inline Sentences joined(std::initializer_list<std::span<const Sentence>> tables) {
    Sentences all;
    for (const std::span<const Sentence> table : tables) {
        for (const Sentence& each : table) {
            all.insert(QString::fromLatin1(each.code), each.text);
        }
    }
    return all;
}

} // namespace roundtrip
