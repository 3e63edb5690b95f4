#include "app/sandbox/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace roundtrip {

std::optional<QImage> qrCode(const QByteArray& bytes, int pixelsPerModule) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(bytes.size()),
                          reinterpret_cast<const unsigned char*>(bytes.constData()), 0,
                          QR_ECLEVEL_L),
        &QRcode_free);
    if (code == nullptr) {
        return std::nullopt;
    }
    constexpr int kQuiet = 4; // modules
    const int side = code->width + 2 * kQuiet;
    QImage modules(side, side, QImage::Format_RGB32);
    modules.fill(Qt::white);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if ((code->data[y * code->width + x] & 1U) != 0) {
                modules.setPixelColor(x + kQuiet, y + kQuiet, Qt::black);
            }
        }
    }
    return modules.scaled(side * pixelsPerModule, side * pixelsPerModule);
}

} // namespace roundtrip
