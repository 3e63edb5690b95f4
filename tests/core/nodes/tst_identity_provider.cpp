#include "core/auth/code_flow.h"
#include "core/auth/json_web_token.h"
#include "tests/support/scene_run.h"

#include <QTest>

#include <algorithm>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

constexpr SimTime second = SimTime::seconds(1);
constexpr const char* verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"; // RFC 7636, B

using Lines = std::vector<std::string>;

Scene twoServers() {
    return loadScene("tests/scenes/sign_in_with.roundtrip");
}

nlohmann::json lastBody(const SceneRun& run) {
    return nlohmann::json::parse(lastBodyOf(run), nullptr, false);
}

std::string valueAfter(const std::string& text, const std::string& mark) {
    const std::size_t begin = text.find(mark) + mark.size();
    return text.substr(begin, text.find_first_of("&\r\n ", begin) - begin);
}

std::string authorizeTarget(const std::string& extra = "") {
    return "/authorize?response_type=code&client_id=shop&redirect_uri=https%3A%2F%2Fapp%2Fcallback"
           "&state=xyz&code_challenge_method=S256&code_challenge=" +
           auth::challengeOf(verifier) + extra;
}

/// The browser talks to the provider on its own; the redirect back meets a server that knows
/// nothing of it.
void ask(SceneRun& run, SimTime at, const std::string& target) {
    QCOMPARE(run.give(at, "browser", "send", {{"to", "idp"}, {"target", target}}), std::string());
}
void tell(SceneRun& run, SimTime at, const std::string& form) {
    QCOMPARE(run.give(at, "browser", "send",
                      {{"to", "idp"},
                       {"target", "/token"},
                       {"method", "POST"},
                       {"content_type", "form"},
                       {"body", form}}),
             std::string());
    run.runUntil(at + second / 2);
}

/// The code of an authorization that is done now.
std::string codeOf(SceneRun& run, SimTime at) {
    ask(run, at, authorizeTarget());
    run.runUntil(at + second / 2);
    for (const MessageSent& sent : run.all<MessageSent>()) {
        const std::string wire = run.text(sent.wire);
        if (wire.find("Location: https://app/callback?code=") != std::string::npos)
            return valueAfter(wire, "?code=");
    }
    return {};
}

std::string redemption(const std::string& code, const std::string& proof = verifier,
                       const std::string& address = "https%3A%2F%2Fapp%2Fcallback",
                       const std::string& client = "shop") {
    return "grant_type=authorization_code&code=" + code + "&client_id=" + client +
           "&redirect_uri=" + address + "&code_verifier=" + proof;
}

} // namespace

class TestIdentityProvider : public QObject {
    Q_OBJECT

  private slots:
    void aPersonSignsIn();
    void theServersSpeakToEachOther();
    void aPersonSaysNo();
    void anAnswerThatNobodyAskedForIsRefused();
    void anotherStateIsRefused();
    void aSignInIsGoodOnce();
    void aTokenOfAnotherIssuerIsRefused();
    void anUnknownAddressIsNeverARedirect_data();
    void anUnknownAddressIsNeverARedirect();
    void aWrongRequestGoesBackWithItsError_data();
    void aWrongRequestGoesBackWithItsError();
    void withoutPkceItGivesACodeOnlyIfTold();
    void aCodeIsExchangedForTokens();
    void aCodeNeedsItsProof_data();
    void aCodeNeedsItsProof();
    void aCodeIsGoodForAMinute();
    void aCodeThatComesTwiceEndsItsTokens();
    void aRefreshTokenIsGoodOnce();
    void anotherGrantIsUnknown();
    void itTellsHowItIsUsed();
    void aFingerprintSignsIn();
    void aChallengeIsGoodOnce();
    void aLookalikeGetsNothingOfUse();
    void nonsenseIsNoDevice_data();
    void nonsenseIsNoDevice();
};

void TestIdentityProvider::aPersonSignsIn() {
    SceneRun run(twoServers());
    run.send(SimTime(), "/login");
    run.send(10 * second, "/me");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{200, 200}));
    QCOMPARE(checksOf<CheckPassed>(run, "oauth"),
             (Lines{"started\nidp", "code-issued\nada\nshop", "code-redeemed\nada\nshop",
                    "signed-in\nada\nidp"}));
    QCOMPARE(checksOf<CheckPassed>(run, "session").back(), std::string("found\nada"));
    QCOMPARE(run.count<CheckFailed>(), 0U);
}

void TestIdentityProvider::theServersSpeakToEachOther() {
    SceneRun run(twoServers());
    run.send(SimTime(), "/login");
    run.runToTheEnd();
    Lines asked;
    for (const MessageArrived& arrived : run.all<MessageArrived>()) {
        const std::string title = run.text(arrived.title);
        if (arrived.messageKind == MessageKind::request)
            asked.push_back(title.substr(0, title.find('?')));
    }
    QCOMPARE(asked, (Lines{"GET /login", "GET /authorize", "GET /callback", "POST /token",
                           "GET /jwks.json", "GET /me"}));
}

