#pragma once

#include "core/nodes/app_server/app_server.h"

namespace roundtrip {

struct AppServer::Program {
    RoutingTable routes;
    std::vector<Middleware> layers;
};

} // namespace roundtrip
