#pragma once

#include "app/inspector/blocks/block_host.h"

#include <QMimeData>
#include <QPoint>
#include <QWidget>

#include <optional>
#include <string>

namespace roundtrip {

// Blocks and routes that are dragged to another place of their editor.

/// How they are told apart meanwhile: the bytes are the pointer.
inline constexpr const char* kBlockMimeType = "application/x-roundtrip-block";

/// Carries what the widget shows until it is dropped; `held` is where the pointer holds it.
void dragBlock(QWidget& widget, const std::string& pointer, const QPoint& held);

/// Where the dragged block stands now; a route's list is empty. Nothing when it is something else.
[[nodiscard]] std::optional<BlockPlace> draggedBlock(const QMimeData& data);

/// Moves it there, once the drag is over: a move makes all cards anew.
void dropBlock(BlockHost& host, QWidget& widget, const BlockPlace& from, const BlockPlace& to);

} // namespace roundtrip
