#pragma once

#include "core/kernel/resource.h"
#include "core/nodes/app_server/routes.h"
#include "core/nodes/node.h"
#include "core/nodes/station_statistics.h"

#include <memory>
#include <vector>

namespace roundtrip {

/// A web application: a pool of workers, a routing table, and a handler of blocks per route.
class AppServer : public Node {
  public:
    AppServer(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override { showWorkers(); }
    [[nodiscard]] StationStatistics* statistics() override { return &statistics_; }

  protected:
    void parametersChanged() override;

  private:
    /// What a handler knows while it runs.
    struct Handling {
        const Message& message;
        SpanId span;
        nlohmann::json values; ///< route parameters and fields of a JSON body
        std::string result;    ///< what the last cache or query block found, as JSON
        Provenance provenance;
        http::Response response;
        bool isAnswered = false;
    };

    Process serve(Message message);
    Task<> handle(const Route& route, Handling& handling);
    Task<> runBlocks(const std::vector<HandlerBlock>& blocks, Handling& handling);
    Task<> cacheGet(const HandlerBlock& block, Handling& handling);
    Task<> cacheWrite(const HandlerBlock& block, Handling& handling);
    Task<> query(const HandlerBlock& block, Handling& handling);
    void respond(const HandlerBlock& block, Handling& handling);
    void fail(Handling& handling, int status, std::string_view reason);
    void recordMatch(const Handling& handling, const RouteMatch& match);
    [[nodiscard]] Message ask(const Handling& handling, Payload payload) const;
    [[nodiscard]] bool usesCache();
    void readRoutesAgain();
    void showWorkers() const;

    std::shared_ptr<const std::vector<Route>> routes_; // shared with the requests inside
    Resource workers_;
    StationStatistics statistics_;
};

[[nodiscard]] NodeKind appServerKind();

} // namespace roundtrip
