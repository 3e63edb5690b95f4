#pragma once

#include "app/inspector/blocks/block_host.h"

#include <QKeyEvent>

namespace roundtrip {

// The keys of a card or a route that has the focus: Return opens it, Escape closes it, Alt with
// arrows moves it (left: out of its block, right: into the one above), Ctrl+D copies it, Delete
// takes it out, arrows go to the next one.

[[nodiscard]] bool isBlockKey(const QKeyEvent& event);
/// False when it is none of them.
bool pressBlockKey(BlockHost& host, QWidget& from, const std::string& pointer,
                   const QKeyEvent& event);

} // namespace roundtrip
