#include "core/scene/scene_advice.h"

#include "core/kernel/json_object.h"
#include "core/kernel/quantity.h"
#include "core/nodes/node_kind.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;

std::vector<std::string> segmentsOf(const std::string& path) {
    std::vector<std::string> segments{""};
    for (const char letter : path) {
        if (letter == '/') {
            segments.emplace_back();
        } else {
            segments.back() += letter;
        }
    }
    return segments;
}

/// Whether the earlier pattern, as Flask writes it, fits every path that the later one fits.
bool coversPath(const std::string& earlier, const std::string& later) {
    const auto isAny = [](const std::string& segment) {
        return segment.starts_with('<') && segment.find(':') == std::string::npos;
    };
    const auto typeOf = [](const std::string& segment) {
        return segment.starts_with('<') ? segment.substr(0, segment.find(':')) : segment;
    };
    return std::ranges::equal(segmentsOf(earlier), segmentsOf(later),
                              [&](const std::string& one, const std::string& other) {
                                  return isAny(one) ? !other.empty() && !other.starts_with("<path:")
                                                    : typeOf(one) == typeOf(other);
                              });
}

/// One look at a scene: which ports are joined, then each part in turn.
class Adviser {
  public:
    explicit Adviser(const Scene& scene) : scene_(scene) {
        for (const SceneNode& node : scene.nodes) {
            nodes_.emplace(node.id, &node);
        }
        for (const SceneLink& link : scene.links) {
            joined_.insert({link.from, link.fromPort});
            joined_.insert({link.to, link.toPort});
            touched_.insert(link.from);
            touched_.insert(link.to);
            if (nodes_.at(link.from)->kind == "worker") {
                served_.insert(link.to);
            }
        }
    }

    Problems look() {
        for (const SceneNode& node : scene_.nodes) {
            lookAtLinks(node);
            lookAtSettings(node);
            if (node.kind == "app_server") {
                lookAtServer(node);
            }
        }
        for (const SceneLink& link : scene_.links) {
            lookAtSecrets(link);
        }
        return std::move(found_);
    }

  private:
    void report(const char* code, const SceneNode& node, std::vector<std::string> more = {}) {
        std::vector<std::string> args{node.name};
        args.insert(args.end(), more.begin(), more.end());
        found_.push_back({code, std::move(args), node.id});
    }

    [[nodiscard]] bool isJoined(const SceneNode& node, const char* port) const {
        return joined_.contains({node.id, port});
    }

    void lookAtLinks(const SceneNode& node) {
        const bool isAlone = scene_.nodes.size() > 1 && !touched_.contains(node.id);
        if (isAlone && !findKind(node.kind)->ports.empty()) {
            report("joined-with-nobody", node);
        } else if (node.kind == "task_queue" && !served_.contains(node.id)) {
            report("queue-without-worker", node);
        } else if (node.kind == "load_balancer" && !isJoined(node, "servers")) {
            report("balancer-without-servers", node);
        }
    }

    void lookAtSettings(const SceneNode& node) {
        const NodeKind& kind = *findKind(node.kind);
        const auto value = [&](const char* name) {
            const Parameter* known = kind.findParameter(name);
            return known == nullptr ? Json() : node.parameters.value(name, known->fallback);
        };
        if (node.kind == "task_queue" && value("max_length") == 0) {
            report("queue-without-limit", node);
        }
        constexpr int kEager = 3;
        const Json retries = value("retries");
        if (retries.is_number() && retries >= kEager && value("backoff") == "0 s") {
            report("eager-retries", node, {retries.dump()});
        }
        constexpr std::int64_t kDay = 86400;
        const Json lifetime = node.kind == "cache" ? value("ttl") : Json();
        const auto kept =
            lifetime.is_string() ? parseDuration(lifetime.get<std::string>()) : std::nullopt;
        if (kept && *kept >= SimTime::seconds(kDay)) {
            report("cache-hardly-forgets", node, {durationText(*kept)});
        }
    }

    /// What its handlers ask for and who is there to answer.
    void lookAtServer(const SceneNode& node) {
        const std::string program = memberOf(node.parameters, "routes").dump();
        const auto does = [&program](const char* block) {
            return program.find("\"do\":\"" + std::string(block) + "\"") != std::string::npos;
        };
        if (does("query") && !isJoined(node, "database")) {
            report("asks-no-database", node);
        }
        if (does("enqueue") && !isJoined(node, "tasks")) {
            report("writes-no-tickets", node);
        }
        lookAtRoutes(node);
    }

    /// The first route that fits is taken: one behind it that fits nothing more is never reached.
    void lookAtRoutes(const SceneNode& node) {
        const Json routes = memberOf(node.parameters, "routes");
        for (std::size_t i = 0; routes.is_array() && i < routes.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const std::string own = memberText(routes[i], "path");
                const std::string earlier = memberText(routes[j], "path");
                const bool isSame =
                    memberText(routes[i], "method") == memberText(routes[j], "method");
                if (isSame && !own.empty() && coversPath(earlier, own)) {
                    report("route-in-the-shadow", node,
                           {memberText(routes[i], "method") + " " + own,
                            memberText(routes[j], "method") + " " + earlier});
                    break;
                }
            }
        }
    }

    /// Passwords that cross an open line.
    void lookAtSecrets(const SceneLink& link) {
        const SceneNode& client = *nodes_.at(link.from);
        const SceneNode& server = *nodes_.at(link.to);
        if (server.kind != "app_server" || memberOf(link.parameters, "tls") == true ||
            findKind(client.kind)->category != Category::clients) {
            return;
        }
        if (memberOf(server.parameters, "routes").dump().find("\"do\":\"login\"") !=
            std::string::npos) {
            found_.push_back({"secret-in-the-open", {client.name, server.name}, link.key()});
        }
    }

    const Scene& scene_;
    std::unordered_map<std::string_view, const SceneNode*> nodes_; ///< by id
    std::set<std::pair<std::string, std::string>> joined_;         ///< node and port
    std::set<std::string> touched_;
    std::set<std::string> served_; ///< by a worker
    Problems found_;
};

} // namespace

Problems adviceOn(const Scene& scene) {
    return Adviser(scene).look();
}

} // namespace roundtrip
