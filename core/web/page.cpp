#include "core/web/page.h"

#include "core/kernel/text.h"

#include <algorithm>
#include <array>

namespace roundtrip {

namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";

std::size_t findIgnoringCase(std::string_view text, std::string_view wanted, std::size_t from) {
    const auto found = std::search(
        text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size())), text.end(),
        wanted.begin(), wanted.end(), [](char a, char b) { return lowered(a) == lowered(b); });
    return found == text.end() ? std::string_view::npos
                               : static_cast<std::size_t>(found - text.begin());
}

/// The five references that an escaped value can hold.
std::string unescaped(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, char>, 6> kReferences{{{"&amp;", '&'},
                                                                            {"&lt;", '<'},
                                                                            {"&gt;", '>'},
                                                                            {"&quot;", '"'},
                                                                            {"&#x27;", '\''},
                                                                            {"&#39;", '\''}}};
    std::string result;
    while (!text.empty()) {
        const auto known = std::ranges::find_if(kReferences, [text](const auto& reference) {
            return text.starts_with(reference.first);
        });
        const bool isReference = known != kReferences.end();
        result.push_back(isReference ? known->second : text.front());
        text.remove_prefix(isReference ? known->first.size() : 1);
    }
    return result;
}

std::string_view afterBlanks(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
    return text;
}

/// One start tag: its name and what its attributes say.
struct Tag {
    std::string name; ///< lower case; with a slash in front when it closes an element
    std::vector<std::pair<std::string, std::string>> attributes;

    [[nodiscard]] std::string attribute(std::string_view wanted) const {
        const auto found = std::ranges::find_if(attributes, [wanted](const auto& attribute) {
            return equalsIgnoringCase(attribute.first, wanted);
        });
        return found == attributes.end() ? std::string() : found->second;
    }
};

/// Goes through a page from tag to tag.
class TagReader {
  public:
    explicit TagReader(std::string_view html) : html_(html) {}

    std::optional<Tag> next() {
        while (skipToTag()) {
            if (html_.substr(position_).starts_with("<!--")) {
                skipPast("-->");
                continue;
            }
            ++position_;
            return readTag();
        }
        return std::nullopt;
    }

    /// What stands up to the tag that closes the element; goes there.
    std::string textUpTo(std::string_view closing) {
        const std::size_t end = std::min(findIgnoringCase(html_, closing, position_), html_.size());
        std::string text(html_.substr(position_, end - position_));
        position_ = end;
        return text;
    }

  private:
    bool skipToTag() {
        position_ = std::min(html_.find('<', position_), html_.size());
        return position_ < html_.size();
    }
    void skipPast(std::string_view mark) {
        const std::size_t found = html_.find(mark, position_);
        position_ = found == std::string_view::npos ? html_.size() : found + mark.size();
    }

    Tag readTag() {
        Tag tag;
        const std::string_view rest = html_.substr(position_);
        const std::size_t nameEnd = std::min(rest.find_first_of(" \t\r\n\f>", 0), rest.size());
        for (const char letter : rest.substr(0, nameEnd)) {
            tag.name.push_back(lowered(letter));
        }
        position_ += nameEnd;
        while (readAttribute(tag)) {
        }
        return tag;
    }

    /// False at the end of the tag, which it steps over.
    bool readAttribute(Tag& tag) {
        std::string_view rest = afterBlanks(html_.substr(position_));
        if (rest.empty() || rest.front() == '>') {
            rest.remove_prefix(std::min<std::size_t>(1, rest.size()));
            position_ = html_.size() - rest.size();
            return false;
        }
        const std::size_t nameEnd = std::min(rest.find_first_of("= \t\r\n\f>", 1), rest.size());
        std::string name(rest.substr(0, nameEnd));
        rest = afterBlanks(rest.substr(nameEnd));
        std::string value;
        if (!rest.empty() && rest.front() == '=') {
            rest = afterBlanks(rest.substr(1));
            value = readValue(rest);
        }
        position_ = html_.size() - rest.size();
        tag.attributes.emplace_back(std::move(name), std::move(value));
        return true;
    }

    static std::string readValue(std::string_view& rest) {
        const bool isQuoted = !rest.empty() && (rest.front() == '"' || rest.front() == '\'');
        const std::string_view ends = isQuoted ? rest.substr(0, 1) : " \t\r\n\f>";
        rest.remove_prefix(isQuoted ? 1 : 0);
        const std::size_t end = std::min(rest.find_first_of(ends), rest.size());
        std::string value = unescaped(rest.substr(0, end));
        rest.remove_prefix(std::min(end + (isQuoted ? 1 : 0), rest.size()));
        return value;
    }

    std::string_view html_;
    std::size_t position_ = 0;
};

} // namespace

Page readPage(std::string_view html) {
    Page page;
    std::optional<PageForm> form;
    bool isOpen = false;
    bool isSubmitted = false;
    TagReader reader(html);
    while (const auto tag = reader.next()) {
        if (tag->name == "script") {
            const std::string text = reader.textUpTo("</script");
            if (!trimmed(text, kBlanks).empty()) {
                page.scripts.emplace_back(trimmed(text, kBlanks));
            }
        } else if (tag->name == "textarea" || tag->name == "title" || tag->name == "style") {
            reader.textUpTo("</" + tag->name); // only text, whatever it looks like
        } else if (tag->name == "body") {
            isSubmitted =
                tag->attribute("onload").find("document.forms[0].submit()") != std::string::npos;
        } else if (tag->name == "form" && !form) {
            isOpen = true;
            form = PageForm{.action = tag->attribute("action"),
                            .isPost = equalsIgnoringCase(tag->attribute("method"), "post"),
                            .fields = {}};
        } else if (tag->name == "/form") {
            isOpen = false;
        } else if (tag->name == "input" && isOpen && !tag->attribute("name").empty()) {
            form->fields.emplace_back(tag->attribute("name"), tag->attribute("value"));
        }
    }
    if (isSubmitted) {
        page.submitted = std::move(form);
    }
    return page;
}

bool allowsInlineScripts(std::string_view policy) {
    std::optional<std::string> general;
    std::optional<std::string> ofScripts;
    while (!policy.empty()) {
        const std::string_view directive = trimmed(cutPart(policy, ';'), kBlanks);
        const std::size_t nameEnd = std::min(directive.find_first_of(kBlanks), directive.size());
        const std::string_view name = directive.substr(0, nameEnd);
        if (equalsIgnoringCase(name, "default-src")) {
            general = directive.substr(nameEnd);
        } else if (equalsIgnoringCase(name, "script-src")) {
            ofScripts = directive.substr(nameEnd);
        }
    }
    const auto& sources = ofScripts ? ofScripts : general;
    return !sources || sources->find("'unsafe-inline'") != std::string::npos;
}

std::string addressIn(std::string_view script) {
    const std::size_t begin = script.find("https://");
    if (begin == std::string_view::npos) {
        return {};
    }
    script.remove_prefix(begin);
    return std::string(script.substr(0, script.find_first_of("\"'` \t\r\n)+;")));
}

} // namespace roundtrip
