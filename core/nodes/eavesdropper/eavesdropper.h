#pragma once

#include "core/nodes/node.h"

#include <set>
#include <string>
#include <tuple>

namespace roundtrip {

class Link;

/// Somebody on the way, as in an open wireless network: sees every HTTP message that crosses one
/// link, reads those that are not sealed, and hands what is of use to an attacker.
class Eavesdropper : public Node {
  public:
    using Node::Node;
    void start() override { listen(); }
    void linksChanged() override;

  protected:
    void retired() override;
    void parametersChanged() override { listen(); }

  private:
    void listen();
    void hear(const Message& message);
    void handOn(const Message& message, const Loot& loot);

    Link* link_ = nullptr;
    std::set<std::tuple<std::string, std::string, std::string>> known_;
};

[[nodiscard]] NodeKind eavesdropperKind();

} // namespace roundtrip
