#include "tests/support/scene_run.h"

#include <QTest>

#include <cmath>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime second = SimTime::seconds(1);
constexpr const char* tenEuros = R"({"amount": 10, "currency": "EUR"})";

Scene shop() {
    return loadScene("tests/scenes/payment.roundtrip");
}

void pay(SceneRun& run, SimTime at, const std::string& body = tenEuros,
         const std::string& fields = "") {
    const std::string error =
        run.give(at, "browser", "send",
                 {{"method", "POST"}, {"target", "/charges"}, {"body", body}, {"headers", fields}});
    QCOMPARE(error, std::string());
}

template <class Check>
std::vector<std::string> allChecksOf(const SceneRun& run) {
    std::vector<std::string> reasons;
    for (const Check& check : run.all<Check>())
        reasons.push_back(run.text(check.check) + "/" + run.text(check.reason));
    return reasons;
}

std::size_t chargesOf(const SceneRun& run) {
    std::size_t made = 0;
    for (const std::string& reason : allChecksOf<CheckPassed>(run))
        made += reason.starts_with("charge/made") ? 1 : 0;
    return made;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

class TestExternalApi : public QObject {
    Q_OBJECT

  private slots:
    void aChargeIsMadeAndCanBeSeen();
    void withoutAKeyARepeatChargesTwice();
    void withAKeyARepeatAnswersTheSame();
    void aKeyIsForOneBody();
    void aFailureAfterTheWorkHasCharged();
    void aFailureBeforeTheWorkHasNot();
    void aRetryWithAKeyPaysOnce();
    void someFail();
    void theQuotaIsPerMinute();
    void theKeyIsWanted();
    void theWeatherIsTheSameForAnHour();
    void mailIsTakenForLater();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();
    void itTakesItsTime();
};

void TestExternalApi::aChargeIsMadeAndCanBeSeen() {
    SceneRun run(shop());
    pay(run, SimTime());
    run.send(second, "/charges/ch_1");
    run.send(2 * second, "/charges/ch_2");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{201, 200, 404}));
    QVERIFY(holds(answersOf(run)[0], "Location: /charges/ch_1\r\n"));
    QVERIFY(answersOf(run)[1].ends_with(R"({"id":"ch_1","amount":10,"currency":"EUR"})"));
    QCOMPARE(allChecksOf<CheckPassed>(run), (std::vector<std::string>{"charge/made\n1\n10\nEUR"}));
}

void TestExternalApi::withoutAKeyARepeatChargesTwice() {
    SceneRun run(shop());
    pay(run, SimTime());
    pay(run, second);
    run.runToTheEnd();
    QCOMPARE(chargesOf(run), 2U);
}

void TestExternalApi::withAKeyARepeatAnswersTheSame() {
    SceneRun run(shop());
    pay(run, SimTime(), tenEuros, "Idempotency-Key: k1");
    pay(run, SimTime(), tenEuros, "Idempotency-Key: k1"); // while the first is worked on
    pay(run, second, tenEuros, "Idempotency-Key: k1");
    run.runToTheEnd();
    QCOMPARE(chargesOf(run), 1U);
    QCOMPARE(allChecksOf<CheckPassed>(run).back(), std::string("idempotency/known\nk1"));
    QCOMPARE(answersOf(run)[1], answersOf(run)[0]);
    QCOMPARE(answersOf(run)[2], answersOf(run)[0]);
}

void TestExternalApi::aKeyIsForOneBody() {
    SceneRun run(shop());
    pay(run, SimTime(), tenEuros, "Idempotency-Key: k1");
    pay(run, second, R"({"amount": 99, "currency": "EUR"})", "Idempotency-Key: k1");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{201, 422}));
    QCOMPARE(allChecksOf<CheckFailed>(run),
             (std::vector<std::string>{"idempotency/other-body\nk1"}));
}

void TestExternalApi::aFailureAfterTheWorkHasCharged() {
    SceneRun run(shop());
    run.set(SimTime(), "pay", "failure_rate", 1.0);
    run.set(SimTime(), "pay", "fails_after_work", true);
    pay(run, SimTime());
    run.set(second, "pay", "failure_rate", 0.0);
    run.send(second, "/charges/ch_1");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{503, 200}));
    QCOMPARE(allChecksOf<CheckFailed>(run),
             (std::vector<std::string>{"service/failed-after-work"}));
}

void TestExternalApi::aFailureBeforeTheWorkHasNot() {
    SceneRun run(shop());
    run.set(SimTime(), "pay", "failure_rate", 1.0);
    pay(run, SimTime());
    run.runToTheEnd();
    QCOMPARE(chargesOf(run), 0U);
    QCOMPARE(allChecksOf<CheckFailed>(run),
             (std::vector<std::string>{"service/failed-before-work"}));
}

