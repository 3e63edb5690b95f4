#include "core/auth/json_web_token.h"
#include "tests/support/scene_run.h"
#include "tests/support/std_string.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;
using Json = nlohmann::json;

namespace {

constexpr const char* kAda = R"({"name": "ada", "password": "correct horse"})";

/// A person at the browser of the library, one request after the other.
class Visit {
  public:
    Visit() : run_(loadScene("tests/scenes/library.roundtrip")) {}

    /// Sends, waits for the answer and gives its status.
    int send(const char* method, const std::string& target, const std::string& body = "",
             const std::string& headers = "") {
        const std::string error = run_.give(
            run_.now() + SimTime::milliseconds(1), "browser", "send",
            {{"method", method}, {"target", target}, {"body", body}, {"headers", headers}});
        if (!error.empty())
            qFatal("%s", error.c_str());
        run_.runToTheEnd();
        return static_cast<int>(run_.all<RequestFinished>().back().status);
    }
    int get(const std::string& target, const std::string& headers = "") {
        return send("GET", target, "", headers);
    }
    int post(const std::string& target, const std::string& body = "",
             const std::string& headers = "") {
        return send("POST", target, body, headers);
    }
    void wait(SimTime span) { run_.runUntil(run_.now() + span); }
    SceneRun& run() { return run_; }

    [[nodiscard]] std::string wire() const { return lastAnswerOf(run_); }
    [[nodiscard]] std::string body() const { return lastBodyOf(run_); }
    [[nodiscard]] Json json() const { return Json::parse(body()); }
    [[nodiscard]] std::string header(const std::string& name) const {
        const std::string all = wire();
        const auto begin = all.find("\r\n" + name + ": ");
        if (begin == std::string::npos)
            return "";
        const auto from = begin + name.size() + 4;
        return all.substr(from, all.find("\r\n", from) - from);
    }
    /// Why a rule refused last: "login wrong ada".
    [[nodiscard]] std::string refusal() const {
        const auto failed = run_.all<CheckFailed>();
        if (failed.empty())
            return "";
        std::string text = run_.text(failed.back().check) + " " + run_.text(failed.back().reason);
        std::ranges::replace(text, '\n', ' ');
        return text;
    }
    [[nodiscard]] std::size_t queries() const { return run_.count<QueryExecuted>(); }

  private:
    SceneRun run_;
};

} // namespace

/// Signing in, pages, models and resources of an app server, as a person at a browser meets them.
class TestAppServerWeb : public QObject {
    Q_OBJECT

  private slots:
    void anAccountIsMadeWithAHashOfThePassword() {
        Visit visit;
        QCOMPARE(visit.post("/sign-up", kAda), 201);
        for (const QueryExecuted& query : visit.run().all<QueryExecuted>())
            QVERIFY(visit.run().text(query.sql).find("correct horse") == std::string::npos);
        QVERIFY(visit.run().text(visit.run().all<CheckPassed>().back().reason).find("$argon2id$") !=
                std::string::npos);
        QCOMPARE(visit.post("/sign-up", kAda), 409);
        QCOMPARE(visit.post("/sign-up", R"({"name": "eve", "password": "short"})"), 400);
        QCOMPARE(visit.post("/sign-up", R"({"password": "long enough"})"), 400);
    }

    void signingInOpensASession() {
        Visit visit;
        visit.post("/sign-up", kAda);
        QCOMPARE(visit.get("/me"), 401);
        QCOMPARE(visit.refusal(), std::string("access nobody"));
        QCOMPARE(visit.post("/login", kAda), 200);
        const std::string cookie = visit.header("Set-Cookie");
        QVERIFY(cookie.find("HttpOnly") != std::string::npos &&
                cookie.find("SameSite=Lax") != std::string::npos);
        QCOMPARE(visit.get("/me"), 200);
        QCOMPARE(visit.get("/staff"), 403);
        QCOMPARE(visit.refusal(), std::string("access role ada user admin"));
        QCOMPARE(visit.post("/logout"), 204);
        QCOMPARE(visit.get("/me"), 401);
    }

    void aSessionEndsWhenIdle() {
        Visit visit;
        visit.post("/sign-up", kAda);
        visit.post("/login", kAda);
        visit.wait(SimTime::seconds(590));
        QCOMPARE(visit.get("/me"), 200);
        visit.wait(SimTime::seconds(601));
        QCOMPARE(visit.get("/me"), 401);
    }

