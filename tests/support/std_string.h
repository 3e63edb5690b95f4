#pragma once

#include <QTest>

#include <string>

namespace QTest {

/// So that a QCOMPARE of texts that fails shows both.
template <>
inline char* toString(const std::string& text) {
    return qstrdup(text.c_str());
}

} // namespace QTest
