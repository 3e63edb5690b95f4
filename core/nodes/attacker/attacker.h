#pragma once

#include "core/nodes/node.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace roundtrip {

/// Somebody who wants in. Makes use of what an eavesdropper hands over, guesses passwords, tries
/// injections and forged tokens, floods, and has a web site of their own that lures browsers.
class Attacker : public Node {
  public:
    Attacker(const NodeKind& kind, RunContext& context, NodeSetup setup);

  protected:
    void performOwn(const std::string& action, const ParameterValues& arguments) override;

  private:
    struct Answer {
        RequestId trip = RequestId::none;
        http::Response response;
    };
    /// A series of requests at once, and what became of them.
    struct Flood {
        std::int64_t sent = 0;
        std::int64_t answered = 0;
        std::int64_t refused = 0;
        bool isOver = false; ///< no more will be sent
    };

    // The attacks: attacker.cpp
    Process bruteForce(std::string account, std::string target, std::vector<std::string> passwords,
                       double perSecond);
    Process useStolenCookie(http::Request request);
    Process replay();
    Process inject(std::string target, std::string harmless, std::vector<std::string> payloads);
    Process flood(http::Request request, double perSecond, SimTime span);
    Process floodOnce(http::Request request, std::shared_ptr<Flood> flood);
    Process forgeToken(http::Request request, std::string how);
    [[nodiscard]] std::optional<std::string> forgedToken(const std::string& how) const;

    // What it shares with a browser, and its own site: attacker_site.cpp
    Task<std::optional<Answer>> ask(http::Request request);
    Process serve(Message message);
    void showTrap(http::Response& response) const;
    void collect(const http::Request& request, const Message& message);
    void take(const Loot& loot);
    [[nodiscard]] const Loot* last(std::string_view kind, std::string_view name = {}) const;
    [[nodiscard]] std::string stolenCookies() const;

    void succeed(RequestId trip, const std::string& reason) const;
    void giveUp(RequestId trip, const std::string& reason, int status = 0) const;
    void reportFlood(const Flood& flood) const;

    std::vector<Loot> loot_;
};

[[nodiscard]] NodeKind attackerKind();

} // namespace roundtrip
