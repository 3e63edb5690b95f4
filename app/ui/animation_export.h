#pragma once

#include "app/playback/playback.h"
#include "app/style/style.h"
#include "core/kernel/error.h"

#include <QSize>
#include <tl/expected.hpp>

#include <functional>

namespace roundtrip {

class CanvasModelBuilder;

/// A span of a run as an animated picture.
struct AnimationSpan {
    double from = 0; ///< story time, seconds
    double to = 0;
    int framesPerSecond = 12;
    int width = 960; ///< pixels; as high as the stage wants

    [[nodiscard]] int frames() const;
};

/// Called before each picture with the share that is done; false: no further.
using AnimationProgress = std::function<bool(double share)>;

/// The stage as it is at each moment of the span, as an animated WebP. The playback stands where it
/// stood afterwards. Errors: "cancelled", "animation-failed" {reason}.
[[nodiscard]] tl::expected<QByteArray, Error>
animationOf(Playback& playback, CanvasModelBuilder& builder, const Style& style,
            const AnimationSpan& span, const AnimationProgress& progress);

} // namespace roundtrip
