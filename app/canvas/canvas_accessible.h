#pragma once

namespace roundtrip {

/// Makes every CanvasWidget show its parts, links and moving messages to assistive technology as
/// children with names and rectangles. Call once per program.
void installCanvasAccessibility();

} // namespace roundtrip
