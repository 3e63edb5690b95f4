#include "core/nodes/app_server/app_server.h"
#include "core/nodes/attacker/attacker.h"
#include "core/nodes/browser/browser.h"
#include "core/nodes/cache/cache.h"
#include "core/nodes/cdn/cdn.h"
#include "core/nodes/crowd/crowd.h"
#include "core/nodes/document_store/document_store_node.h"
#include "core/nodes/eavesdropper/eavesdropper.h"
#include "core/nodes/external_api/external_api.h"
#include "core/nodes/identity_provider/identity_provider.h"
#include "core/nodes/key_value_store/key_value_store_node.h"
#include "core/nodes/live_client/live_client.h"
#include "core/nodes/load_balancer/load_balancer.h"
#include "core/nodes/node_kind.h"
#include "core/nodes/partitioned_table/partitioned_table_node.h"
#include "core/nodes/queueing/dispatcher.h"
#include "core/nodes/queueing/fork_join.h"
#include "core/nodes/queueing/orbit.h"
#include "core/nodes/queueing/sink.h"
#include "core/nodes/queueing/source.h"
#include "core/nodes/queueing/station.h"
#include "core/nodes/queueing/token_bucket.h"
#include "core/nodes/rate_limiter/rate_limiter_node.h"
#include "core/nodes/scheduler/scheduler.h"
#include "core/nodes/socket_hub/socket_hub.h"
#include "core/nodes/sql_database/sql_database.h"
#include "core/nodes/task_queue/task_queue_node.h"
#include "core/nodes/worker/worker.h"

#include <algorithm>

namespace roundtrip {

std::span<const NodeKind> allKinds() {
    static const std::vector<NodeKind> kKinds{
        browserKind(),
        liveClientKind(),
        crowdKind(),
        cdnKind(),
        loadBalancerKind(),
        rateLimiterKind(),
        appServerKind(),
        socketHubKind(),
        cacheKind(),
        sqlDatabaseKind(),
        keyValueStoreKind(),
        documentStoreKind(),
        partitionedTableKind(),
        taskQueueKind(),
        workerKind(),
        schedulerKind(),
        externalApiKind(),
        identityProviderKind(),
        eavesdropperKind(),
        attackerKind(),
        sourceKind(),
        stationKind(),
        dispatcherKind(),
        forkKind(),
        joinKind(),
        orbitKind(),
        tokenBucketKind(),
        sinkKind(),
    };
    return kKinds;
}

const NodeKind* findKind(std::string_view id) {
    const auto kinds = allKinds();
    const auto found = std::ranges::find(kinds, id, &NodeKind::id);
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace roundtrip
