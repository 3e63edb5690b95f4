#include "core/http/cookie.h"
#include "tests/support/property.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::http;
using namespace roundtrip::test;

namespace {

constexpr SimTime second = SimTime::seconds(1);

Response setting(std::initializer_list<const char*> cookies) {
    Response response;
    for (const char* cookie : cookies)
        response.headers.add("Set-Cookie", cookie);
    return response;
}

} // namespace

class TestCookie : public QObject {
    Q_OBJECT

  private slots:
    void aCookieIsWrittenAndRead() {
        const Cookie cookie{.name = "session",
                            .value = "abc",
                            .path = "/app",
                            .maxAgeSeconds = 60,
                            .isHttpOnly = true,
                            .isSecure = true,
                            .sameSite = SameSite::strict};
        const std::string text = toText(cookie);
        QCOMPARE(text, std::string("session=abc; Path=/app; Max-Age=60; HttpOnly; Secure; "
                                   "SameSite=Strict"));
        QCOMPARE(toText(*parseSetCookie(text)), text);
    }

    void aBrowserReadsForgivingly_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("read");
        const auto row = [](const char* text, const char* read) {
            QTest::newRow(text) << QString(text) << QString(read);
        };
        row("a=b", "a=b; Path=/; SameSite=Lax");
        row("  a = b ; httponly;PATH=/x", "a=b; Path=/x; HttpOnly; SameSite=Lax");
        row("a=", "a=; Path=/; SameSite=Lax");
        row("a=b=c", "a=b=c; Path=/; SameSite=Lax");
        row("a=b; path=x", "a=b; Path=/; SameSite=Lax");
        row("a=b; Max-Age=soon", "a=b; Path=/; SameSite=Lax");
        row("a=b; SameSite=sometimes", "a=b; Path=/; SameSite=Lax");
        row("a=b; Unknown=1", "a=b; Path=/; SameSite=Lax");
        row("a", "");
        row("=b", "");
        row("", "");
        row("a=b; SameSite=None", ""); // must be Secure
    }
    void aBrowserReadsForgivingly() {
        QFETCH(QString, text);
        QFETCH(QString, read);
        const auto cookie = parseSetCookie(text.toStdString());
        QCOMPARE(cookie ? toText(*cookie) : std::string(), read.toStdString());
    }

    void aRequestsCookiesAreFound() {
        Request request;
        request.headers.set("Cookie", "a=1; session=x y; a=2");
        QCOMPARE(cookieOf(request, "session"), std::string("x y"));
        QCOMPARE(cookieOf(request, "a"), std::string("1"));
        QCOMPARE(cookieOf(request, "b"), std::string());
    }

    void theJarSendsWhatFits_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isHttps");
        QTest::addColumn<int>("origin");
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("sent");
        const auto row = [](const char* name, const char* path, bool isHttps, RequestOrigin origin,
                            Method method, const char* sent) {
            QTest::newRow(name) << QString(path) << isHttps << static_cast<int>(origin)
                                << static_cast<int>(method) << QString(sent);
        };
        using O = RequestOrigin;
        row("home", "/", true, O::sameSite, Method::get, "lax=1; strict=2; none=3");
        row("below the path", "/app/x", true, O::sameSite, Method::get,
            "app=4; lax=1; strict=2; none=3");
        row("beside the path", "/apple", true, O::sameSite, Method::get, "lax=1; strict=2; none=3");
        row("open connection", "/", false, O::sameSite, Method::get, "lax=1; strict=2");
        row("a link from elsewhere", "/", true, O::crossSiteLink, Method::get, "lax=1; none=3");
        row("a form from elsewhere", "/", true, O::crossSite, Method::post, "none=3");
        row("a posted link", "/", true, O::crossSiteLink, Method::post, "none=3");
    }
    void theJarSendsWhatFits() {
        QFETCH(QString, path);
        QFETCH(bool, isHttps);
        QFETCH(int, origin);
        QFETCH(int, method);
        QFETCH(QString, sent);
        CookieJar jar;
        jar.take(setting({"lax=1", "strict=2; SameSite=Strict", "none=3; SameSite=None; Secure",
                          "app=4; Path=/app"}),
                 true, SimTime());
        QCOMPARE(jar.cookiesFor(path.toStdString(), static_cast<Method>(method), isHttps,
                                static_cast<RequestOrigin>(origin), SimTime()),
                 sent.toStdString());
    }

    void aCookieEndsReplacesAndIsTakenBack() {
        CookieJar jar;
        jar.take(setting({"a=1; Max-Age=10", "b=2"}), true, SimTime());
        jar.take(setting({"b=3"}), true, second);
        const auto sent = [&jar](SimTime now) {
            return jar.cookiesFor("/", Method::get, true, RequestOrigin::sameSite, now);
        };
        QCOMPARE(sent(second * 9), std::string("a=1; b=3"));
        QCOMPARE(sent(second * 10), std::string("b=3"));
        jar.take(setting({"b=; Max-Age=0"}), true, second);
        QCOMPARE(sent(second * 2), std::string("a=1"));
    }

    void scriptsCannotReadWhatIsHttpOnly() {
        CookieJar jar;
        jar.take(setting({"session=secret; HttpOnly", "theme=dark"}), true, SimTime());
        QCOMPARE(jar.readableByScripts(SimTime()), std::string("theme=dark"));
    }

    void aSecureCookieIsNotTakenFromAnOpenConnection() {
        CookieJar jar;
        QVERIFY(jar.take(setting({"session=secret; Secure"}), false, SimTime()).empty());
        QCOMPARE(jar.size(), 0U);
    }

    void noTextBreaksTheReader() {
        const auto property = [](const std::string& text) {
            CookieJar jar;
            if (const auto cookie = parseSetCookie(text))
                jar.put(*cookie, SimTime());
            RC_ASSERT(parseCookies(text).size() <= text.size());
        };
        QCOMPARE(counterexample(2000, property), std::string());
    }
};

QTEST_APPLESS_MAIN(TestCookie)
#include "tst_cookie.moc"
