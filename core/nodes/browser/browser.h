#pragma once

#include "core/auth/signing_key.h"
#include "core/http/cookie.h"
#include "core/kernel/random_stream.h"
#include "core/nodes/kept_answer.h"
#include "core/nodes/node.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace roundtrip {

struct PageForm;

/// A person's browser: sends requests, keeps cookies, tokens and what Cache-Control allows it to
/// keep, follows redirects, runs what pages bring along, and shows the answer. It can also play
/// many people who ask at random (action "send_many"). Each node is a site of its own.
class Browser : public Node {
  public:
    Browser(const NodeKind& kind, RunContext& context, NodeSetup setup);
    [[nodiscard]] std::vector<CountedShare> shares() const override;

  protected:
    void performOwn(const std::string& action, const ParameterValues& arguments) override;

  private:
    struct Trip {
        RequestId request = RequestId::none;
        SpanId span = SpanId::none;
        SimTime startedAt;
    };
    struct Site {
        NodeId node = NodeId::none;
        std::string host; ///< as in addresses and in the Host field
    };
    /// One request of a trip, to one site.
    struct Visit {
        Site site;
        http::RequestOrigin origin = http::RequestOrigin::sameSite;
        http::Request request;
        std::string contentType = "application/json";
        http::Headers extra; ///< fields that the person gave; they win
        SpanId span = SpanId::none;
        bool validates = false; ///< it asks whether what is kept is still good
        bool isRenewed = false; ///< it comes once more, with a new token
        int pages = 0;          ///< that led here by themselves, one from the other
    };
    struct Crowd {
        std::int64_t count = 0;
        double perSecond = 1;
        std::string target;
        std::int64_t keys = 1;
        double skew = 0;
        double updateShare = 0;
        std::string updateBody;
    };

    Process fetch(Visit visit);
    Task<std::optional<HttpResponseMessage>> exchange(const Trip& trip, Visit& visit);
    Trip begin(const Visit& visit);
    void endHop(const Trip& trip, const Visit& visit, bool failed);
    void finish(const Trip& trip, int status, const Provenance& provenance);
    void reportStaleness(const Trip& trip, const Provenance& provenance);
    [[nodiscard]] Visit visitOf(const ParameterValues& arguments);
    [[nodiscard]] bool isReached(const Trip& trip, const Visit& visit);

    // Signing in with the device: browser_passkey.cpp
    Process usePasskey(Site site, std::string origin);
    Task<std::optional<http::Response>> ask(Visit visit);

    // What many people ask for: browser_crowd.cpp
    Process sendMany(Crowd crowd);

    // What it keeps of answers: browser_cache.cpp
    bool answerFromOwnCache(const Trip& trip, Visit& visit);
    void askAgain(const Trip& trip, Visit& visit, const KeptAnswer& kept, const HttpReuse& reuse);
    Process renew(Trip trip, Visit visit);
    void takeNotModified(const Trip& trip, Visit& visit, HttpResponseMessage& answer,
                         SimTime askedAt);
    void keepInOwnCache(const Visit& visit, const HttpResponseMessage& answer, const Trip& trip,
                        SimTime askedAt);
    void recordMiss(const Trip& trip, const std::string& address, SimTime since, MissReason reason);
    void noteCaching(const Trip& trip, const std::string& reason);
    void showKept() const;
    [[nodiscard]] std::string keyOf(const Visit& visit);

    // Who it shows itself as: browser_identity.cpp
    void dress(Visit& visit);
    void addSecrets(Visit& visit);
    void keepSecrets(const Trip& trip, const Visit& visit, const http::Response& response);
    [[nodiscard]] bool mayRenew(const Visit& visit, const http::Response& response);
    Task<bool> renewToken(const Trip& trip, Visit& visit);
    [[nodiscard]] std::string secretText(std::size_t size);

    // Where answers lead: browser_navigation.cpp
    [[nodiscard]] Site siteOf(std::string_view host);
    [[nodiscard]] Site home();
    struct Address {
        Site site;
        std::string target;
        bool isHttps = false;
    };
    /// Of a Location, an action or a script's address, as a page of `base` would read it.
    [[nodiscard]] Address resolve(std::string_view reference, const Visit& base);
    [[nodiscard]] std::optional<Visit> redirectOf(const Trip& trip, const Visit& visit,
                                                  const http::Response& response, int followed);
    void openPage(const Trip& trip, const Visit& visit, const http::Response& response);
    void submitForm(const Visit& visit, const PageForm& form);
    void runScript(const Trip& trip, const Visit& visit, const std::string& script);

    AnswerStore cache_;
    std::int64_t waiting_ = 0;
    std::uint64_t finished_ = 0;
    std::uint64_t stale_ = 0;
    RandomStream secrets_;
    auth::SigningKey device_;   ///< never leaves it
    std::set<NodeId> enrolled_; ///< sites that know the device
    std::map<NodeId, http::CookieJar> jars_;
    std::map<NodeId, std::string> tokens_;   ///< bearer tokens
    std::map<NodeId, std::string> renewals_; ///< refresh tokens, each good once
};

[[nodiscard]] NodeKind browserKind();

} // namespace roundtrip
