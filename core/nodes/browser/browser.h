#pragma once

#include "core/caching/lru_store.h"
#include "core/kernel/random_stream.h"
#include "core/nodes/node.h"

#include <string>

namespace roundtrip {

/// A person's browser: sends requests, keeps what Cache-Control allows it to keep, and shows the
/// answer. It can also play many people who ask at random (action "send_many").
class Browser : public Node {
  public:
    Browser(const NodeKind& kind, RunContext& context, NodeSetup setup);

  protected:
    void performOwn(const std::string& action, const ParameterValues& arguments) override;

  private:
    struct Trip {
        RequestId request = RequestId::none;
        SpanId span = SpanId::none;
        SimTime startedAt;
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

    Process fetch(http::Request plain);
    Process sendMany(Crowd crowd);
    [[nodiscard]] http::Request dressed(http::Request request) const;
    bool answerFromOwnCache(const Trip& trip, const http::Request& request);
    void keepInOwnCache(const http::Request& request, const HttpResponseMessage& answer,
                        const Trip& trip);
    void finish(const Trip& trip, int status, const Provenance& provenance);
    void reportStaleness(const Trip& trip, const Provenance& provenance);

    LruStore cache_;
    std::int64_t waiting_ = 0;
};

[[nodiscard]] NodeKind browserKind();

} // namespace roundtrip
