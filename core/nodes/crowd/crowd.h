#pragma once

#include "core/kernel/random_stream.h"
#include "core/nodes/crowd/load_profile.h"
#include "core/nodes/crowd/request_mix.h"
#include "core/nodes/node.h"
#include "core/nodes/station_statistics.h"

#include <optional>
#include <string>

namespace roundtrip {

/// Many people in one part. Open: requests come at a rate, whatever becomes of those before.
/// Closed: each of N users waits for the answer, thinks, and asks again. A profile makes it more or
/// less over time. They keep nothing between two requests, neither answers nor cookies.
class Crowd : public Node {
  public:
    Crowd(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override;
    void linksChanged() override;
    /// W is the time from a request's first try to its end; nobody waits before that.
    [[nodiscard]] StationStatistics* statistics() override { return &statistics_; }
    [[nodiscard]] std::vector<CountedShare> shares() const override;
    [[nodiscard]] bool neverRests() const override { return isActive_; }

  protected:
    void performOwn(const std::string& action, const ParameterValues& arguments) override;
    void parametersChanged() override;
    void retired() override;

  private:
    struct Trip {
        RequestId request = RequestId::none;
        SpanId span = SpanId::none;
        SimTime startedAt;
    };

    void readParameters();
    void begin();
    Process emitAtRandom(std::uint32_t era);
    Process emitByGaps(std::uint32_t era);
    Process beUser(std::uint32_t era, std::int64_t number);
    Process askOnce();
    Task<> ask();
    Task<std::optional<HttpResponseMessage>> exchange(const Trip& trip,
                                                      const http::Request& request);
    [[nodiscard]] http::Request drawRequest();
    [[nodiscard]] Trip beginTrip(const http::Request& request);
    void look(const Provenance& provenance);
    void finish(const Trip& trip, const HttpResponseMessage* answer);
    [[nodiscard]] double factorNow() const;
    void showLoad();

    LoadProfile profile_;
    RequestMix mix_;
    std::optional<ZipfDistribution> popularity_;
    std::string host_;
    double rate_ = 1;
    std::int64_t users_ = 0;
    Distribution think_;
    SimTime timeout_;
    SimTime backoff_;
    std::int64_t retries_ = 0;
    bool isOpen_ = true;

    bool isActive_ = false;
    std::uint32_t era_ = 0; ///< grows as it stops, or begins with other parameters
    SimTime begunAt_;
    RandomStream arrivals_;
    RandomStream choices_;
    RandomStream thinking_;
    std::uint64_t requests_ = 0;
    std::uint64_t finished_ = 0;
    std::uint64_t failed_ = 0;
    std::uint64_t stale_ = 0;
    SimTime staleness_; ///< of all answers together
    Provenance seen_;   ///< what the newest answer shows
    std::optional<SimTime> lookedAt_;
    SimTime watched_;
    SimTime outdated_; ///< of that time: what was seen had changed already
    std::uint64_t tries_ = 0;
    std::int64_t inFlight_ = 0;
    std::int64_t shownLoad_ = -1;
    StationStatistics statistics_{1};
};

[[nodiscard]] NodeKind crowdKind();

} // namespace roundtrip