void TestIdentityProvider::aPersonSaysNo() {
    SceneRun run(twoServers());
    run.set(SimTime(), "idp", "consents", false);
    run.send(SimTime(), "/login");
    run.runToTheEnd();
    QCOMPARE(checksOf<CheckFailed>(run, "oauth"),
             (Lines{"access_denied\nada\nshop", "provider-said\naccess_denied"}));
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{403}));
}

void TestIdentityProvider::anAnswerThatNobodyAskedForIsRefused() {
    SceneRun run(twoServers());
    run.send(SimTime(), "/callback?code=stolen&state=made-up");
    run.send(second, "/callback?code=stolen");
    run.runToTheEnd();
    QCOMPARE(checksOf<CheckFailed>(run, "oauth"), (Lines{"state\nno-sign-in", "state\nmissing"}));
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{403, 403}));
}

/// Login CSRF: somebody else's code in this browser (RFC 9700, 4.7).
void TestIdentityProvider::anotherStateIsRefused() {
    SceneRun run(twoServers());
    run.set(SimTime(), "idp", "work_time", "5 s");
    run.send(SimTime(), "/login");
    run.send(second, "/callback?code=of-mallory&state=of-mallory");
    run.runUntil(2 * second);
    QCOMPARE(checksOf<CheckFailed>(run, "oauth"), (Lines{"state\nother"}));
}

void TestIdentityProvider::aSignInIsGoodOnce() {
    SceneRun run(twoServers());
    run.send(SimTime(), "/login");
    run.runToTheEnd();
    std::string back;
    for (const MessageArrived& arrived : run.all<MessageArrived>()) {
        const std::string title = run.text(arrived.title);
        if (title.starts_with("GET /callback"))
            back = title.substr(4);
    }
    run.send(10 * second, back);
    run.runToTheEnd();
    QCOMPARE(checksOf<CheckFailed>(run, "oauth"), (Lines{"state\nno-sign-in"}));
}

void TestIdentityProvider::aTokenOfAnotherIssuerIsRefused() {
    SceneRun run(twoServers());
    ask(run, SimTime(), "/jwks.json");
    run.send(second, "/login");
    run.runUntil(second + SimTime::milliseconds(21));
    std::string state;
    for (const MessageSent& sent : run.all<MessageSent>()) {
        const std::string wire = run.text(sent.wire);
        if (wire.find("&state=") != std::string::npos)
            state = valueAfter(wire, "&state=");
    }
    run.send(second + SimTime::milliseconds(22),
             "/callback?code=x&iss=https%3A%2F%2Fevil&state=" + state);
    run.runToTheEnd();
    QCOMPARE(checksOf<CheckFailed>(run, "oauth").front(),
             std::string("other-issuer\nhttps://evil"));
}

void TestIdentityProvider::anUnknownAddressIsNeverARedirect_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nobody") << ""
                            << "unknown-client\n";
    QTest::newRow("another client") << "client_id=bank"
                                    << "unknown-client\nbank";
    QTest::newRow("another address") << "client_id=shop&redirect_uri=https://evil/"
                                     << "other-redirect\nshop\nhttps://evil/";
    QTest::newRow("a longer one") << "client_id=shop&redirect_uri=https://app/callback/x"
                                  << "other-redirect\nshop\nhttps://app/callback/x";
    QTest::newRow("none") << "client_id=shop"
                          << "other-redirect\nshop\n";
}

void TestIdentityProvider::anUnknownAddressIsNeverARedirect() {
    QFETCH(QString, query);
    QFETCH(QString, reason);
    SceneRun run(twoServers());
    ask(run, SimTime(), "/authorize?" + query.toStdString());
    run.runToTheEnd();
    QCOMPARE(checksOf<CheckFailed>(run, "oauth"), (Lines{reason.toStdString()}));
    QVERIFY(lastAnswerOf(run).find("Location") == std::string::npos);
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{400}));
}

void TestIdentityProvider::aWrongRequestGoesBackWithItsError_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("reason");
    const QString known = "client_id=shop&redirect_uri=https://app/callback&state=s";
    QTest::newRow("another type") << known + "&response_type=token"
                                  << "unsupported_response_type\ntoken";
    QTest::newRow("no challenge") << known + "&response_type=code"
                                  << "invalid_request\ncode_challenge";
    QTest::newRow("plain")
        << known +
               "&response_type=code&code_challenge_method=plain&code_challenge=" + QString(43, 'a')
        << "invalid_request\ncode_challenge_method";
}

