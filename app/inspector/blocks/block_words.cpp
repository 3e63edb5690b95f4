#include "app/inspector/blocks/block_words.h"

#include "app/narration/problem_text.h"
#include "app/narration/text_format.h"
#include "core/kernel/json_object.h"

#include <QStringList>

#include <algorithm>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

QString textOf(const Json& value) {
    if (value.is_array() && std::ranges::all_of(value, &Json::is_string)) {
        QStringList words;
        for (const Json& word : value) {
            words << QString::fromStdString(word.get<std::string>());
        }
        return words.join(QLatin1Char(' '));
    }
    const QString text =
        QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
    return text.simplified(); // one line, however many it has
}

/// Whether the pointer, without what stands before it, leads into another block: "/otherwise/0".
bool leadsIntoBlock(std::string_view rest) {
    const std::size_t member = rest.find('/', 1);
    if (member == std::string_view::npos || member + 1 >= rest.size()) {
        return false;
    }
    const std::string_view name = rest.substr(1, member - 1);
    return name == "handler" || std::ranges::any_of(blockForms(), [name](const BlockForm& form) {
               return std::ranges::find(form.branches, name, &BlockBranch::name) !=
                      form.branches.end();
           });
}

bool isBelow(const std::string& where, const std::string& pointer) {
    return where == pointer || where.starts_with(pointer + "/");
}

/// The members that are given, without those up to the one that `behind` names.
QString lineOf(const std::vector<Parameter>& members, const Json& thing, std::string_view behind) {
    QStringList words;
    for (const Parameter& member : members) {
        const auto value = thing.find(member.name);
        if (value != thing.end()) {
            words << (member.isRequired ? textOf(*value)
                                        : QString::fromStdString(member.name) + QLatin1Char(' ') +
                                              textOf(*value));
        }
        if (member.name == behind) {
            words.clear();
        }
    }
    return words.join(QStringLiteral("  "));
}

QString categoryWord(BlockCategory category) {
    switch (category) {
    case BlockCategory::control:
        return QStringLiteral("control");
    case BlockCategory::answer:
        return QStringLiteral("answer");
    case BlockCategory::data:
        return QStringLiteral("data");
    case BlockCategory::cache:
        return QStringLiteral("cache");
    case BlockCategory::signIn:
        return QStringLiteral("signIn");
    case BlockCategory::tasks:
        return QStringLiteral("tasks");
    case BlockCategory::network:
        return QStringLiteral("network");
    }
    return {};
}

} // namespace

CardWords wordsOfBlock(const Json& block) {
    const std::string name = memberText(block, "do");
    const BlockForm* form = findBlockForm(name);
    if (form == nullptr) {
        return {QString::fromStdString(name), QString::fromStdString(block.dump()), {}, {}};
    }
    return {coreText("blocks", form->title), lineOf(form->members, block, {}),
            coreText("blocks", form->help), categoryWord(form->category), &form->members};
}

const EntryForm& formOfEntry(const std::vector<EntryForm>& forms, const Json& entry) {
    const auto found = std::ranges::find_if(
        forms, [&entry](const EntryForm& form) { return entry.contains(form.key); });
    return found == forms.end() ? forms.front() : *found;
}

QString entryTitle(const EntryForm& form, const Json& entry) {
    QStringList words;
    if (!form.hasHandler) {
        words << coreText("blocks", form.title);
    }
    for (const Parameter& member : form.members) {
        const auto value = entry.find(member.name);
        if (value != entry.end()) {
            words << textOf(*value);
        }
        if (member.name == form.key) {
            break;
        }
    }
    return words.join(QLatin1Char(' '));
}

CardWords wordsOfEntry(const std::vector<EntryForm>& forms, const Json& entry) {
    const EntryForm& form = formOfEntry(forms, entry);
    return {coreText("blocks", form.title), lineOf(form.members, entry, form.key),
            coreText("blocks", form.help), QStringLiteral("entry"), &form.members};
}

QString problemsAt(const Problems& problems, const std::string& pointer) {
    QStringList lines;
    for (const Problem& problem : problems) {
        if (isBelow(problem.where, pointer) &&
            !leadsIntoBlock(std::string_view(problem.where).substr(pointer.size()))) {
            lines << problemText(problem);
        }
    }
    return lines.join(QLatin1Char('\n'));
}

bool hasProblemsBelow(const Problems& problems, const std::string& pointer) {
    return std::ranges::any_of(
        problems, [&pointer](const Problem& problem) { return isBelow(problem.where, pointer); });
}

} // namespace roundtrip