    void wrongPasswordsAreRefusedAndLockTheAccount() {
        Visit visit;
        visit.post("/sign-up", kAda);
        const char* const wrong = R"({"name": "ada", "password": "guess"})";
        QCOMPARE(visit.post("/login", wrong), 401);
        QCOMPARE(visit.refusal(), std::string("login wrong ada"));
        QCOMPARE(visit.post("/login", R"({"name": "bob", "password": "guess"})"), 401);
        QCOMPARE(visit.refusal(), std::string("login no-account bob"));
        QCOMPARE(visit.post("/login", wrong), 401);
        QCOMPARE(visit.post("/login", wrong), 401);
        QCOMPARE(visit.refusal(), std::string("login now-locked ada"));
        QCOMPARE(visit.post("/login", kAda), 429); // even the right one
        visit.wait(SimTime::seconds(61));
        QCOMPARE(visit.post("/login", kAda), 200);
    }

    void aWrongNameTakesAsLongAsAWrongPassword() {
        Visit visit;
        visit.post("/sign-up", kAda);
        const auto latency = [&visit](const char* body) {
            visit.post("/login", body);
            const Fact fact = visit.run().facts<RequestFinished>().back();
            return fact.time - fact.as<RequestFinished>().startedAt;
        };
        const SimTime known = latency(R"({"name": "ada", "password": "guess"})");
        const SimTime unknown = latency(R"({"name": "bob", "password": "guess"})");
        QVERIFY((known - unknown).toMilliseconds() < 0.1);
        QVERIFY((unknown - known).toMilliseconds() < 0.1);
    }

    void aTokenSignsIn() {
        Visit visit;
        visit.post("/sign-up", kAda);
        QCOMPARE(visit.post("/token", kAda), 200);
        const Json answer = visit.json();
        QCOMPARE(answer["expires_in"].get<int>(), 900);
        const std::string bearer = "Authorization: Bearer ";
        const std::string token = answer["access_token"];
        QCOMPARE(visit.get("/me", bearer + token), 200);
        QCOMPARE(visit.get("/me", bearer + token.substr(0, token.size() - 3)), 401);
        QCOMPARE(visit.refusal(), std::string("token token-signature "));
        QCOMPARE(visit.get("/me", bearer + auth::unsignedToken({{"sub", "ada"}})), 401);
        QCOMPARE(visit.refusal(), std::string("token token-algorithm none HS256"));
        QCOMPARE(visit.get("/me", bearer + "nonsense"), 401);
        QCOMPARE(visit.refusal(), std::string("token token-malformed parts"));
        visit.wait(SimTime::seconds(900));
        QCOMPARE(visit.get("/me", bearer + token), 401);
        QVERIFY(visit.refusal().starts_with("token token-expired"));
    }

    void aWrongClockRefusesGoodTokens() {
        Visit visit;
        visit.post("/sign-up", kAda);
        visit.run().set(visit.run().now(), "browser", "uses_token", false);
        const auto setClock = [&visit](double offset) {
            QCOMPARE(visit.run().set(visit.run().now(), "app", "clock_offset", offset),
                     std::string());
        };
        const auto bearer = [&visit] {
            visit.post("/token", kAda);
            return "Authorization: Bearer " + visit.json()["access_token"].get<std::string>();
        };
        setClock(60); // who signs is ahead
        const std::string early = bearer();
        setClock(0);
        QCOMPARE(visit.get("/me", early), 401);
        QVERIFY2(visit.refusal().starts_with("token token-not-yet "), visit.refusal().c_str());
        const std::string token = bearer();
        setClock(901); // who judges is ahead
        QCOMPARE(visit.get("/me", token), 401);
        QVERIFY(visit.refusal().starts_with("token token-expired"));
        setClock(0);
        QCOMPARE(visit.get("/me", token), 200);
    }

    void aRefreshTokenIsGoodOnce() {
        Visit visit;
        visit.post("/sign-up", kAda);
        visit.post("/token", kAda);
        const std::string body = Json{{"refresh_token", visit.json()["refresh_token"]}}.dump();
        visit.run().set(visit.run().now(), "browser", "uses_token", false);
        QCOMPARE(visit.post("/refresh", body), 200);
        QCOMPARE(visit.post("/refresh", body), 401);
        QCOMPARE(visit.refusal(), std::string("refresh unknown"));
    }

