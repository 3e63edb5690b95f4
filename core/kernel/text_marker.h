#pragma once

/// Marks an English text that a person reads, so that the app's translation tools collect it under
/// `context`. Core itself never translates.
#define ROUNDTRIP_TEXT(context, text) text
