#include "core/auth/password.h"
#include "core/kernel/digest.h"
#include "core/kernel/encoding.h"
#include "tests/support/std_string.h"
#include "tests/support/text_file.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace roundtrip;
using namespace roundtrip::auth;
using namespace roundtrip::test;
using Json = nlohmann::json;

class TestPassword : public QObject {
    Q_OBJECT

  private slots:
    void thePublishedHashesAreMet() {
        int checked = 0;
        for (const Json& vector : Json::parse(readText("tests/data/auth_vectors.json"))) {
            const std::string type = vector["type"];
            if (type == "pbkdf2-hmac-sha256") {
                const std::string key =
                    pbkdf2(vector["P_utf8"].get<std::string>(), vector["S_utf8"].get<std::string>(),
                           vector["c"].get<std::uint32_t>(), vector["dkLen"].get<std::size_t>());
                QCOMPARE(hex(key), vector["dk_hex"].get<std::string>());
            } else if (type == "argon2id-encoded") {
                const std::string password = vector["password"];
                QVERIFY(verifyPassword(password, vector["encoded"]));
                QVERIFY(!verifyPassword(password + " ", vector["encoded"]));
            } else if (type == "bcrypt") {
                QVERIFY(verifyPassword(vector["password"].get<std::string>(), vector["hash"]));
                QVERIFY(!verifyPassword("U*", vector["hash"]));
            } else if (type == "hmac-sha256") {
                QCOMPARE(hex(hmac(Digest::sha256, *fromHex(vector["key_hex"].get<std::string>()),
                                  *fromHex(vector["data_hex"].get<std::string>()))),
                         vector["mac_hex"].get<std::string>());
            } else {
                continue;
            }
            ++checked;
        }
        QCOMPARE(checked, 9);
    }

    void whatIsHashedIsVerified() {
        const PasswordCost cost{.memoryKib = 19'456, .passes = 2};
        const auto hash = hashPassword("correct horse battery staple", "0123456789abcdef", cost);
        QCOMPARE(*hash, std::string("$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$"
                                    "gy5SuVm5Z7Vw7keB9se9p87QGcomaseB/S2U1OhTsM0"));
        QVERIFY(verifyPassword("correct horse battery staple", *hash));
        QVERIFY(!verifyPassword("Correct horse battery staple", *hash));
        QVERIFY(!verifyPassword("", *hash));
    }

    void theSamePasswordHasAnotherHashWithAnotherSalt() {
        const PasswordCost cheap{.memoryKib = 8, .passes = 1};
        QVERIFY(*hashPassword("secret", "0123456789abcdef", cheap) !=
                *hashPassword("secret", "fedcba9876543210", cheap));
    }

    void djangosFormIsKnown() {
        // hashlib.pbkdf2_hmac("sha256", b"secret", b"salt", 1000)
        const std::string hash =
            "pbkdf2_sha256$1000$salt$" + base64(pbkdf2("secret", "salt", 1000, 32));
        QVERIFY(verifyPassword("secret", hash));
        QVERIFY(!verifyPassword("Secret", hash));
    }

    void whatIsNoHashVerifiesNothing_data() {
        QTest::addColumn<QString>("hash");
        for (const char* hash :
             {"", "secret", "$argon2id$", "$argon2id$v=19$m=8,t=1,p=1$AAAA", "$2a$05$short",
              "pbkdf2_sha256$", "pbkdf2_sha256$0$salt$AAAA", "pbkdf2_sha256$x$salt$AAAA",
              "pbkdf2_sha256$1000$salt$", "pbkdf2_sha256$999999999$salt$AAAA", "md5$salt$hash",
              "$2a$99$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"})
            QTest::newRow(hash) << QString(hash);
    }
    void whatIsNoHashVerifiesNothing() {
        QFETCH(QString, hash);
        QVERIFY(!verifyPassword("secret", hash.toStdString()));
        QVERIFY(!verifyPassword("", hash.toStdString()));
    }

    void aSaltOfTheWrongSizeIsRefused() {
        QCOMPARE(hashPassword("secret", "short", {}).error().code, std::string("password-cost"));
    }

    void twiceTheCostTakesTwiceTheTime() {
        const SimTime once = timeOf(PasswordCost{.memoryKib = 19'456, .passes = 2});
        QVERIFY(once > SimTime::milliseconds(30) && once < SimTime::milliseconds(50));
        QVERIFY(timeOf({.memoryKib = 19'456, .passes = 4}) == once * 2);
        QVERIFY(timeOf({.memoryKib = 38'912, .passes = 2}) == once * 2);
    }

    void base64IsThatOfTheRfc_data() { // RFC 4648 section 10
        QTest::addColumn<QString>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << ""
                              << "";
        QTest::newRow("f") << "f"
                           << "Zg==";
        QTest::newRow("fo") << "fo"
                            << "Zm8=";
        QTest::newRow("foo") << "foo"
                             << "Zm9v";
        QTest::newRow("foob") << "foob"
                              << "Zm9vYg==";
        QTest::newRow("fooba") << "fooba"
                               << "Zm9vYmE=";
        QTest::newRow("foobar") << "foobar"
                                << "Zm9vYmFy";
    }
    void base64IsThatOfTheRfc() {
        QFETCH(QString, bytes);
        QFETCH(QString, text);
        const std::string plain = bytes.toStdString();
        QCOMPARE(base64(plain), text.toStdString());
        QCOMPARE(*fromBase64(text.toStdString()), plain);
        QCOMPARE(*fromBase64Url(base64Url(plain)), plain);
    }

    void whatIsNoBase64IsRefused() {
        for (const char* text : {"Zg", "Zh==", "Zg===", "Z===", "Zm 9v", "Zm9v\n", "Zm-v"})
            QVERIFY2(!fromBase64(text), text);
        for (const char* text : {"Zg==", "Zh", "Z", "Zm+v", "Zm9v "})
            QVERIFY2(!fromBase64Url(text), text);
        QVERIFY(!fromHex("abc") && !fromHex("zz") && fromHex("0aFF") == "\x0a\xff");
    }
};

QTEST_APPLESS_MAIN(TestPassword)
#include "tst_password.moc"
