#include "core/auth/access.h"
#include "core/auth/code_flow.h"
#include "core/auth/passkey.h"
#include "core/auth/rate_limiter.h"
#include "core/auth/session_store.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"
#include "tests/support/text_file.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::auth;
using namespace roundtrip::test;

namespace {

constexpr SimTime second = SimTime::seconds(1);
const char* const kVerifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

} // namespace

/// Sessions, the code flow, passkeys, roles and limits.
class TestSignIn : public QObject {
    Q_OBJECT

  private slots:
    void theChallengeIsThatOfTheRfc() {
        QCOMPARE(challengeOf(kVerifier),
                 std::string("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
        QVERIFY(isVerifier(kVerifier));
        QVERIFY(isVerifier(std::string(128, '~')));
        QVERIFY(!isVerifier(std::string(42, 'a')) && !isVerifier(std::string(129, 'a')));
        QVERIFY(!isVerifier(std::string(42, 'a') + "+") && !isVerifier(""));
    }

    void aCodeIsExchanged_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("client");
        QTest::addColumn<QString>("redirect");
        QTest::addColumn<QString>("verifier");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* code, const char* client,
                            const char* redirect, const char* verifier, int seconds,
                            const char* expected) {
            QTest::newRow(name) << QString(code) << QString(client) << QString(redirect)
                                << QString(verifier) << seconds << QString(expected);
        };
        const char* const back = "https://shop.example/back";
        row("as asked", "c1", "shop", back, kVerifier, 60, "ada");
        row("an unknown code", "c2", "shop", back, kVerifier, 1, "invalid_grant unknown-code");
        row("too late", "c1", "shop", back, kVerifier, 61, "invalid_grant expired");
        row("another client", "c1", "evil", back, kVerifier, 1, "invalid_grant other-client");
        row("another address", "c1", "shop", "https://evil.example", kVerifier, 1,
            "invalid_grant other-redirect");
        row("a thief without the verifier", "c1", "shop", back, "", 1, "invalid_grant no-verifier");
        row("a guessed verifier", "c1", "shop", back, "aBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
            1, "invalid_grant wrong-verifier");
        row("a verifier that is none", "c1", "shop", back, "short", 1,
            "invalid_request code_verifier");
    }
    void aCodeIsExchanged() {
        QFETCH(QString, code);
        QFETCH(QString, client);
        QFETCH(QString, redirect);
        QFETCH(QString, verifier);
        QFETCH(int, seconds);
        QFETCH(QString, expected);
        AuthorizationCodes codes;
        codes.issue("c1", {"shop", "https://shop.example/back", challengeOf(kVerifier), "ada",
                           "openid", SimTime()});
        const auto grant = codes.exchange({code.toStdString(), client.toStdString(),
                                           redirect.toStdString(), verifier.toStdString()},
                                          second * seconds);
        const std::string result =
            grant ? grant->user : grant.error().code + " " + grant.error().args[0];
        QCOMPARE(result, expected.toStdString());
    }

    void aCodeIsGoodOnce() {
        AuthorizationCodes codes;
        codes.issue("c1", {"shop", "/back", "", "ada", "", SimTime()});
        QVERIFY(codes.exchange({"c1", "shop", "/back", ""}, second).has_value());
        QCOMPARE(codes.exchange({"c1", "shop", "/back", ""}, second).error().args[0],
                 std::string("used-code"));
        codes.issue("c2", {"shop", "/back", "", "ada", "", SimTime()});
        QCOMPARE(codes.exchange({"c2", "shop", "/back", kVerifier}, second).error().args[0],
                 std::string("no-challenge"));
    }

    void aSessionEndsWhenNobodyUsesIt() {
        SessionStore store(second * 10, second * 25);
        store.open("s1", {.user = "ada", .role = "user", .createdAt = SimTime()});
        QCOMPARE(store.use("s1", second * 9).session->user, std::string("ada"));
        QVERIFY(store.use("s1", second * 19).session != nullptr);
        QVERIFY(store.use("s1", second * 26).failure == SessionFailure::tooOld);
        QVERIFY(store.use("s1", second * 26).failure == SessionFailure::unknown);
        store.open("s2", {.user = "ada", .createdAt = second * 30});
        QVERIFY(store.use("s2", second * 41).failure == SessionFailure::idle);
    }

    void signingOutEverywhereEndsAllSessionsOfOne() {
        SessionStore store(second * 10, second * 25);
        for (const char* id : {"a", "b"})
            store.open(id, {.user = "ada"});
        store.open("c", {.user = "grace"});
        QCOMPARE(store.closeAllOf("ada"), 2U);
        QCOMPARE(store.size(), 1U);
        QVERIFY(store.close("c") && !store.close("c"));
    }

    void aPasskeyAnswersOnlyItsOwnSite() {
        const SigningKey device = SigningKey::fromSeed(std::string(32, 'd'));
        const auto check = [&device](const PasskeyAssertion& given, const char* challenge) {
            const auto done = checkAssertion(given, device, challenge, "https://bank.example");
            return done ? std::string("good") : done.error().code;
        };
        const auto good = answerChallenge(device, "challenge 1", "https://bank.example");
        QCOMPARE(check(good, "challenge 1"), std::string("good"));
        QCOMPARE(check(good, "challenge 2"), std::string("passkey-challenge"));
        QCOMPARE(check(answerChallenge(device, "challenge 1", "https://bank.evil"), "challenge 1"),
                 std::string("passkey-origin"));
        const SigningKey thief = SigningKey::fromSeed(std::string(32, 't'));
        QCOMPARE(
            check(answerChallenge(thief, "challenge 1", "https://bank.example"), "challenge 1"),
            std::string("passkey-signature"));
        QCOMPARE(check({"[]", good.signature}, "challenge 1"), std::string("passkey-malformed"));
        QCOMPARE(check({"{", good.signature}, "challenge 1"), std::string("passkey-malformed"));
    }

