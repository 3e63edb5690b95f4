#include "core/web/block_form.h"
#include "tests/support/problem_text.h"

#include <QTest>

#include <set>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;

/// What the reader says of one block, as in a list of its own.
std::string problemsOf(const Json& block) {
    Problems problems;
    readHandler(Json::array({block}), "", problems);
    return describe(problems);
}

Json with(const BlockForm& form, const std::string& member, Json value) {
    Json block = newBlock(form);
    block[member] = std::move(value);
    return block;
}

void addForms() {
    QTest::addColumn<QString>("name");
    for (const BlockForm& form : blockForms())
        QTest::newRow(form.name.c_str()) << QString::fromStdString(form.name);
}

const BlockForm& fetched() {
    QFETCH_GLOBAL(QString, name);
    return *findBlockForm(name.toStdString());
}

} // namespace

/// The reader and the forms of an editor go by the same descriptors; here both are held against
/// each other.
class TestBlockForm : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase_data() { addForms(); }

    void itIsFoundByNameAndByKind() {
        const BlockForm& form = fetched();
        QCOMPARE(&formOf(form.kind), &form);
        QCOMPARE(std::string(nameOf(form.kind)), form.name);
        std::set<std::string> names{"do"};
        for (const Parameter& member : form.members) {
            QVERIFY2(names.insert(member.name).second, member.name.c_str());
            QCOMPARE(form.findMember(member.name), &member);
        }
        for (const BlockBranch& branch : form.branches)
            QVERIFY2(names.insert(branch.name).second, branch.name.c_str());
        QVERIFY(form.findMember("nobody") == nullptr);
    }

    void everythingHasItsWords() {
        const BlockForm& form = fetched();
        QVERIFY(*form.title != '\0' && *form.help != '\0' && *titleOf(form.category) != '\0');
        for (const Parameter& member : form.members)
            QVERIFY2(*member.label != '\0' && *member.help != '\0', member.name.c_str());
        for (const BlockBranch& branch : form.branches)
            QVERIFY2(*branch.title != '\0', branch.name.c_str());
    }

    void aNewOneIsRead() {
        const BlockForm& form = fetched();
        QCOMPARE(problemsOf(newBlock(form)), std::string());
        Problems problems;
        const auto blocks = readHandler(Json::array({newBlock(form)}), "", problems);
        QVERIFY(blocks.at(0).kind == form.kind);
    }

    void everyMemberTakesItsUsualValue() {
        const BlockForm& form = fetched();
        for (const Parameter& member : form.members) {
            const bool isNothing = member.type == ParameterType::document &&
                                   member.fallback.is_null(); // left out, or anything
            if (!isNothing)
                QCOMPARE(problemsOf(with(form, member.name, member.fallback)), std::string());
        }
    }

    void aMemberThatIsRequiredIsMissed() {
        const BlockForm& form = fetched();
        const Json whole = newBlock(form);
        for (const auto& [name, value] : whole.items()) {
            Json less = whole;
            less.erase(name);
            QVERIFY2(problemsOf(less).find("missing " + name) != std::string::npos, name.c_str());
        }
    }

    void numbersHaveTheirRange() {
        const BlockForm& form = fetched();
        for (const Parameter& member : form.members) {
            if (member.type != ParameterType::integer)
                continue;
            const auto problems = [&](double value) {
                return problemsOf(with(form, member.name, static_cast<std::int64_t>(value)));
            };
            QCOMPARE(problems(member.least) + problems(member.most), std::string());
            QVERIFY2(!problems(member.least - 1).empty(), member.name.c_str());
            QVERIFY2(!problems(member.most + 1).empty(), member.name.c_str());
        }
    }

    void choicesAreAllThereAre() {
        const BlockForm& form = fetched();
        for (const Parameter& member : form.members) {
            for (const std::string& choice : member.choices)
                QCOMPARE(problemsOf(with(form, member.name, choice)), std::string());
            if (member.type == ParameterType::choice)
                QVERIFY2(!problemsOf(with(form, member.name, "nothing")).empty(),
                         member.name.c_str());
        }
    }

    void everyBranchTakesBlocks() {
        const BlockForm& form = fetched();
        for (const BlockBranch& branch : form.branches) {
            const Json inside = Json::array({{{"do", "respond"}}});
            Problems problems;
            const auto blocks =
                readHandler(Json::array({with(form, branch.name, inside)}), "", problems);
            QCOMPARE(describe(problems), std::string());
            QCOMPARE(blocks[0].inside.size() + blocks[0].otherwise.size(), std::size_t{1});
            const Json wrong = Json::array({{{"do", "respnod"}}});
            QCOMPARE(problemsOf(with(form, branch.name, wrong)),
                     "/0/" + branch.name + "/0/do: unknown-block respnod respond");
        }
    }
};

QTEST_APPLESS_MAIN(TestBlockForm)
#include "tst_block_form.moc"
