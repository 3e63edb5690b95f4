#pragma once

#include <QTest>
#include <rapidcheck.h>

#include <sstream>
#include <string>
#include <utility>

namespace roundtrip::test {

/// Tries a property on so many drawn examples, the same ones each time. Empty when it holds, else
/// the smallest example that breaks it, in words.
template <class Testable>
std::string counterexample(int tries, Testable&& property) {
    rc::detail::TestParams params;
    params.seed = 1;
    params.maxSuccess = tries;
    const auto result = rc::detail::checkTestable(std::forward<Testable>(property),
                                                  rc::detail::TestMetadata(), params);
    if (result.template is<rc::detail::SuccessResult>())
        return {};
    std::ostringstream words;
    rc::detail::printResultMessage(result, words);
    return words.str();
}

} // namespace roundtrip::test
