#include "core/auth/json_web_token.h"
#include "core/kernel/encoding.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"
#include "tests/support/text_file.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::auth;
using namespace roundtrip::test;
using Json = nlohmann::json;

namespace {

constexpr std::int64_t kNow = 1'700'000'000;

SigningKey secretKey(SigningAlgorithm algorithm = SigningAlgorithm::hs256) {
    return SigningKey::fromSecret(algorithm, "a secret of thirty-two bytes long");
}
std::string seed(char letter) {
    return std::string(32, letter);
}

/// "good", or the error with its arguments.
QString verdict(const std::string& token, const SigningKey& key, TokenRules rules = {}) {
    rules.now = kNow;
    const auto content = verifyToken(token, key, rules);
    if (content)
        return "good";
    QString text = QString::fromStdString(content.error().code);
    for (const std::string& argument : content.error().args)
        text += " " + QString::fromStdString(argument);
    return text;
}

/// A token with any header and claims, signed with the key as it is.
std::string tokenWith(const std::string& header, const std::string& claims, const SigningKey& key) {
    const std::string text = base64Url(header) + "." + base64Url(claims);
    return text + "." + base64Url(key.sign(text));
}

// The RSA key of RFC 7515 appendix A.2 and the P-256 key of appendix A.3 with their signatures.
const char* const kRsaModulus =
    "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJ"
    "PMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0"
    "LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uD"
    "Zlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2"
    "PAcDTW9gb54h4FRWyuXpoQ";
const char* const kRsaToken =
    "eyJhbGciOiJSUzI1NiJ9."
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9"
    "pc19yb290Ijp0cnVlfQ.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-"
    "0Qc"
    "_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_"
    "nZLgrnbyTyWzO75vRK5h6xBArLIARNPv"
    "kSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-"
    "eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI"
    "2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
const char* const kEllipticToken =
    "eyJhbGciOiJFUzI1NiJ9."
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9"
    "pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-"
    "F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP"
    "3-Kg6NU1Q";
const Json kEllipticKey{{"kty", "EC"},
                        {"crv", "P-256"},
                        {"x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"},
                        {"y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"},
                        {"d", "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}};

} // namespace

class TestJsonWebToken : public QObject {
    Q_OBJECT

  private slots:
    void thePublishedTokensAreJudgedAsPublished() {
        for (const Json& vector : Json::parse(readText("tests/data/auth_vectors.json"))) {
            const std::string compact = vector.value("compact", "");
            if (vector["type"] == "jws") {
                const SigningKey key =
                    SigningKey::fromSecret(SigningAlgorithm::hs256,
                                           *fromBase64Url(vector["key_b64url"].get<std::string>()));
                QCOMPARE(verdict(compact, key), QString("token-expired 399180620"));
                QVERIFY(verifyToken(compact, key, {.now = 1'300'000'000}).has_value());
            } else if (vector["type"] == "jwt-reject") {
                QCOMPARE(verdict(compact, secretKey()), QString("token-algorithm none HS256"));
            }
        }
    }

    void rsaAndEllipticCurvesAreThoseOfTheRfc() {
        const auto rsa = SigningKey::fromJwk({{"kty", "RSA"}, {"n", kRsaModulus}, {"e", "AQAB"}});
        QVERIFY(rsa.has_value());
        QVERIFY(!rsa->canSign());
        QVERIFY(verifyToken(kRsaToken, *rsa, {.now = 1'300'000'000}).has_value());
        const auto curve = SigningKey::fromJwk(kEllipticKey);
        QVERIFY(curve.has_value());
        QVERIFY(verifyToken(kEllipticToken, *curve, {.now = 1'300'000'000}).has_value());
        QCOMPARE(verdict(signToken({{"sub", "ada"}}, *curve), *curve), QString("good"));
    }

    void whatIsSignedIsRead_data() {
        QTest::addColumn<int>("algorithm");
        for (const auto algorithm :
             {SigningAlgorithm::hs256, SigningAlgorithm::hs384, SigningAlgorithm::hs512})
            QTest::newRow(std::string(nameOf(algorithm)).c_str()) << static_cast<int>(algorithm);
    }
    void whatIsSignedIsRead() {
        QFETCH(int, algorithm);
        const SigningKey key = secretKey(static_cast<SigningAlgorithm>(algorithm));
        const std::string token = signToken({{"sub", "ada"}, {"exp", kNow + 60}}, key);
        const auto content = verifyToken(token, key, {.now = kNow});
        QCOMPARE(content->text("sub"), std::string("ada"));
        QCOMPARE(verdict(token + "A", key).startsWith("token-"), true);
    }

    void aPairSignsAndItsPublicHalfChecks() {
        const SigningKey device = SigningKey::fromSeed(seed('a'));
        const auto known = SigningKey::fromJwk(device.publicJwk());
        QVERIFY(known.has_value());
        QVERIFY(!known->canSign());
        QCOMPARE(verdict(signToken({{"sub", "ada"}}, device), *known), QString("good"));
        const SigningKey other = SigningKey::fromSeed(seed('b'));
        QCOMPARE(verdict(signToken({{"sub", "ada"}}, other), *known), QString("token-signature"));
    }

    void aClaimIsChecked_data() {
        QTest::addColumn<QString>("claims");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QString& claims, const char* expected) {
            QTest::newRow(name) << claims << QString(expected);
        };
        const auto at = [](const char* claim, std::int64_t offset) {
            return QString(R"({"%1": %2, "aud": "shop", "iss": "login"})")
                .arg(claim)
                .arg(kNow + offset);
        };
        row("alive", at("exp", 1), "good");
        row("expired this very second", at("exp", 0), "token-expired 0");
        row("expired", at("exp", -3600), "token-expired 3600");
        row("not yet", at("nbf", 30), "token-not-yet 30");
        row("now", at("nbf", 0), "good");
        row("an expiry as text", R"({"exp": "1700000100", "aud": "shop", "iss": "login"})",
            "token-claim exp");
        row("a start that is true", R"({"nbf": true, "aud": "shop", "iss": "login"})",
            "token-claim nbf");
        row("an expiry with a fraction", R"({"exp": 1700000000.5, "aud": "shop", "iss": "login"})",
            "good");
        row("another issuer", R"({"iss": "evil", "aud": "shop"})", "token-issuer evil");
        row("no issuer", R"({"aud": "shop"})", "token-issuer ");
        row("another audience", R"({"iss": "login", "aud": "bank"})", "token-audience \"bank\"");
        row("one of several audiences", R"({"iss": "login", "aud": ["bank", "shop"]})", "good");
        row("an audience as number", R"({"iss": "login", "aud": 7})", "token-audience 7");
        row("a subject as number", R"({"iss": "login", "aud": "shop", "sub": 7})",
            "token-claim sub");
        row("revoked", R"({"iss": "login", "aud": "shop", "jti": "t1"})", "token-revoked t1");
    }
    void aClaimIsChecked() {
        QFETCH(QString, claims);
        QFETCH(QString, expected);
        const std::string token = signToken(Json::parse(claims.toStdString()), secretKey());
        const TokenRules rules{.issuer = "login", .audience = "shop", .revoked = {"t1"}};
        QCOMPARE(verdict(token, secretKey(), rules), expected);
    }

    void clocksMayDifferByTheLeeway() {
        const std::string token = signToken({{"exp", kNow - 10}}, secretKey());
        QCOMPARE(verdict(token, secretKey(), {.leeway = 30}), QString("good"));
        QCOMPARE(verdict(token, secretKey(), {.leeway = 10}), QString("token-expired 10"));
        QCOMPARE(
            verdict(signToken({{"sub", "ada"}}, secretKey()), secretKey(), {.mustExpire = true}),
            QString("token-no-expiry"));
    }

    void aTamperedTokenIsRefused_data() {
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("expected");
        const std::string good = signToken({{"role", "user"}}, secretKey());
        const std::string header = good.substr(0, good.find('.'));
        const std::string signature = good.substr(good.rfind('.') + 1);
        const std::string claims =
            good.substr(header.size() + 1, good.size() - header.size() - signature.size() - 2);
        const auto row = [](const char* name, const std::string& token, const char* expected) {
            QTest::newRow(name) << QString::fromStdString(token) << QString(expected);
        };
        row("other claims", header + "." + base64Url(R"({"role":"admin"})") + "." + signature,
            "token-signature");
        row("no signature", header + "." + claims + ".", "token-signature");
        row("alg none", unsignedToken({{"role", "admin"}}), "token-algorithm none HS256");
        row("alg None", tokenWith(R"({"alg":"None"})", "{}", secretKey()),
            "token-algorithm None HS256");
        row("alg nOnE without signature", base64Url(R"({"alg":"nOnE"})") + ".e30.",
            "token-algorithm nOnE HS256");
        row("alg in lower case", tokenWith(R"({"alg":"hs256"})", "{}", secretKey()),
            "token-algorithm hs256 HS256");
        row("another digest", tokenWith(R"({"alg":"HS512"})", "{}", secretKey()),
            "token-algorithm HS512 HS256");
        row("no alg", tokenWith(R"({"typ":"JWT"})", "{}", secretKey()), "token-malformed header");
        row("alg as a list", tokenWith(R"({"alg":["HS256"]})", "{}", secretKey()),
            "token-malformed header");
        row("alg twice", tokenWith(R"({"alg":"none","alg":"HS256"})", "{}", secretKey()),
            "token-malformed header");
        row("a claim twice", tokenWith(R"({"alg":"HS256"})", R"({"a":1,"a":2})", secretKey()),
            "token-malformed claims");
        row("a critical extension",
            tokenWith(R"({"alg":"HS256","crit":["b64"],"b64":false})", "{}", secretKey()),
            "token-critical [\"b64\"]");
        row("claims that are a list", tokenWith(R"({"alg":"HS256"})", "[]", secretKey()),
            "token-malformed claims");
        row("claims that are no JSON", tokenWith(R"({"alg":"HS256"})", "{", secretKey()),
            "token-malformed claims");
        row("nothing", "", "token-malformed parts");
        row("two parts", header + "." + claims, "token-malformed parts");
        row("four parts", good + ".", "token-malformed parts");
        row("five parts, as an encrypted one", good + ".a.b", "token-malformed parts");
        row("padding", header + "." + claims + "." + signature + "=", "token-malformed signature");
        row("the alphabet of plain base64", header + "." + claims + ".+/" + signature.substr(2),
            "token-malformed signature");
        row("a space before", " " + good, "token-malformed header");
        row("a line end after", good + "\n", "token-malformed signature");
        row("a cut signature", good.substr(0, good.size() - 3), "token-signature");
        row("bits left over", good.substr(0, good.size() - 1) + "9", "token-malformed signature");
    }
    void aTamperedTokenIsRefused() {
        QFETCH(QString, token);
        QFETCH(QString, expected);
        QCOMPARE(verdict(token.toStdString(), secretKey()), expected);
    }

    /// The mistake of RFC 8725 section 2.1: the public key taken for a shared secret.
    void aPublicKeyIsNoSecret() {
        const auto rsa = SigningKey::fromJwk({{"kty", "RSA"}, {"n", kRsaModulus}, {"e", "AQAB"}});
        const SigningKey forger = SigningKey::fromSecret(SigningAlgorithm::hs256, kRsaModulus);
        QCOMPARE(verdict(signToken({{"role", "admin"}}, forger), *rsa),
                 QString("token-algorithm HS256 RS256"));
    }

    void onlyWhoBelievesTheHeaderTakesAnUnsignedToken() {
        const std::string forged = unsignedToken({{"role", "admin"}});
        QCOMPARE(verdict(forged, secretKey(), {.believesHeader = true}), QString("good"));
        QCOMPARE(verdict(forged, secretKey()), QString("token-algorithm none HS256"));
    }

    void badKeysAreRefused_data() {
        QTest::addColumn<QString>("jwk");
        QTest::newRow("no object") << "[]";
        QTest::newRow("no kind") << "{}";
        QTest::newRow("another kind") << R"({"kty": "quantum"})";
        QTest::newRow("no secret") << R"({"kty": "oct"})";
        QTest::newRow("an empty secret") << R"({"kty": "oct", "k": ""})";
        QTest::newRow("a secret for RSA") << R"({"kty": "oct", "k": "AAAA", "alg": "RS256"})";
        QTest::newRow("a short RSA key") << R"({"kty": "RSA", "n": "AQAB", "e": "AQAB"})";
        QTest::newRow("a point off the curve")
            << R"({"kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                  "y": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"})";
        QTest::newRow("another curve") << R"({"kty": "EC", "crv": "P-384", "x": "AA", "y": "AA"})";
        QTest::newRow("a short Edwards key") << R"({"kty": "OKP", "crv": "Ed25519", "x": "AAAA"})";
        QTest::newRow("a number as secret") << R"({"kty": "oct", "k": 7})";
    }
    void badKeysAreRefused() {
        QFETCH(QString, jwk);
        const auto key = SigningKey::fromJwk(Json::parse(jwk.toStdString()));
        QVERIFY(!key.has_value());
        QCOMPARE(key.error().code, std::string("bad-key"));
    }

    void noTextPassesWithoutTheKey() {
        const auto property = [](const std::string& text) {
            const auto content = verifyToken(text, secretKey(), {});
            RC_ASSERT(!content.has_value());
        };
        QCOMPARE(counterexample(2000, property), std::string());
    }

    void everyChangedLetterIsNoticed() {
        const std::string good = signToken({{"role", "user"}, {"sub", "ada"}}, secretKey());
        for (std::size_t i = 0; i < good.size(); ++i) {
            std::string changed = good;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            QVERIFY2(verdict(changed, secretKey()) != "good", changed.c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestJsonWebToken)
#include "tst_json_web_token.moc"
