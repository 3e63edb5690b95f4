#pragma once

#include "core/kernel/error.h"

#include <QImage>
#include <tl/expected.hpp>

#include <memory>

namespace roundtrip {

/// Pictures one after the other in an animated WebP (RFC 9649), which goes round without end.
class AnimationWriter {
  public:
    explicit AnimationWriter(QSize size);
    ~AnimationWriter();
    AnimationWriter(const AnimationWriter&) = delete;
    AnimationWriter& operator=(const AnimationWriter&) = delete;

    /// From `milliseconds` after the beginning on; ascending, the first at 0. The picture has the
    /// writer's size. Errors: "animation-failed" {reason}.
    tl::expected<void, Error> add(const QImage& picture, int milliseconds);
    /// The file, which ends `milliseconds` after its beginning. Errors: "animation-failed"
    /// {reason}.
    [[nodiscard]] tl::expected<QByteArray, Error> finish(int milliseconds);

  private:
    struct Encoder;
    std::unique_ptr<Encoder> encoder_;
    QSize size_;
};

} // namespace roundtrip
