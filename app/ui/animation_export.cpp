#include "app/ui/animation_export.h"

#include "app/canvas/animation_writer.h"
#include "app/canvas/stage_picture.h"

#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace roundtrip {

int AnimationSpan::frames() const {
    return std::max(1, static_cast<int>(std::ceil((to - from) * framesPerSecond)));
}

tl::expected<QByteArray, Error> animationOf(Playback& playback, CanvasModelBuilder& builder,
                                            const Style& style, const AnimationSpan& span,
                                            const AnimationProgress& progress) {
    const Position before = playback.position();
    const QSignalBlocker quiet(playback); // nobody else has to follow
    const StagePicture stage(builder.model(), style);
    const QSizeF wanted = stage.size();
    const QSize size(span.width,
                     static_cast<int>(std::lround(span.width * wanted.height() / wanted.width())));
    AnimationWriter writer(size);
    const auto millisecondsAt = [&span](int frame) { return frame * 1000 / span.framesPerSecond; };
    tl::expected<void, Error> done;
    for (int frame = 0; frame < span.frames() && done; ++frame) {
        if (!progress(static_cast<double>(frame) / span.frames())) {
            done = tl::unexpected(Error{"cancelled", {}, ""});
            break;
        }
        playback.seekToStory(
            std::min(span.to, span.from + static_cast<double>(frame) / span.framesPerSecond));
        builder.update(playback);
        done = writer.add(stage.image(size), millisecondsAt(frame));
    }
    playback.seek(before);
    builder.update(playback);
    if (!done) {
        return tl::unexpected(done.error());
    }
    return writer.finish(millisecondsAt(span.frames()));
}

} // namespace roundtrip
