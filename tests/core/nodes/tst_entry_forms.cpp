#include "core/nodes/app_server/entry_forms.h"
#include "core/nodes/node_kind.h"
#include "tests/support/problem_text.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

using Json = nlohmann::json;

std::string problemsOf(const char* parameter, const Json& entry) {
    return describe(
        checkValue(*findKind("app_server")->findParameter(parameter), Json::array({entry})));
}

Json newEntry(const EntryForm& form) {
    Json entry = Json::object();
    for (const Parameter& member : form.members) {
        if (member.isRequired)
            entry[member.name] = member.fallback;
    }
    if (form.hasHandler)
        entry["handler"] = Json::array();
    return entry;
}

} // namespace

/// Routes and channels: what the descriptors say is what the readers take.
class TestEntryForms : public QObject {
    Q_OBJECT

  private slots:
    void theReaderTakesWhatTheFormsSay_data() {
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<int>("index");
        for (const char* parameter : {"routes", "subscriptions"}) {
            for (int index : {0, 1})
                QTest::addRow("%s %d", parameter, index) << QString(parameter) << index;
        }
    }
    void theReaderTakesWhatTheFormsSay() {
        QFETCH(QString, parameter);
        QFETCH(int, index);
        const QByteArray name = parameter.toUtf8();
        const Parameter& routes = *findKind("app_server")->findParameter(name.constData());
        const EntryForm& form = routes.entries()[static_cast<std::size_t>(index)];
        const Json entry = newEntry(form);
        QVERIFY(*form.title != '\0' && *form.help != '\0');
        QVERIFY(entry.contains(form.key));
        QCOMPARE(problemsOf(name, entry), std::string());
        for (const Parameter& member : form.members) {
            Json more = entry;
            more[member.name] = member.fallback;
            QCOMPARE(problemsOf(name, more), std::string());
            for (const std::string& choice : member.choices) {
                more[member.name] = choice;
                QCOMPARE(problemsOf(name, more), std::string());
            }
            if (member.isRequired) {
                Json less = entry;
                less.erase(member.name);
                QVERIFY2(!problemsOf(name, less).empty(), member.name.c_str());
            }
        }
        Json wrong = entry;
        wrong["nobody"] = 1;
        QCOMPARE(problemsOf(name, wrong), std::string("/0/nobody: unknown-member nobody "));
    }

    void otherDocumentsAreNoLists() {
        QVERIFY(findKind("app_server")->findParameter("middleware")->entries == nullptr);
    }
};

QTEST_APPLESS_MAIN(TestEntryForms)
#include "tst_entry_forms.moc"