    void signingOutRevokesTheToken() {
        Visit visit;
        visit.post("/sign-up", kAda);
        visit.post("/token", kAda);
        const std::string bearer =
            "Authorization: Bearer " + visit.json()["access_token"].get<std::string>();
        QCOMPARE(visit.post("/logout", "", bearer), 204);
        QCOMPARE(visit.get("/me", bearer), 401);
        QVERIFY(visit.refusal().starts_with("token token-revoked"));
    }

    void myNotesAreMine() {
        Visit visit;
        QCOMPARE(visit.get("/notes/1"), 401);
        visit.post("/sign-up", kAda);
        visit.post("/login", kAda);
        QCOMPARE(visit.get("/notes/1"), 200);
        QCOMPARE(visit.json()["text"].get<std::string>(), std::string("engine"));
        QCOMPARE(visit.get("/notes/2"), 403);
        QVERIFY(visit.body().find("compiler") == std::string::npos);
        QCOMPARE(visit.refusal(), std::string("owner not-yours ada grace"));
        QCOMPARE(visit.get("/secret-notes/2"), 404);
        QCOMPARE(visit.refusal(), std::string("owner hidden ada grace"));
        QCOMPARE(visit.get("/notes/9"), 404);
    }

    void bodiesAreChecked() {
        Visit visit;
        QCOMPARE(visit.post("/login", std::string(501, 'x')), 413);
        QCOMPARE(visit.refusal(), std::string("body too-large 501 500"));
        QCOMPARE(visit.post("/login", "{"), 400);
        QCOMPARE(visit.refusal(), std::string("body bad-json"));
        QCOMPARE(visit.post("/login", "x", "Content-Type: image/png"), 415);
        QCOMPARE(visit.refusal(), std::string("body type image/png"));
    }

    void layersAddWhatTheyPromise() {
        Visit visit;
        QCOMPARE(visit.get("/static/site.css"), 200);
        QCOMPARE(visit.header("Content-Type"), std::string("text/css"));
        QCOMPARE(visit.header("X-Frame-Options"), std::string("DENY"));
        QCOMPARE(visit.get("/static/other.css"), 404);
        QCOMPARE(visit.get("/nothing"), 404);
        QCOMPARE(visit.header("Content-Type"), std::string("application/problem+json"));
        QCOMPARE(visit.get("/nothing", "Accept: text/html"), 404);
        QCOMPARE(visit.body(), std::string("<h1>404 Not Found</h1>"));
        QVERIFY(!visit.header("RateLimit-Remaining").empty());
    }

    void tooManyRequestsWait() {
        Visit visit;
        for (int i = 0; i < 40; ++i)
            visit.run().send(visit.run().now(), "/shelf");
        visit.run().runToTheEnd();
        int refused = 0;
        for (const RequestFinished& end : visit.run().all<RequestFinished>())
            refused += end.status == 429 ? 1 : 0;
        QVERIFY(refused > 5 && refused <= 10); // a burst of 30, and some come back meanwhile
        QVERIFY(visit.refusal().starts_with("rate-limit too-many 192.0.2."));
    }

    void aPageEscapesWhatPeopleTyped() {
        Visit visit;
        QCOMPARE(visit.get("/shelf"), 200);
        QVERIFY(visit.body().find("&lt;script&gt;Loops") != std::string::npos);
        QVERIFY(visit.body().find("<script>") == std::string::npos);
        const auto page = visit.run().all<TemplateRendered>().at(0);
        QCOMPARE(visit.run().text(page.escaped), std::string("book.title"));
        QCOMPARE(visit.run().text(page.raw), std::string());

        visit.run().set(visit.run().now(), "app", "autoescape", false);
        QCOMPARE(visit.get("/shelf"), 200);
        QVERIFY(visit.body().find("<script>Loops") != std::string::npos);
        QCOMPARE(visit.run().text(visit.run().all<TemplateRendered>().at(1).raw),
                 std::string("book.title"));
        QCOMPARE(visit.run().count<ScriptRan>(), 0U); // it reads no cookie
    }

    void aRelationFetchedForEachIsNPlusOne() {
        Visit visit;
        QCOMPARE(visit.get("/authors"), 200);
        QCOMPARE(visit.queries(), 4U); // three books, each with its author
        QCOMPARE(visit.json().size(), 3U);
        QCOMPARE(visit.json()[2]["author"]["name"].get<std::string>(), std::string("Grace"));
    }

