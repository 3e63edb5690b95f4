#pragma once

#include "core/auth/rate_limiter.h"
#include "core/nodes/node.h"

#include <string>
#include <unordered_map>

namespace roundtrip {

/// Stands before a server and lets through only so many requests, of everybody together or of each
/// client; the others get 429 (RFC 6585 section 4) with Retry-After at once.
class RateLimiterNode : public Node {
  public:
    RateLimiterNode(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override { showCounts(); }

  protected:
    void parametersChanged() override { forgetAll(); }
    void stopped() override { forgetAll(); }

  private:
    Process serve(Message message);
    [[nodiscard]] auth::RateDecision decide(const std::string& client);
    [[nodiscard]] std::string clientOf(const Message& message) const;
    Task<HttpResponseMessage> forward(const Message& message, SpanId span);
    [[nodiscard]] HttpResponseMessage refuse(const Message& message, SpanId span,
                                             const std::string& client,
                                             const auth::RateDecision& decision);
    void forgetAll();
    void showCounts() const;

    std::unordered_map<std::string, auth::TokenBucket> buckets_;      // by client
    std::unordered_map<std::string, auth::SlidingWindow> windows_;    // by client
    std::unordered_map<std::string, auth::FixedWindow> fixedWindows_; // by client
    std::int64_t passed_ = 0;
    std::int64_t refused_ = 0;
};

[[nodiscard]] NodeKind rateLimiterKind();

} // namespace roundtrip