void TestIdentityProvider::aWrongRequestGoesBackWithItsError() {
    QFETCH(QString, query);
    QFETCH(QString, reason);
    SceneRun run(twoServers());
    ask(run, SimTime(), "/authorize?" + query.toStdString());
    run.runToTheEnd();
    QCOMPARE(checksOf<CheckFailed>(run, "oauth").front(), reason.toStdString());
    const std::string code = reason.section('\n', 0, 0).toStdString();
    const auto followed = checksOf<CheckPassed>(run, "redirect");
    QCOMPARE(followed, (Lines{"followed\n302\nGET\nhttps://app/callback?error=" + code +
                              "&iss=https%3A%2F%2Fidp&state=s"}));
}

void TestIdentityProvider::withoutPkceItGivesACodeOnlyIfTold() {
    const std::string bare = "/authorize?client_id=shop&response_type=code"
                             "&redirect_uri=https%3A%2F%2Fapp%2Fcallback";
    SceneRun run(twoServers());
    run.set(SimTime(), "idp", "requires_pkce", false);
    ask(run, SimTime(), bare);
    ask(run, second, bare + "&code_challenge=short&code_challenge_method=S256");
    run.runToTheEnd();
    QCOMPARE(checksOf<CheckPassed>(run, "oauth"), (Lines{"code-issued\nada\nshop"}));
    QCOMPARE(checksOf<CheckFailed>(run, "oauth").front(),
             std::string("state\nmissing")); // at the shop, which knows nothing of it
    QVERIFY(std::ranges::count(checksOf<CheckFailed>(run, "oauth"),
                               "invalid_request\ncode_challenge") == 1);
}

void TestIdentityProvider::aCodeIsExchangedForTokens() {
    SceneRun run(twoServers());
    const std::string code = codeOf(run, SimTime());
    tell(run, second, redemption(code));
    const auto body = lastBody(run);
    QCOMPARE(body["token_type"].get<std::string>(), std::string("Bearer"));
    QCOMPARE(body["expires_in"].get<int>(), 300);
    const std::string idToken = body["id_token"];
    ask(run, 2 * second, "/jwks.json");
    run.runToTheEnd();
    const auto key = auth::SigningKey::fromJwk(lastBody(run)["keys"][0]);
    QVERIFY(key);
    const auto content = auth::verifyToken(
        idToken, *key, {.now = 2, .mustExpire = true, .issuer = "https://idp", .audience = "shop"});
    QVERIFY(content);
    QCOMPARE(content->text("sub"), std::string("ada"));
    QVERIFY(!auth::verifyToken(idToken, *key, {.now = 400, .audience = "shop"}));
}

void TestIdentityProvider::aCodeNeedsItsProof_data() {
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const std::string& form, const char* reason) {
        QTest::newRow(name) << QString::fromStdString(form) << QString(reason);
    };
    const std::string good = verifier;
    row("another code", redemption("guessed"), "invalid_grant\nunknown-code");
    row("another verifier", redemption("CODE", std::string(43, 'x')),
        "invalid_grant\nwrong-verifier");
    row("no verifier", redemption("CODE", ""), "invalid_grant\nno-verifier");
    row("a short verifier", redemption("CODE", "short"), "invalid_request\ncode_verifier");
    row("another address", redemption("CODE", good, "https%3A%2F%2Fevil"),
        "invalid_grant\nother-redirect");
    row("another client", redemption("CODE", good, "https%3A%2F%2Fapp%2Fcallback", "bank"),
        "invalid_grant\nother-client");
}

void TestIdentityProvider::aCodeNeedsItsProof() {
    QFETCH(QString, form);
    QFETCH(QString, reason);
    SceneRun run(twoServers());
    const std::string code = codeOf(run, SimTime());
    tell(run, second, form.replace("CODE", QString::fromStdString(code)).toStdString());
    QCOMPARE(checksOf<CheckFailed>(run, "oauth").back(), reason.toStdString());
    QCOMPARE(statusesOf(run).back(), 400U);
    QCOMPARE(lastBody(run)["error"].get<std::string>(), reason.section('\n', 0, 0).toStdString());
}

void TestIdentityProvider::aCodeIsGoodForAMinute() {
    SceneRun run(twoServers());
    const std::string code = codeOf(run, SimTime());
    tell(run, 61 * second, redemption(code));
    QCOMPARE(checksOf<CheckFailed>(run, "oauth").back(), std::string("invalid_grant\nexpired"));
}

void TestIdentityProvider::aCodeThatComesTwiceEndsItsTokens() {
    SceneRun run(twoServers());
    const std::string code = codeOf(run, SimTime());
    tell(run, second, redemption(code));
    const std::string refresh = lastBody(run)["refresh_token"];
    tell(run, 2 * second, redemption(code));
    QCOMPARE(checksOf<CheckFailed>(run, "oauth").back(), std::string("invalid_grant\nused-code"));
    tell(run, 3 * second, "grant_type=refresh_token&client_id=shop&refresh_token=" + refresh);
    QCOMPARE(checksOf<CheckFailed>(run, "oauth").back(),
             std::string("invalid_grant\nunknown-refresh"));
}

