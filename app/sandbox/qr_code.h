#pragma once

#include <QByteArray>
#include <QImage>

#include <optional>

namespace roundtrip {

/// A QR code (ISO/IEC 18004) of those bytes, with the four modules of quiet room around it; black
/// on white in every theme, as scanners want it. None when they are too many for one.
[[nodiscard]] std::optional<QImage> qrCode(const QByteArray& bytes, int pixelsPerModule);

} // namespace roundtrip
