#pragma once

#include "core/kernel/random_stream.h"
#include "core/nodes/node.h"

#include <map>
#include <string>
#include <string_view>

namespace roundtrip {

/// A service of somebody else that an application calls over HTTP: it has a key, a quota, a latency
/// and failures that the application cannot change, only cope with.
class ExternalApi : public Node {
  public:
    ExternalApi(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override { showUse(); }

  protected:
    void parametersChanged() override { showUse(); }

  private:
    /// One request while it is worked on.
    struct Call {
        const Message& message;
        const http::Request& request;
        SpanId span;
        http::Response response;
    };
    struct Charge {
        std::string body; ///< of the request that made it
        http::Response response;
    };

    Process serve(Message message);
    [[nodiscard]] bool isKnown(Call& call);
    [[nodiscard]] bool isWithinQuota(Call& call);
    void work(Call& call);
    void weather(Call& call);
    void payment(Call& call);
    void email(Call& call);
    void charge(Call& call);
    void showCharge(Call& call, std::string_view id);

    void answer(Call& call, int status, const nlohmann::ordered_json& body);
    void refuse(Call& call, std::string_view check, const std::string& reason, int status);
    void notFound(Call& call);
    void showUse() const;

    RandomStream latencies_;
    RandomStream failures_;
    std::int64_t minute_ = -1;
    std::int64_t usedThisMinute_ = 0;
    std::int64_t messages_ = 0;
    std::vector<std::string> charges_;    ///< as JSON; the first is number 1
    std::map<std::string, Charge> known_; ///< by Idempotency-Key
};

[[nodiscard]] NodeKind externalApiKind();

} // namespace roundtrip
