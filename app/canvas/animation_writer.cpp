#include "app/canvas/animation_writer.h"

#include <webp/encode.h>
#include <webp/mux.h>

namespace roundtrip {

namespace {

/// Few colours and hard edges: without loss it is small, and stays sharp.
WebPConfig configuration() {
    WebPConfig config;
    WebPConfigInit(&config);
    WebPConfigLosslessPreset(&config, 2);
    return config;
}

Error failed(const char* reason) {
    return {"animation-failed", {reason == nullptr ? "" : reason}, ""};
}

} // namespace

struct AnimationWriter::Encoder {
    WebPConfig config = configuration();
    std::unique_ptr<WebPAnimEncoder, decltype(&WebPAnimEncoderDelete)> webp{nullptr,
                                                                            &WebPAnimEncoderDelete};
};

AnimationWriter::AnimationWriter(QSize size) : encoder_(std::make_unique<Encoder>()), size_(size) {
    WebPAnimEncoderOptions options;
    WebPAnimEncoderOptionsInit(&options);
    options.anim_params.loop_count = 0; // without end
    encoder_->webp.reset(WebPAnimEncoderNew(size.width(), size.height(), &options));
}

AnimationWriter::~AnimationWriter() = default;

tl::expected<void, Error> AnimationWriter::add(const QImage& picture, int milliseconds) {
    const QImage pixels = picture.convertToFormat(QImage::Format_RGB888);
    WebPPicture frame;
    if (encoder_->webp == nullptr || pixels.size() != size_ || WebPPictureInit(&frame) == 0) {
        return tl::unexpected(failed("size"));
    }
    frame.use_argb = 1;
    frame.width = pixels.width();
    frame.height = pixels.height();
    const bool isAdded =
        WebPPictureImportRGB(&frame, pixels.constBits(), static_cast<int>(pixels.bytesPerLine())) !=
            0 &&
        WebPAnimEncoderAdd(encoder_->webp.get(), &frame, milliseconds, &encoder_->config) != 0;
    WebPPictureFree(&frame);
    return isAdded ? tl::expected<void, Error>()
                   : tl::unexpected(failed(WebPAnimEncoderGetError(encoder_->webp.get())));
}

tl::expected<QByteArray, Error> AnimationWriter::finish(int milliseconds) {
    WebPData data;
    WebPDataInit(&data);
    WebPAnimEncoder* encoder = encoder_->webp.get();
    if (encoder == nullptr || WebPAnimEncoderAdd(encoder, nullptr, milliseconds, nullptr) == 0 ||
        WebPAnimEncoderAssemble(encoder, &data) == 0) {
        return tl::unexpected(
            failed(encoder == nullptr ? "size" : WebPAnimEncoderGetError(encoder)));
    }
    QByteArray file(reinterpret_cast<const char*>(data.bytes), static_cast<qsizetype>(data.size));
    WebPDataClear(&data);
    return file;
}

} // namespace roundtrip
