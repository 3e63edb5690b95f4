#pragma once

namespace roundtrip {

/// Where a node or note stands: its centre, in canvas units.
struct ScenePlace {
    double x = 0;
    double y = 0;

    friend bool operator==(const ScenePlace&, const ScenePlace&) = default;
};

} // namespace roundtrip
