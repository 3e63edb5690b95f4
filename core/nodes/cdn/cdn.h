#pragma once

#include "core/nodes/kept_answer.h"
#include "core/nodes/node.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace roundtrip {

/// A shared HTTP cache between clients and an origin, as a CDN or a reverse proxy: keeps what
/// RFC 9111 lets a shared cache keep, and what its owner adds to the rules.
class Cdn : public Node {
  public:
    Cdn(const NodeKind& kind, RunContext& context, NodeSetup setup);
    [[nodiscard]] std::vector<CountedShare> shares() const override {
        return {
            {"hit_ratio", static_cast<std::uint64_t>(hits_), static_cast<std::uint64_t>(lookups_)}};
    }
    void start() override { showFill(); }

  protected:
    void performOwn(const std::string& action, const ParameterValues& arguments) override;
    void parametersChanged() override;

  private:
    /// A request that a client waits for.
    struct Visit {
        Message message;
        SpanId span = SpanId::none;
        bool isLeader = false; ///< others wait for its answer

        [[nodiscard]] const http::Request& request() const {
            return std::get<http::Request>(message.payload);
        }
    };
    /// What came of the origin.
    struct Fetched {
        HttpResponseMessage answer;
        std::string_view outcome = "MISS"; ///< as X-Cache says it
    };

    Process serve(Message message);
    Process serveAfterOthers(Visit visit);
    Task<> answerFromOrigin(Visit visit, std::string key);
    Task<Fetched> fetch(const Visit& visit, std::string key);
    Process renew(Visit visit, std::string key);
    /// True when the client got its answer from what is kept.
    bool answerFromStore(const Visit& visit, const std::string& key);
    /// True when another one is on its way for the same answer: this one waits for it.
    bool join(Visit& visit, const std::string& key);
    void releaseFollowers(const std::string& key);
    Fetched judge(const Visit& visit, const std::string& key,
                  std::optional<HttpResponseMessage> answer, SimTime askedAt);
    [[nodiscard]] const KeptAnswer* keptFor(const Visit& visit, const std::string& key);

    void keep(const Visit& visit, const HttpResponseMessage& answer, SimTime askedAt);
    void invalidate(const Visit& visit, const http::Response& response);
    void removeAll(const std::string& prefix, const Visit* visit);
    void reply(const Visit& visit, HttpResponseMessage answer, std::string_view outcome);
    void recordMiss(const Visit& visit, SimTime since, MissReason reason);
    void note(const Visit& visit, const std::string& reason);
    [[nodiscard]] std::string keyOf(const http::Request& request) const;
    void readRules();
    void showFill() const;
    void count(bool isHit);

    HttpCacheRules rules_;
    AnswerStore store_;
    std::map<std::string, std::string> varies_; ///< the last Vary of an address that has one
    std::map<std::string, std::vector<Visit>> waiting_; ///< by key: who waits for the same answer
    std::int64_t lookups_ = 0;
    std::int64_t hits_ = 0;
};

[[nodiscard]] NodeKind cdnKind();

} // namespace roundtrip
