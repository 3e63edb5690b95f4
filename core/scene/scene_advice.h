#pragma once

#include "core/scene/scene.h"

namespace roundtrip {

/// What is allowed in a scene, but will hardly do what its author wants. `where` is the id of the
/// part, or the key of the link, that it is about.
///
/// Codes: "joined-with-nobody" {name}, "queue-without-worker" {name}, "balancer-without-servers"
/// {name}, "queue-without-limit" {name}, "secret-in-the-open" {from, to}, "eager-retries" {name,
/// retries}, "asks-no-database" {name}, "writes-no-tickets" {name}, "route-in-the-shadow" {name,
/// route, earlier route}, "cache-hardly-forgets" {name, time to live}.
[[nodiscard]] Problems adviceOn(const Scene& scene);

} // namespace roundtrip