    void whoMayUseARoute_data() {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("role"); // empty: nobody is signed in
        QTest::addColumn<int>("status");
        const auto row = [](const char* rule, const char* role, int status) {
            QTest::newRow(qPrintable(QString("%1 by %2").arg(rule, role)))
                << QString(rule) << QString(role) << status;
        };
        row("public", "", 200);
        row("", "", 200);
        row("signed_in", "", 401);
        row("signed_in", "user", 200);
        row("admin", "", 401);
        row("admin", "user", 403);
        row("admin", "admin", 200);
        row("admin, editor", "editor", 200);
        row("admin,editor", "user", 403);
    }
    void whoMayUseARoute() {
        QFETCH(QString, rule);
        QFETCH(QString, role);
        QFETCH(int, status);
        const Principal principal{role.isEmpty() ? "" : "ada", role.toStdString()};
        QCOMPARE(static_cast<int>(accessTo(*AccessRule::parse(rule.toStdString()), principal)),
                 status);
    }

    void aRuleThatIsNoneIsNamed() {
        for (const char* text : {",", "admin,", "ad min", "admin;editor", "public, admin"})
            QCOMPARE(AccessRule::parse(text).error().code, std::string("bad-access"));
    }

    void myMailIsMine() {
        const Principal ada{"ada", "user"};
        QVERIFY(accessToObject("ada", ada, false) == Access::granted);
        QVERIFY(accessToObject("grace", ada, false) == Access::forbidden);
        QVERIFY(accessToObject("grace", ada, true) == Access::hidden);
        QVERIFY(accessToObject("grace", {"root", "admin"}, true) == Access::granted);
        QVERIFY(accessToObject("ada", {}, true) == Access::unauthenticated);
    }

    void aBucketLetsABurstThroughAndThenItsRate() {
        TokenBucket bucket(5, 2);
        int allowed = 0;
        for (int i = 0; i < 20; ++i)
            allowed += bucket.take(SimTime()).isAllowed ? 1 : 0;
        QCOMPARE(allowed, 5);
        const RateDecision refused = bucket.take(SimTime());
        QVERIFY(refused.retryAfter == SimTime::milliseconds(500));
        QVERIFY(!bucket.take(SimTime::milliseconds(499)).isAllowed);
        QVERIFY(bucket.take(SimTime::milliseconds(500)).isAllowed);
        QCOMPARE(bucket.take(second * 100).left, 4);
    }

    void noBucketGivesMoreThanItsRate() {
        const auto property = [] {
            const double capacity = *rc::gen::inRange(1, 20);
            const double rate = *rc::gen::inRange(1, 50);
            TokenBucket bucket(capacity, rate);
            SimTime now;
            double allowed = 0;
            for (const int gap : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 400))) {
                now = now + SimTime::milliseconds(gap);
                allowed += bucket.take(now).isAllowed ? 1 : 0;
            }
            RC_ASSERT(allowed <= capacity + now.toSeconds() * rate + 1e-6);
        };
        QCOMPARE(counterexample(300, property), std::string());
    }

    void noWindowHoldsMoreThanItsLimit() {
        const auto property = [] {
            const int limit = *rc::gen::inRange(1, 6);
            SlidingWindow window(limit, second);
            std::vector<SimTime> allowed;
            SimTime now;
            for (const int gap : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 700))) {
                now = now + SimTime::milliseconds(gap);
                const RateDecision decision = window.take(now);
                if (decision.isAllowed)
                    allowed.push_back(now);
                else
                    RC_ASSERT(decision.retryAfter > SimTime() && decision.retryAfter <= second);
            }
            const auto step = static_cast<std::size_t>(limit);
            for (std::size_t i = 0; i + step < allowed.size(); ++i)
                RC_ASSERT(allowed[i + step] - allowed[i] >= second);
        };
        QCOMPARE(counterexample(300, property), std::string());
    }

    void tooManyWrongPasswordsLockAnAccount() {
        LoginGuard guard(3, second * 60);
        QVERIFY(!guard.failed("ada", SimTime()));
        QVERIFY(!guard.failed("ada", SimTime()));
        guard.succeeded("ada"); // counts in a row only
        QVERIFY(!guard.failed("ada", SimTime()) && !guard.failed("ada", SimTime()));
        QVERIFY(guard.failed("ada", second));
        QVERIFY(guard.lockedFor("ada", second * 2) == second * 59);
        QVERIFY(guard.lockedFor("grace", second * 2) == SimTime());
        QVERIFY(guard.lockedFor("ada", second * 61) == SimTime());
        guard.setRule(0, second); // nothing locks any more, and what was locked is forgotten
        guard.setRule(3, second * 60);
        QVERIFY(guard.lockedFor("ada", second * 2) == SimTime());
        LoginGuard open(0, second);
        for (int i = 0; i < 100; ++i)
            QVERIFY(!open.failed("ada", SimTime()));
    }
};

QTEST_APPLESS_MAIN(TestSignIn)
#include "tst_sign_in.moc"
