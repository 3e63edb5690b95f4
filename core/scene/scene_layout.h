#pragma once

#include "core/scene/scene.h"
#include "core/scene/scene_place.h"

#include <map>
#include <string>

namespace roundtrip {

/// A place for every part: columns along the way of the requests, from those who only ask at the
/// left to those who are only asked, and in each column as few crossings as a few sweeps find (the
/// layered drawing of Sugiyama, Tagawa and Toda, 1981). The same scene always gets the same places.
[[nodiscard]] std::map<std::string, ScenePlace> arranged(const Scene& scene);

} // namespace roundtrip