void TestIdentityProvider::aRefreshTokenIsGoodOnce() {
    SceneRun run(twoServers());
    const std::string renewal = "grant_type=refresh_token&client_id=shop&refresh_token=";
    tell(run, second, redemption(codeOf(run, SimTime())));
    const std::string first = lastBody(run)["refresh_token"];
    tell(run, 2 * second, renewal + first);
    const std::string next = lastBody(run)["refresh_token"];
    QVERIFY(next != first);
    tell(run, 3 * second, renewal + first); // a thief, or the victim of one
    QCOMPARE(checksOf<CheckFailed>(run, "oauth").back(),
             std::string("invalid_grant\nrefresh-reused"));
    tell(run, 4 * second, renewal + next);
    QCOMPARE(checksOf<CheckFailed>(run, "oauth").back(),
             std::string("invalid_grant\nunknown-refresh"));
}

void TestIdentityProvider::anotherGrantIsUnknown() {
    SceneRun run(twoServers());
    tell(run, SimTime(), "grant_type=password&username=ada&password=x");
    QCOMPARE(checksOf<CheckFailed>(run, "oauth"), (Lines{"unsupported_grant_type\npassword"}));
}

void TestIdentityProvider::itTellsHowItIsUsed() {
    SceneRun run(twoServers());
    ask(run, SimTime(), "/.well-known/openid-configuration");
    run.runToTheEnd();
    QCOMPARE(lastBody(run)["token_endpoint"].get<std::string>(), std::string("https://idp/token"));
    ask(run, second, "/elsewhere");
    run.runToTheEnd();
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{200, 404}));
}

void TestIdentityProvider::aFingerprintSignsIn() {
    SceneRun run(twoServers());
    run.give(SimTime(), "browser", "passkey", {{"to", "idp"}});
    run.give(second, "browser", "passkey", {{"to", "idp"}});
    run.runToTheEnd();
    QCOMPARE(checksOf<CheckPassed>(run, "passkey"),
             (Lines{"registered\nada", "good\nada", "good\nada"}));
    QCOMPARE(statusesOf(run), (std::vector<std::uint32_t>{201, 200, 200, 200, 200}));
}

void TestIdentityProvider::aChallengeIsGoodOnce() {
    SceneRun run(twoServers());
    run.give(SimTime(), "browser", "passkey", {{"to", "idp"}});
    run.runToTheEnd();
    std::string proof;
    for (const MessageSent& sent : run.all<MessageSent>()) {
        const std::string wire = run.text(sent.wire);
        if (wire.starts_with("POST /passkey/verify"))
            proof = wire.substr(wire.find("\r\n\r\n") + 4);
    }
    run.give(second, "browser", "send",
             {{"to", "idp"}, {"method", "POST"}, {"target", "/passkey/verify"}, {"body", proof}});
    run.runToTheEnd();
    QCOMPARE(checksOf<CheckFailed>(run, "passkey"), (Lines{"passkey-challenge"}));
    QCOMPARE(statusesOf(run).back(), 401U);
}

/// The browser signs for the site that it sees: here under a name that is not the provider's.
void TestIdentityProvider::aLookalikeGetsNothingOfUse() {
    Scene scene = twoServers();
    std::swap(scene.links[0], scene.links[1]); // the provider is the first that it is joined to
    SceneRun run(scene);
    run.set(SimTime(), "browser", "host", "idp.example");
    run.give(SimTime(), "browser", "passkey");
    run.runToTheEnd();
    QCOMPARE(checksOf<CheckFailed>(run, "passkey"), (Lines{"passkey-origin\nhttps://idp.example"}));
}

void TestIdentityProvider::nonsenseIsNoDevice_data() {
    QTest::addColumn<QString>("body");
    for (const char* body : {"", "[]", "{", "{}", R"({"key": 5})", R"({"key": {"kty": "OKP"}})",
                             R"({"key": {"kty": "oct", "k": "AAAA"}})"})
        QTest::newRow(body) << QString(body);
}

void TestIdentityProvider::nonsenseIsNoDevice() {
    QFETCH(QString, body);
    SceneRun run(twoServers());
    for (const char* target : {"/passkey/register", "/passkey/verify"})
        run.give(
            SimTime(), "browser", "send",
            {{"to", "idp"}, {"method", "POST"}, {"target", target}, {"body", body.toStdString()}});
    run.runToTheEnd();
    QCOMPARE(checksOf<CheckFailed>(run, "passkey"), (Lines{"bad-key", "no-device\nada"}));
}

QTEST_APPLESS_MAIN(TestIdentityProvider)
#include "tst_identity_provider.moc"
