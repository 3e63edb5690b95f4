#include "core/scene/scene.h"
#include "tests/support/problem_text.h"
#include "tests/support/property.h"
#include "tests/support/text_file.h"

#include <QTest>

#include <algorithm>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

/// Cuts, repeats and flips bytes of a text, as bad disks and hasty editors do.
class TextMutation {
  public:
    explicit TextMutation(std::string text) : text_(std::move(text)) {}

    std::string apply() {
        const int count = *rc::gen::inRange(1, 4);
        for (int i = 0; i < count && !text_.empty(); ++i)
            applyOne();
        return std::move(text_);
    }

  private:
    void applyOne() {
        const auto place = *rc::gen::inRange<std::size_t>(0, text_.size());
        const auto length = *rc::gen::inRange<std::size_t>(1, 40);
        switch (*rc::gen::inRange(0, 4)) {
        case 0:
            text_[place] = static_cast<char>(text_[place] ^ (1 << *rc::gen::inRange(0, 8)));
            break;
        case 1:
            text_.erase(place, length);
            break;
        case 2:
            text_.insert(place, text_.substr(place, length));
            break;
        default:
            text_[place] = *rc::gen::elementOf(std::string("{}[]\",:-0123456789.eE\\ntf\x00\xff"));
        }
    }

    std::string text_;
};

/// Every value of a document, as pointers.
void collect(const nlohmann::json& json, const nlohmann::json::json_pointer& pointer,
             std::vector<nlohmann::json::json_pointer>& found) {
    found.push_back(pointer);
    if (json.is_object()) {
        for (const auto& [name, value] : json.items())
            collect(value, pointer / name, found);
    } else if (json.is_array()) {
        for (std::size_t i = 0; i < json.size(); ++i)
            collect(json[i], pointer / i, found);
    }
}

template <class Things>
const auto& oneOf(const Things& things) {
    return things[*rc::gen::inRange<std::size_t>(0, things.size())];
}

/// The document stays JSON, but values stand in places where they do not belong.
nlohmann::json withSwappedValues(nlohmann::json document) {
    static const auto odd = nlohmann::json::parse(
        R"([null, "", -1, 1e308, 9223372036854775808, true, [], {}, "292 h", "\u0000", "browser"])");
    const int count = *rc::gen::inRange(1, 4);
    for (int i = 0; i < count; ++i) {
        std::vector<nlohmann::json::json_pointer> places;
        collect(document, nlohmann::json::json_pointer(), places);
        const nlohmann::json value =
            *rc::gen::arbitrary<bool>() ? document[oneOf(places)] : oneOf(odd);
        document[oneOf(places)] = value;
    }
    return document;
}

/// True when the reader answers with either a scene or problems, each of which has a code.
bool isAnswered(const std::string& text) {
    const SceneReading reading = readScene(text);
    if (reading.scene)
        return reading.problems.empty() && !writeScene(*reading.scene).empty();
    return !reading.problems.empty() &&
           std::ranges::none_of(reading.problems, [](const Problem& p) { return p.code.empty(); });
}

} // namespace

class TestSceneMutations : public QObject {
    Q_OBJECT

  private slots:
    void aDamagedFileIsReadOrExplained();
    void valuesInWrongPlacesAreReadOrExplained();

  private:
    const std::string scene_ = readText("scenes/lessons/18-caching/scene.roundtrip");
};

void TestSceneMutations::aDamagedFileIsReadOrExplained() {
    const auto property = [this] { RC_ASSERT(isAnswered(TextMutation(scene_).apply())); };
    QCOMPARE(counterexample(10'000, property), std::string());
}

void TestSceneMutations::valuesInWrongPlacesAreReadOrExplained() {
    const auto document = nlohmann::json::parse(scene_);
    const auto property = [&] { RC_ASSERT(isAnswered(withSwappedValues(document).dump())); };
    QCOMPARE(counterexample(10'000, property), std::string());
}

QTEST_APPLESS_MAIN(TestSceneMutations)
#include "tst_scene_mutations.moc"
