#include "core/realtime/shared_text.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <algorithm>

using namespace roundtrip::realtime;
using namespace roundtrip::test;

namespace {

void applyAll(SharedText& text, const std::vector<TextEdit>& edits) {
    for (const TextEdit& edit : edits)
        text.apply(edit);
}

} // namespace

class TestSharedText : public QObject {
    Q_OBJECT

  private slots:
    void twoPeopleEditOneSentence();
    void theLastWriteWinsAndAWordIsLost();
    void wordsTypedAtOnePlaceDoNotMix();
    void replacingTouchesOnlyWhatDiffers();
    void allOrdersConverge();
    void aWriterSeesWhatItWrote();
    void lastWritesConvergeToo();
};

void TestSharedText::twoPeopleEditOneSentence() {
    SharedText ada(1);
    SharedText bob(2);
    applyAll(bob, ada.replaceBy("the cat sat"));
    const auto hers = ada.replaceBy("the black cat sat");
    const auto his = bob.replaceBy("the cat sat down");
    applyAll(ada, his);
    applyAll(bob, hers);
    QCOMPARE(ada.text(), std::string("the black cat sat down"));
    QCOMPARE(bob.text(), ada.text());
}

void TestSharedText::theLastWriteWinsAndAWordIsLost() {
    LastWriteWins text;
    QVERIFY(text.write("the cat sat", {1, 1}));
    QVERIFY(text.write("the black cat sat", {2, 1}));
    QVERIFY(text.write("the cat sat down", {2, 2}));
    QVERIFY(!text.write("the black cat sat", {2, 1}));
    QCOMPARE(text.text(), std::string("the cat sat down"));
}

void TestSharedText::wordsTypedAtOnePlaceDoNotMix() {
    SharedText ada(1);
    SharedText bob(2);
    const auto hers = ada.insert(0, "red ");
    const auto his = bob.insert(0, "blue ");
    applyAll(ada, his);
    applyAll(bob, hers);
    QCOMPARE(ada.text(), bob.text());
    QVERIFY(ada.text() == "red blue " || ada.text() == "blue red ");
}

void TestSharedText::replacingTouchesOnlyWhatDiffers() {
    SharedText text(1);
    text.insert(0, "café au lait");
    const auto edits = text.replaceBy("café, lait");
    QCOMPARE(text.text(), std::string("café, lait"));
    QCOMPARE(edits.size(), 4U); // " au" goes, "," comes
}

void TestSharedText::allOrdersConverge() {
    const std::string broken = counterexample(300, [] {
        std::vector<SharedText> people{SharedText(1), SharedText(2), SharedText(3)};
        std::vector<TextEdit> log;
        const int steps = *rc::gen::inRange(1, 12);
        for (int step = 0; step < steps; ++step) {
            SharedText& writer = people[*rc::gen::inRange<std::size_t>(0, 3)];
            const auto position = *rc::gen::inRange<std::size_t>(0, 12);
            const auto edits =
                *rc::gen::arbitrary<bool>()
                    ? writer.insert(position, *rc::gen::element<std::string>("ab", "é", "xyz"))
                    : writer.erase(position, 2);
            log.insert(log.end(), edits.begin(), edits.end());
            // Each may have seen any part of what was written so far.
            if (*rc::gen::arbitrary<bool>())
                applyAll(people[*rc::gen::inRange<std::size_t>(0, 3)], log);
        }
        for (SharedText& person : people) {
            std::vector<TextEdit> order = log;
            for (std::size_t i = order.size(); i > 1; --i)
                std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
            applyAll(person, order);
        }
        SharedText newcomer(4);
        applyAll(newcomer, log);
        for (const SharedText& person : people)
            RC_ASSERT(person.text() == newcomer.text());
    });
    QCOMPARE(broken, std::string());
}

void TestSharedText::aWriterSeesWhatItWrote() {
    const std::string broken = counterexample(300, [] {
        const auto letters = rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c'));
        SharedText text(1);
        for (int i = 0; i < 3; ++i) {
            const std::string wanted = *letters;
            text.replaceBy(wanted);
            RC_ASSERT(text.text() == wanted);
        }
    });
    QCOMPARE(broken, std::string());
}

void TestSharedText::lastWritesConvergeToo() {
    std::vector<EditId> stamps{{1, 1}, {1, 2}, {2, 1}, {3, 9}};
    do {
        LastWriteWins text;
        for (const EditId& stamp : stamps)
            text.write(std::to_string(stamp.counter), stamp);
        QCOMPARE(text.text(), std::string("3"));
    } while (std::ranges::next_permutation(stamps).found);
}

QTEST_GUILESS_MAIN(TestSharedText)
#include "tst_shared_text.moc"