void TestExternalApi::aRetryWithAKeyPaysOnce() {
    SceneRun run(shop());
    run.set(SimTime(), "pay", "failure_rate", 1.0);
    run.set(SimTime(), "pay", "fails_after_work", true);
    run.set(SimTime(), "browser", "retries", 3);
    run.set(SimTime(), "browser", "idempotency_keys", true);
    pay(run, SimTime());
    run.set(SimTime::milliseconds(100), "pay", "failure_rate", 0.0);
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{201}));
    QCOMPARE(chargesOf(run), 1U);
}

void TestExternalApi::someFail() {
    SceneRun run(shop());
    run.set(SimTime(), "pay", "failure_rate", 0.3);
    for (int i = 0; i < 1000; ++i)
        run.send(SimTime::milliseconds(100) * i, "/charges/ch_1");
    run.runToTheEnd();
    const double share = static_cast<double>(run.count<CheckFailed>()) / 1000;
    QVERIFY(std::abs(share - 0.3) < 0.058); // four standard errors
}

void TestExternalApi::theQuotaIsPerMinute() {
    SceneRun run(shop());
    run.set(SimTime(), "pay", "quota", 2);
    for (const int at : {10, 11, 12, 61})
        pay(run, at * second);
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{201, 201, 429, 201}));
    QVERIFY(holds(answersOf(run)[0], "RateLimit-Limit: 2\r\nRateLimit-Remaining: 1\r\n"));
    QVERIFY(holds(answersOf(run)[2], "Retry-After: 48\r\n"));
    QCOMPARE(allChecksOf<CheckFailed>(run), (std::vector<std::string>{"quota/used-up\n2\n48"}));
}

void TestExternalApi::theKeyIsWanted() {
    SceneRun run(shop());
    run.set(SimTime(), "pay", "key", "secret");
    pay(run, SimTime());
    pay(run, second, tenEuros, "X-Api-Key: other");
    pay(run, 2 * second, tenEuros, "X-Api-Key: secret");
    pay(run, 3 * second, tenEuros, "Authorization: Bearer secret");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{401, 401, 201, 201}));
    QCOMPARE(allChecksOf<CheckFailed>(run),
             (std::vector<std::string>{"api-key/missing", "api-key/wrong"}));
}

void TestExternalApi::theWeatherIsTheSameForAnHour() {
    SceneRun run(shop());
    run.set(SimTime(), "pay", "service", "weather");
    run.send(SimTime(), "/weather/S%C3%A3o%20Paulo");
    run.send(3000 * second, "/weather/S%C3%A3o%20Paulo");
    run.send(3601 * second, "/weather/S%C3%A3o%20Paulo");
    run.send(3602 * second, "/weather/Oslo");
    run.runToTheEnd();
    const auto answers = answersOf(run);
    QVERIFY(holds(answers[0], "{\"city\":\"São Paulo\",\"temperature\":"));
    QCOMPARE(answers[1], answers[0]);
    QVERIFY(answers[2] != answers[0]);
    QVERIFY(answers[3] != answers[2]);
}

void TestExternalApi::mailIsTakenForLater() {
    SceneRun run(shop());
    run.set(SimTime(), "pay", "service", "email");
    run.send(SimTime(), "/messages", "POST", R"({"to": "ada@example.com"})");
    run.send(second, "/messages", "POST", R"({"to": "ada"})");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{202, 422}));
    QCOMPARE(allChecksOf<CheckFailed>(run), (std::vector<std::string>{"message/bad-address\nada"}));
}

void TestExternalApi::nonsenseIsRefused_data() {
    QTest::addColumn<QString>("body");
    for (const char* body : {"", "[]", "{", "{}", R"({"amount": -1, "currency": "EUR"})",
                             R"({"amount": "1", "currency": "EUR"})", R"({"amount": 1})"})
        QTest::newRow(body) << QString(body);
}

void TestExternalApi::nonsenseIsRefused() {
    QFETCH(QString, body);
    SceneRun run(shop());
    pay(run, SimTime(), body.toStdString());
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{422}));
    QCOMPARE(allChecksOf<CheckFailed>(run), (std::vector<std::string>{"charge/bad-body"}));
}

void TestExternalApi::itTakesItsTime() {
    SceneRun run(shop());
    pay(run, SimTime());
    run.runToTheEnd();
    QVERIFY(run.facts<RequestFinished>().at(0).time == SimTime::milliseconds(70));
}

QTEST_APPLESS_MAIN(TestExternalApi)
#include "tst_external_api.moc"
