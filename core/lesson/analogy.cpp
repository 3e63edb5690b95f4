#include "core/lesson/analogy.h"

#include <fmt/format.h>

#include <algorithm>

namespace roundtrip {

namespace {

constexpr std::array kDrawings{
    std::string_view("archive"),
    std::string_view("badge"),
    std::string_view("badge_office"),
    std::string_view("bakery"),
    std::string_view("bell"),
    std::string_view("book"),
    std::string_view("branch_office"),
    std::string_view("caller"),
    std::string_view("carrier_pigeon"),
    std::string_view("catalogue"),
    std::string_view("cook"),
    std::string_view("copy"),
    std::string_view("crowd_of_people"),
    std::string_view("desk"),
    std::string_view("desk_drawer"),
    std::string_view("door"),
    std::string_view("floors"),
    std::string_view("folder"),
    std::string_view("guest"),
    std::string_view("head_office"),
    std::string_view("index_card"),
    std::string_view("ingredients"),
    std::string_view("inspector"),
    std::string_view("key"),
    std::string_view("kitchen_door"),
    std::string_view("letter"),
    std::string_view("librarian"),
    std::string_view("library"),
    std::string_view("mailbox"),
    std::string_view("menu_card"),
    std::string_view("note"),
    std::string_view("order_slip"),
    std::string_view("pantry"),
    std::string_view("parcel"),
    std::string_view("phone_call"),
    std::string_view("pinboard"),
    std::string_view("pizza"),
    std::string_view("plate"),
    std::string_view("postcard"),
    std::string_view("postman"),
    std::string_view("reader"),
    std::string_view("receipt"),
    std::string_view("receptionist"),
    std::string_view("recipe_book"),
    std::string_view("reply"),
    std::string_view("request_slip"),
    std::string_view("sender"),
    std::string_view("shelves"),
    std::string_view("sorting_office"),
    std::string_view("speech"),
    std::string_view("spy"),
    std::string_view("stove"),
    std::string_view("switchboard"),
    std::string_view("thief"),
    std::string_view("ticket_rail"),
    std::string_view("visitor"),
    std::string_view("waiter"),
    std::string_view("wish"),
};

} // namespace

std::span<const std::string_view> shippedDrawings() {
    return kDrawings;
}

const std::vector<std::string_view>& messageKindNames() {
    static const std::vector<std::string_view> kNames{"request", "response", "job",
                                                      "query",   "result",   "frame"};
    return kNames;
}

SentenceKey SentenceKey::parse(std::string_view key) {
    SentenceKey parts;
    const std::size_t colon = key.find(':');
    const std::string_view place = key.substr(0, colon);
    if (colon != std::string_view::npos) {
        parts.form = key.substr(colon + 1);
    }
    const std::size_t at = place.find('@');
    parts.kind = place.substr(0, at);
    if (at != std::string_view::npos) {
        parts.node = place.substr(at + 1);
    }
    return parts;
}

const std::string* findSentence(const std::map<std::string, std::string>& texts, const Trace& trace,
                                const Fact& fact, std::string_view node) {
    const std::string_view kind = infoOf(fact.kind).name;
    std::vector<std::string> endings;
    for (const std::string& form : formsOf(trace, fact)) {
        endings.push_back(":" + form);
    }
    endings.emplace_back();
    for (const std::string& ending : endings) {
        for (const std::string& key :
             {fmt::format("{}@{}{}", kind, node, ending), fmt::format("{}{}", kind, ending)}) {
            if (const auto found = texts.find(key); found != texts.end()) {
                return &found->second;
            }
        }
    }
    return nullptr;
}

} // namespace roundtrip
