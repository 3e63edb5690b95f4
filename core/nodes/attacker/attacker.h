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

        [[nodiscard]] bool isGood() const {
            return response.status >= 200 && response.status < 300;
        }
    };
    /// A series of requests at once, and what became of them.
    struct Flood {
        std::int64_t sent = 0;
        std::int64_t answered = 0;
        std::int64_t refused = 0;
        bool isOver = false; ///< no more will be sent
    };

    /// A list of passwords that is tried, and how far that has come.
    struct Guessing {
        std::string account;
        std::string target;
        std::size_t tries = 0;
        std::size_t answered = 0;
        bool isSent = false; ///< the list is through
        bool isOver = false; ///< found, or stopped
    };
    /// Somebody else's code, and what it is shown with.
    struct CodeTheft {
        std::string provider; ///< a node's id
        std::string client;
        std::string redirectUri;
        std::string verifier;
    };

    // Guessing and stolen codes: attacker_sign_in.cpp
    Process bruteForce(Guessing plan, std::vector<std::string> passwords, double perSecond,
                       bool waits);
    Process guessApart(std::shared_ptr<Guessing> guessing, std::string password);
    Task<> guess(std::shared_ptr<Guessing> guessing, std::string password);
    void lieInWait(CodeTheft theft);
    Process redeemCode(CodeTheft theft, std::string code);

    // The other attacks: attacker.cpp
    Process useStolenCookie(http::Request request);
    Process replay();
    Process inject(std::string target, std::string harmless, std::vector<std::string> payloads);
    Process flood(http::Request request, double perSecond, SimTime span);
    Process floodOnce(http::Request request, std::shared_ptr<Flood> flood);
    Process forgeToken(http::Request request, std::string how);
    [[nodiscard]] std::optional<std::string> forgedToken(const std::string& how) const;

    // What it shares with a browser, and its own site: attacker_site.cpp
    Task<std::optional<Answer>> ask(http::Request request, std::string part = {});
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
    std::optional<CodeTheft> ambush_; ///< waits for the next code
};

[[nodiscard]] NodeKind attackerKind();

} // namespace roundtrip
