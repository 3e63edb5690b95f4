#pragma once

#include "core/scene/scene.h"

#include <map>
#include <string>

namespace roundtrip {

struct ScenePlace {
    double x = 0; ///< centre, in canvas units
    double y = 0;

    friend bool operator==(const ScenePlace&, const ScenePlace&) = default;
};

/// A place for every part: columns along the way of the requests, from those who only ask at the
/// left to those who are only asked, and in each column as few crossings as a few sweeps find (the
/// layered drawing of Sugiyama, Tagawa and Toda, 1981). The same scene always gets the same places.
[[nodiscard]] std::map<std::string, ScenePlace> arranged(const Scene& scene);

} // namespace roundtrip
