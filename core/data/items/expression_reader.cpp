#include "core/data/items/expression_reader.h"

#include "core/data/items/reserved_words.h"
#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace roundtrip::items {

namespace {

/// Names with the sign before them, comparisons, and other signs one by one.
std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    std::size_t at = 0;
    while (at < text.size()) {
        const char letter = text[at];
        if (letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r') {
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        if (isWordLetter(letter) || letter == ':' || letter == '#') {
            end = static_cast<std::size_t>(
                std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(end), text.end(),
                                 isWordLetter) -
                text.begin());
        } else if ((letter == '<' || letter == '>') && end < text.size() &&
                   (text[end] == '=' || (letter == '<' && text[end] == '>'))) {
            ++end;
        }
        words.emplace_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

bool isSameWord(std::string_view a, std::string_view b) {
    const auto upper = [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    };
    return std::ranges::equal(a, b, {}, upper, upper);
}

} // namespace

ExpressionReader::ExpressionReader(std::string_view text, std::string_view kind,
                                   const Placeholders& placeholders)
    : kind_(kind), placeholders_(placeholders), words_(wordsOf(text)) {}

std::string_view ExpressionReader::peek() const {
    return atEnd() ? std::string_view() : std::string_view(words_[next_]);
}

std::string_view ExpressionReader::take() {
    const std::string_view word = peek();
    ++next_;
    return word;
}

bool ExpressionReader::takeIf(std::string_view word) {
    if (atEnd() || !isSameWord(peek(), word)) {
        return false;
    }
    ++next_;
    return true;
}

void ExpressionReader::expect(std::string_view word) {
    if (!takeIf(word)) {
        take();
        failAtWord();
    }
}

std::string ExpressionReader::attribute() {
    std::string word(take());
    if (word.empty() || (!isWordLetter(word.front()) && word.front() != '#')) {
        failAtWord();
        return {};
    }
    if (isReservedWord(word)) {
        fail("Attribute name is a reserved keyword; reserved keyword: " + word);
    }
    if (word.front() != '#') {
        return word;
    }
    const auto found = placeholders_.names.find(word);
    if (found == placeholders_.names.end() || !found->is_string()) {
        fail("An expression attribute name used in the document path is not defined; attribute "
             "name: " +
             word);
        return {};
    }
    return found->get<std::string>();
}

nlohmann::json ExpressionReader::value() {
    if (!isValueNext()) {
        take();
        failAtWord();
        return {};
    }
    const std::string word(take());
    const auto found = placeholders_.values.find(word);
    if (found == placeholders_.values.end()) {
        fail("An expression attribute value used in expression is not defined; attribute value: " +
             word);
        return {};
    }
    return normalized(*found);
}

void ExpressionReader::fail(std::string_view what) {
    if (problem_.empty()) {
        problem_ = fmt::format("Invalid {}: {}", kind_, what);
    }
}

void ExpressionReader::failAtWord() {
    const std::size_t at = std::min(next_ - 1, words_.size());
    const auto begin = words_.begin() + static_cast<std::ptrdiff_t>(at == 0 ? 0 : at - 1);
    const auto end = words_.begin() + static_cast<std::ptrdiff_t>(std::min(words_.size(), at + 2));
    fail(fmt::format("Syntax error; token: \"{}\", near: \"{}\"",
                     at < words_.size() ? words_[at] : "<EOF>", fmt::join(begin, end, " ")));
}

} // namespace roundtrip::items
