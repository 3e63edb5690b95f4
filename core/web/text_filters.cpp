#include "core/http/uri_component.h"
#include "core/kernel/utf8.h"
#include "core/web/template_filters.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace roundtrip {

namespace {

using Argument = TemplateFilter::Argument;

const std::string& textOf(const TemplateValue& value) {
    return value.json().get_ref<const std::string&>();
}

bool become(TemplateValue& value, std::string text, bool safe = false) {
    value = TemplateValue::made(std::move(text), safe);
    return true;
}

template <class Change>
std::string changed(const std::string& text, Change change) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Character character = characterAt(text, at);
        if (character.valid)
            appendCharacter(result, change(character.code));
        else
            result += text[at];
        at += character.size;
    }
    return result;
}

bool upper(TemplateValue& value, const TemplateValue*, bool) {
    std::string text = changed(textOf(value), upperCase);
    constexpr std::string_view kSharpS = "\u00df"; // the one small letter that becomes two
    for (auto at = text.find(kSharpS); at != std::string::npos; at = text.find(kSharpS, at))
        text.replace(at, kSharpS.size(), "SS");
    return become(value, text);
}

bool lower(TemplateValue& value, const TemplateValue*, bool) {
    return become(value, changed(textOf(value), lowerCase));
}

bool capfirst(TemplateValue& value, const TemplateValue*, bool) {
    bool first = true;
    return become(value, changed(textOf(value), [&first](char32_t code) {
                      return std::exchange(first, false) ? upperCase(code) : code;
                  }));
}

bool isCased(char32_t code) {
    return lowerCase(code) != code || upperCase(code) != code || code == 0xDF;
}

/// Python's title(), then capitals after a digit or after a small letter and an apostrophe small.
bool title(TemplateValue& value, const TemplateValue*, bool) {
    char32_t before = 0;
    char32_t beforeThat = 0;
    return become(value, changed(textOf(value), [&](char32_t code) {
                      const bool digit = before >= '0' && before <= '9';
                      const bool apostrophe =
                          before == '\'' && beforeThat >= 'a' && beforeThat <= 'z';
                      const bool small = isCased(before) || digit || apostrophe;
                      beforeThat = before;
                      before = small ? lowerCase(code) : upperCase(code);
                      return before;
                  }));
}

bool truncatewords(TemplateValue& value, const TemplateValue* argument, bool) {
    const auto most = pythonInteger(argument->json());
    if (!most)
        return true;
    const auto words = wordsOf(textOf(value));
    const auto kept =
        std::min(words.size(), static_cast<std::size_t>(std::max<std::int64_t>(*most, 0)));
    std::string result;
    for (std::size_t i = 0; i < kept; ++i)
        result += (i > 0 ? " " : "") + std::string(words[i]);
    return become(value, words.size() > kept ? result + " \u2026" : result);
}

bool truncatechars(TemplateValue& value, const TemplateValue* argument, bool) {
    const auto most = pythonInteger(argument->json());
    if (!most)
        return true;
    const std::string& text = textOf(value);
    const auto limit = static_cast<std::size_t>(std::max<std::int64_t>(*most, 0));
    if (characterCount(text) <= limit)
        return true;
    return become(value, std::string(characters(text, 0, limit > 0 ? limit - 1 : 0)) + "\u2026");
}

bool safe(TemplateValue& value, const TemplateValue*, bool) {
    value.safe = true;
    return true;
}

bool escape(TemplateValue& value, const TemplateValue*, bool) {
    return become(value, value.safe ? textOf(value) : escapedHtml(textOf(value)), true);
}

bool forceEscape(TemplateValue& value, const TemplateValue*, bool) {
    return become(value, escapedHtml(textOf(value)), true);
}

bool urlencode(TemplateValue& value, const TemplateValue* argument, bool) {
    return become(value, http::quoted(textOf(value),
                                      argument != nullptr ? pythonText(argument->json()) : "/"));
}

std::string normalizedNewlines(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
            continue;
        result += text[i] == '\r' ? '\n' : text[i];
    }
    return result;
}

std::string brokenLines(std::string_view text) {
    std::string result;
    for (const char c : text)
        result += c == '\n' ? std::string("<br>") : std::string(1, c);
    return result;
}

bool linebreaksbr(TemplateValue& value, const TemplateValue*, bool autoescape) {
    const std::string text = normalizedNewlines(textOf(value));
    return become(value, brokenLines(autoescape && !value.safe ? escapedHtml(text) : text), true);
}

bool linebreaks(TemplateValue& value, const TemplateValue*, bool autoescape) {
    const std::string text = normalizedNewlines(textOf(value));
    const bool escapes = autoescape && !value.safe;
    std::string result;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find("\n\n", at), text.size());
        const std::string paragraph = text.substr(at, end - at);
        result += (at > 0 ? "\n\n<p>" : "<p>") +
                  brokenLines(escapes ? escapedHtml(paragraph) : paragraph) + "</p>";
        if (end == text.size())
            break;
        at = std::min(text.find_first_not_of('\n', end), text.size());
    }
    return become(value, result, true);
}

bool cut(TemplateValue& value, const TemplateValue* argument, bool) {
    const std::string part = pythonText(argument->json());
    std::string text = textOf(value);
    for (auto at = text.find(part); !part.empty() && at != std::string::npos;
         at = text.find(part, at))
        text.erase(at, part.size());
    return become(value, text, value.safe && part != ";");
}

bool wordcount(TemplateValue& value, const TemplateValue*, bool) {
    value = TemplateValue::made(wordsOf(textOf(value)).size());
    return true;
}

/// Where the tag, comment or declaration that starts at `at` ends; `at` itself when none does.
std::size_t endOfTag(const std::string& text, std::size_t at) {
    if (text.compare(at, 4, "<!--") == 0) {
        const auto close = text.find("-->", at + 4);
        return close == std::string::npos ? at : close + 3;
    }
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (std::isalpha(static_cast<unsigned char>(next)) == 0 && next != '/' && next != '!' &&
        next != '?')
        return at;
    const auto close = text.find('>', at);
    return close == std::string::npos ? at : close + 1;
}

bool striptags(TemplateValue& value, const TemplateValue*, bool) {
    const std::string& text = textOf(value);
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text[at] == '<' ? endOfTag(text, at) : at;
        if (end == at)
            result += text[at++];
        else
            at = end;
    }
    return become(value, result);
}

constexpr std::array<TemplateFilter, 15> kTextFilters{{
    {"capfirst", capfirst, Argument::none, true, true},
    {"cut", cut, Argument::needed, true},
    {"escape", escape, Argument::none, true, true},
    {"force_escape", forceEscape, Argument::none, true, true},
    {"linebreaks", linebreaks, Argument::none, true, true},
    {"linebreaksbr", linebreaksbr, Argument::none, true, true},
    {"lower", lower, Argument::none, true, true},
    {"safe", safe, Argument::none, true, true},
    {"striptags", striptags, Argument::none, true, true},
    {"title", title, Argument::none, true, true},
    {"truncatechars", truncatechars, Argument::needed, true, true},
    {"truncatewords", truncatewords, Argument::needed, true, true},
    {"upper", upper, Argument::none, true},
    {"urlencode", urlencode, Argument::optional, true},
    {"wordcount", wordcount, Argument::none, true},
}};

} // namespace

const TemplateFilter* findTextFilter(std::string_view name) {
    const auto* found = std::ranges::find(kTextFilters, name, &TemplateFilter::name);
    return found == kTextFilters.end() ? nullptr : found;
}

} // namespace roundtrip
