#pragma once

#include "app/sandbox/commands/scene_command.h"

#include <utility>

namespace roundtrip {

/// Other requests that are kept with the document.
class ChangeRequests : public SceneCommand {
  public:
    ChangeRequests(SandboxDocument& document, std::vector<SceneRequest> requests,
                   const QString& text)
        : SceneCommand(document, SceneChange::looks, text), requests_(std::move(requests)) {}

  protected:
    void apply(Scene& scene) override { std::swap(scene.requests, requests_); }
    void revert(Scene& scene) override { std::swap(scene.requests, requests_); }

  private:
    std::vector<SceneRequest> requests_; ///< all that the scene has not now
};

} // namespace roundtrip
