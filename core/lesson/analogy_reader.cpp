#include "core/lesson/analogy_reader.h"

#include "core/kernel/quantity.h"

#include <algorithm>

namespace roundtrip {

namespace {

using Json = nlohmann::json;
using Texts = std::map<std::string, std::string>;

bool knows(const std::vector<std::string_view>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

/// The object's texts; each of its names must be in `known`, else it is a problem of that code.
Texts textsNamed(JsonObject& object, std::string_view member,
                 const std::vector<std::string_view>& known, const char* code, Problems& problems) {
    Texts texts;
    const Json* json = object.find(member);
    if (json == nullptr) {
        return texts;
    }
    JsonObject all(*json, object.pointerTo(member), problems);
    if (!all.isObject()) {
        return texts;
    }
    for (const auto& [name, value] : json->items()) {
        if (!knows(known, name)) {
            all.report(code, {name, nearestWord(name, known)}, name);
        }
        texts[name] = all.requiredText(name);
    }
    return texts;
}

/// One problem for each that has no text.
void requireAll(JsonObject& object, std::string_view member, const Texts& texts,
                const std::vector<std::string_view>& wanted, const char* code) {
    for (const std::string_view name : wanted) {
        if (!texts.contains(std::string(name))) {
            object.report(code, {std::string(name)}, member);
        }
    }
}

class SentenceReader {
  public:
    SentenceReader(const std::vector<std::string_view>& parts, Problems& problems)
        : parts_(parts), problems_(problems) {}

    Texts read(JsonObject& object, std::string_view member) {
        Texts texts;
        const Json* json = object.find(member);
        if (json == nullptr) {
            return texts;
        }
        JsonObject all(*json, object.pointerTo(member), problems_);
        if (!all.isObject()) {
            return texts;
        }
        for (const auto& [key, value] : json->items()) {
            texts[key] = all.requiredText(key);
            check(all, key, texts[key]);
        }
        return texts;
    }

  private:
    void check(JsonObject& all, const std::string& key, const std::string& text) {
        const SentenceKey parts = SentenceKey::parse(key);
        const FactKind* kind = findFactKind(parts.kind);
        if (kind == nullptr || !infoOf(*kind).visible) {
            const std::vector<std::string_view> known = visibleKinds();
            all.report("unknown-fact", {std::string(parts.kind), nearestWord(parts.kind, known)},
                       key);
            return;
        }
        if (!parts.node.empty() && !knows(parts_, parts.node)) {
            all.report("unknown-node", {std::string(parts.node), nearestWord(parts.node, parts_)},
                       key);
        }
        const std::string_view form = parts.form.substr(0, parts.form.find('/'));
        const auto forms = knownForms(*kind);
        if (!form.empty() && !forms.empty() && !knows(forms, form)) {
            all.report("unknown-form", {std::string(form), nearestWord(form, forms)}, key);
        }
        const auto placeholders = placeholdersFor(*kind, parts.form);
        for (const std::string& name : placeholdersOf(text)) {
            if (!knows(placeholders, name)) {
                all.report("unknown-placeholder", {name, nearestWord(name, placeholders)}, key);
            }
        }
    }

    static std::vector<std::string_view> visibleKinds() {
        std::vector<std::string_view> names;
        for (std::size_t i = 0; i < kFactKindCount; ++i) {
            const FactKindInfo& info = infoOf(static_cast<FactKind>(i));
            if (info.visible) {
                names.push_back(info.name);
            }
        }
        return names;
    }

    const std::vector<std::string_view>& parts_;
    Problems& problems_;
};

/// Fetches the lesson's own drawings; a name that is neither there nor shipped is a problem.
void findDrawings(JsonObject& object, std::string_view member, const Texts& names,
                  const FileReader& files, Texts& drawings) {
    const auto shipped = shippedDrawings();
    for (const auto& [what, name] : names) {
        if (name.empty() || drawings.contains(name)) {
            continue;
        }
        if (auto own = files(name + ".svg")) {
            drawings[name] = std::move(*own);
        } else if (std::ranges::find(shipped, name) == shipped.end()) {
            object.report("unknown-drawing",
                          {name, nearestWord(name, std::vector(shipped.begin(), shipped.end()))},
                          member);
        }
    }
}

} // namespace

LessonAnalogy readAnalogy(const Json& json, const std::string& pointer, const Lesson& lesson,
                          const FileReader& files, Problems& problems) {
    LessonAnalogy analogy;
    JsonObject object(json, pointer, problems);
    if (!object.isObject()) {
        return analogy;
    }
    object.allowOnly({"nodes", "messages"});
    const auto ids = lesson.partIds();
    const auto& kinds = messageKindNames();
    analogy.nodes = textsNamed(object, "nodes", ids, "unknown-node", problems);
    analogy.messages = textsNamed(object, "messages", kinds, "unknown-message", problems);
    requireAll(object, "nodes", analogy.nodes, ids, "missing-drawing");
    requireAll(object, "messages", analogy.messages, kinds, "missing-drawing");
    findDrawings(object, "nodes", analogy.nodes, files, analogy.drawings);
    findDrawings(object, "messages", analogy.messages, files, analogy.drawings);
    return analogy;
}

AnalogyText readAnalogyText(const Json& json, const std::string& pointer, const Lesson& lesson,
                            Problems& problems) {
    AnalogyText text;
    JsonObject object(json, pointer, problems);
    if (!object.isObject()) {
        return text;
    }
    object.allowOnly({"title", "nodes", "messages", "sentences", "headlines"});
    text.title = object.requiredText("title");
    const auto ids = lesson.partIds();
    const auto& kinds = messageKindNames();
    text.nodes = textsNamed(object, "nodes", ids, "unknown-node", problems);
    text.messages = textsNamed(object, "messages", kinds, "unknown-message", problems);
    requireAll(object, "nodes", text.nodes, ids, "missing-text");
    requireAll(object, "messages", text.messages, kinds, "missing-text");
    SentenceReader sentences(ids, problems);
    text.sentences = sentences.read(object, "sentences");
    text.headlines = sentences.read(object, "headlines");
    return text;
}

Texts readNames(const Json& json, const std::string& pointer, const Lesson& lesson,
                Problems& problems) {
    Texts names;
    JsonObject object(json, pointer, problems);
    if (!object.isObject()) {
        return names;
    }
    const auto ids = lesson.partIds();
    for (const auto& [id, value] : json.items()) {
        if (!knows(ids, id)) {
            object.report("unknown-node", {id, nearestWord(id, ids)}, id);
        }
        names[id] = object.requiredText(id);
    }
    return names;
}

} // namespace roundtrip
