#include "core/kernel/json_object.h"
#include "core/nodes/app_server/app_server.h"
#include "core/nodes/app_server/entry_forms.h"
#include "core/nodes/app_server/program.h"
#include "core/nodes/store_subscription.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::json;
using Words = std::vector<std::string>;

/// SUBSCRIBE with all channels, PSUBSCRIBE with all patterns.
std::vector<Words> commandsFor(const std::vector<Subscription>& subscriptions) {
    std::vector<Words> commands;
    for (const bool isPattern : {false, true}) {
        Words words{isPattern ? "PSUBSCRIBE" : "SUBSCRIBE"};
        for (const Subscription& subscription : subscriptions) {
            if (subscription.isPattern == isPattern) {
                words.push_back(subscription.channel);
            }
        }
        if (words.size() > 1) {
            commands.push_back(std::move(words));
        }
    }
    return commands;
}

/// ["message", channel, text] or ["pmessage", pattern, channel, text]
struct ChannelMessage {
    bool isPattern = false;
    std::string subscribed; ///< channel or pattern
    std::string channel;
    std::string text;
};

ChannelMessage messageOf(const KeyPush& push) {
    const auto& parts = push.reply.elements;
    const bool isPattern = parts.size() == 4;
    return {isPattern, parts[1].text, parts[parts.size() - 2].text, parts.back().text};
}

/// What a handler can use: the channel, the text, and the members of a text that is a JSON object.
Json valuesOf(const ChannelMessage& message) {
    Json values = Json::parse(message.text, nullptr, false);
    if (!values.is_object()) {
        values = Json::object();
    }
    values["channel"] = message.channel;
    values["message"] = message.text;
    return values;
}

} // namespace

std::vector<Subscription> readSubscriptions(const Json& json, const std::string& pointer,
                                            Problems& problems) {
    std::vector<Subscription> subscriptions;
    if (!json.is_array()) {
        problems.push_back({"not-an-array", {}, pointer});
        return subscriptions;
    }
    for (std::size_t i = 0; i < json.size(); ++i) {
        JsonObject object(json[i], fmt::format("{}/{}", pointer, i), problems);
        if (!object.isObject()) {
            continue;
        }
        Subscription subscription;
        subscription.isPattern = object.find("pattern") != nullptr;
        subscription.channel = object.text(subscription.isPattern ? "pattern" : "channel");
        if (subscription.isPattern == (object.find("channel") != nullptr)) {
            object.report("channel-or-pattern", {});
        } else {
            object.allowOnly(memberNames(subscriptionEntries()[subscription.isPattern ? 1 : 0]));
        }
        if (const Json* handler = object.require("handler")) {
            subscription.handler = readHandler(*handler, object.pointerTo("handler"), problems);
        }
        subscriptions.push_back(std::move(subscription));
    }
    return subscriptions;
}

void AppServer::listen() {
    const Json wanted =
        values().boolean("listens") ? values().value("subscriptions") : Json::array();
    if (wanted == listensTo_ || !port("keys").isConnected()) {
        return;
    }
    std::vector<Words> commands;
    if (!listensTo_.empty()) {
        commands = {{"UNSUBSCRIBE"}, {"PUNSUBSCRIBE"}};
    }
    listensTo_ = wanted;
    if (!wanted.empty()) {
        std::ranges::move(commandsFor(program_->subscriptions), std::back_inserter(commands));
    }
    simulation().spawn(changeSubscriptions(
        simulation(), port("keys"), std::move(commands),
        [this, since = life()] { return since == life() && port("keys").isConnected(); }));
}

void AppServer::linkLeaves(const Port& port, LinkId /*link*/) {
    if (port.name() == "keys") {
        listensTo_ = Json::array();
    }
}

void AppServer::linksChanged() {
    if (isRunning()) {
        listen();
    }
}

void AppServer::takePush(Message message) {
    const auto& push = std::get<KeyPush>(message.payload);
    if (!push.isClosed) {
        simulation().spawn(receiveMessage(std::move(message)));
    } else if (push.connection == KeyCommand::kSubscribing) {
        listensTo_ = Json::array(); // as client libraries do, it connects and subscribes again
        listen();
    }
}

Process AppServer::receiveMessage(Message message) {
    const auto program = program_;
    const auto& push = std::get<KeyPush>(message.payload);
    const ChannelMessage received = messageOf(push);
    const SpanId span = beginSpan(message);
    const auto subscription =
        std::ranges::find_if(program->subscriptions, [&received](const Subscription& candidate) {
            return candidate.isPattern == received.isPattern &&
                   candidate.channel == received.subscribed;
        });
    // Nobody waits on the commands' connection for what a handler subscribed to there.
    if (subscription == program->subscriptions.end() || listensTo_.empty() ||
        push.connection != KeyCommand::kSubscribing) {
        record(message.request, span,
               CheckFailed{.check = text("message"),
                           .reason = text("not-subscribed\n" + received.channel),
                           .status = 0});
        endSpan(message.request, span, true);
        co_return;
    }
    const http::Request none; // nobody waits for an answer
    Handling handling{
        .message = message, .request = none, .program = *program, .span = span, .life = life()};
    handling.values = valuesOf(received);
    pass(handling, "message", fmt::format("received\n{}\n{}", received.channel, received.text));
    const SimTime arrivedAt = now();
    Task<Permit> waiting = takeWorker(message.request, span);
    Permit worker = co_await waiting;
    Task<> blocks = runBlocks(subscription->handler, handling);
    co_await blocks;
    returnWorker(worker, arrivedAt);
    endSpan(message.request, span, handling.response.status >= 400);
}

} // namespace roundtrip
