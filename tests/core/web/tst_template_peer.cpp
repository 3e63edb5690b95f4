#include "core/web/template.h"
#include "tests/support/peer.h"
#include "tests/support/problem_text.h"

#include <QTest>

#include <fstream>

using namespace roundtrip;
using namespace roundtrip::test;
using nlohmann::json;

/// Templates and what Django's engine made of them, in tests/data/templates_django.json; Django is
/// asked again where it is installed.
class TestTemplatePeer : public QObject {
    Q_OBJECT

  private slots:
    void aTemplateRendersAsInDjango_data();
    void aTemplateRendersAsInDjango();
    void djangoStillAnswersSo();
};

namespace {

json readTable() {
    std::ifstream file(ROUNDTRIP_SOURCE_DIR "/tests/data/templates_django.json");
    return json::parse(file);
}

QString rendered(const json& question) {
    const json sources = question.value("templates", json::object());
    const auto loader = [sources](std::string_view name) -> std::optional<std::string> {
        const auto found = sources.find(std::string(name));
        return found == sources.end() ? std::nullopt : std::optional(found->get<std::string>());
    };
    const auto parsed = Template::parse(question["source"].get<std::string>(), loader);
    if (!parsed)
        return "error";
    const auto page = parsed->render(question.value("context", json::object()));
    return page ? "page: " + QString::fromStdString(*page) : QString("error");
}

} // namespace

void TestTemplatePeer::aTemplateRendersAsInDjango_data() {
    QTest::addColumn<QByteArray>("question");
    QTest::addColumn<QString>("answer");
    const json table = readTable();
    for (std::size_t i = 0; i < table["cases"].size(); ++i) {
        const json& answer = table["answers"][i];
        QTest::addRow("%zu %s", i, table["cases"][i]["source"].dump().c_str())
            << QByteArray::fromStdString(table["cases"][i].dump())
            << (answer.contains("page")
                    ? "page: " + QString::fromStdString(answer["page"].get<std::string>())
                    : QString("error"));
    }
}

void TestTemplatePeer::aTemplateRendersAsInDjango() {
    QFETCH(QByteArray, question);
    QFETCH(QString, answer);
    QCOMPARE(rendered(json::parse(question.toStdString())), answer);
}

void TestTemplatePeer::djangoStillAnswersSo() {
    json table = readTable();
    const json recorded = table["answers"];
    table.erase("answers");
    const PeerAnswer peer = askPython("templates_django.py", table);
    if (!peer.json)
        QSKIP("Django is not installed: apt install python3-django");
    QCOMPARE(QString::fromStdString(peer.json->dump(1)), QString::fromStdString(recorded.dump(1)));
}

QTEST_GUILESS_MAIN(TestTemplatePeer)
#include "tst_template_peer.moc"
