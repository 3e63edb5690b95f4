#pragma once

#include "core/scene/scene.h"

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace roundtrip {

/// Which gauges the cards of a scene's nodes show: those that mean something there.
class ShownGauges {
  public:
    /// `scene` outlives it and stays as it is.
    explicit ShownGauges(const Scene& scene);

    /// Indices into those of the node's kind.
    [[nodiscard]] std::vector<std::size_t> of(const SceneNode& node) const;

  private:
    [[nodiscard]] bool isLinked(std::string_view node, std::string_view port) const;

    /// The ports that are joined, by the node's id.
    std::unordered_map<std::string_view, std::vector<std::string_view>> joined_;
};

} // namespace roundtrip