    void aPastedValueLeaksAndABoundOneDoesNot() {
        Visit visit;
        visit.post("/sign-up", kAda);
        visit.post("/sign-up", R"({"name": "grace", "password": "compilers!"})");
        const std::string payload = "?name=%27%20OR%20%271%27=%271";
        QCOMPARE(visit.get("/search" + payload), 200);
        QCOMPARE(visit.json().size(), 2U);
        QCOMPARE(visit.get("/safe-search" + payload), 404);
        QCOMPARE(visit.get("/safe-search?name=ada"), 200);
        QCOMPARE(visit.get("/search?name=%27;DROP%20TABLE%20notes;--"), 404);
        QCOMPARE(visit.get("/notes/1"), 500); // the table is gone
    }

    void aResourceIsReadAndWritten() {
        Visit visit;
        QCOMPARE(visit.get("/books/1"), 200);
        QCOMPARE(visit.json()["title"].get<std::string>(), std::string("Engines"));
        const std::string tag = visit.header("ETag");
        QCOMPARE(visit.get("/books/1", "If-None-Match: " + tag), 304);
        QCOMPARE(visit.get("/books/99"), 404);
        QCOMPARE(visit.get("/books/1", "Accept: text/csv"), 406);
        const std::string sound = R"({"title": "Notes", "author_id": 2})";
        QCOMPARE(visit.post("/books", sound), 401);
        visit.post("/sign-up", kAda);
        visit.post("/login", kAda);
        QCOMPARE(visit.post("/books", sound), 201);
        QCOMPARE(visit.header("Location"), std::string("/books/4"));
        QCOMPARE(visit.json()["pages"].get<int>(), 100);
        QCOMPARE(visit.send("PATCH", "/books/4", R"({"pages": 7})"), 200);
        QCOMPARE(visit.json()["pages"].get<int>(), 7);
        QCOMPARE(visit.send("PUT", "/books/4", R"({"title": "All", "pages": 1, "author_id": 1})",
                            "If-Match: \"old\""),
                 412);
        QCOMPARE(visit.send("PUT", "/books/4", R"({"pages": 1})"), 422);
        QCOMPARE(visit.send("DELETE", "/books/4"), 204);
        QCOMPARE(visit.send("DELETE", "/books/4"), 404);
    }

    void whatIsWrongWithABodyIsNamed() {
        Visit visit;
        visit.post("/sign-up", kAda);
        visit.post("/login", kAda);
        QCOMPARE(visit.post("/books", R"({"title": 7, "pags": 1, "id": 9})"), 422);
        QCOMPARE(visit.header("Content-Type"), std::string("application/problem+json"));
        QCOMPARE(visit.json()["errors"].dump(),
                 std::string(R"([{"code":"read-only","field":"id"},)"
                             R"({"code":"unknown","field":"pags"},)"
                             R"({"code":"type","field":"title"},)"
                             R"({"code":"required","field":"author_id"}])"));
    }

    void aKeyMakesAPostSafeToRepeat() {
        Visit visit;
        visit.post("/sign-up", kAda);
        visit.post("/login", kAda);
        const std::string body = R"({"title": "Once", "author_id": 1})";
        QCOMPARE(visit.post("/books", body, "Idempotency-Key: k1"), 201);
        QCOMPARE(visit.post("/books", body, "Idempotency-Key: k1"), 201);
        QCOMPARE(visit.header("Location"), std::string("/books/4"));
        visit.get("/books");
        QCOMPARE(visit.header("X-Total-Count"), std::string("4"));
    }

    void aListComesInPages() {
        Visit visit;
        QCOMPARE(visit.get("/books?per_page=2"), 200);
        QCOMPARE(visit.json().size(), 2U);
        QCOMPARE(visit.header("Link"), std::string("</books?page=2&per_page=2>; rel=\"next\""));
        visit.get("/books?per_page=2&page=2");
        QCOMPARE(visit.json().size(), 1U);
        QCOMPARE(visit.header("Link"), std::string("</books?page=1&per_page=2>; rel=\"prev\""));
        QCOMPARE(visit.get("/books?page=nonsense"), 200);
    }
};

QTEST_GUILESS_MAIN(TestAppServerWeb)
#include "tst_app_server_web.moc"
