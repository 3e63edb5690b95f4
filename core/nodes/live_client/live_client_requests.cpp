#include "core/nodes/live_client/live_client.h"

#include <fmt/format.h>

#include <utility>

namespace roundtrip {

namespace {

using Json = nlohmann::ordered_json;
using What = Agenda::What;

} // namespace

http::Request LiveClient::requestFor(std::size_t index, http::Method method,
                                     std::string_view what) const {
    const Person& person = people_[index];
    http::Request request{.method = method,
                          .target = fmt::format("/rooms/{}{}", roomOf(index), what),
                          .headers = {{"Host", values().text("host")}},
                          .body = {}};
    if (method == http::Method::get && person.lastId > 0) {
        request.target += fmt::format("?after={}", person.lastId);
    }
    if (const auto cookie = cookies_.find(index); cookie != cookies_.end()) {
        request.headers.set("Cookie", cookie->second);
    }
    return request;
}

LiveClient::Trip LiveClient::begin(const http::Request& request) {
    const Trip trip{recorder().nextRequest(), recorder().nextSpan(), now()};
    ++requests_;
    if (recorder().keeps(trip.request)) {
        record(trip.request, trip.span,
               RequestStarted{.method = text(http::toString(request.method)),
                              .target = text(request.target)});
        record(trip.request, trip.span, SpanStarted{.name = text("trip")});
    }
    showState();
    return trip;
}

void LiveClient::finish(const Trip& trip, int status) {
    endSpan(trip.request, trip.span, status == 0 || status >= 400);
    recorder().requestFinished(now(), id(), trip.request, trip.span,
                               RequestFinished{.startedAt = trip.startedAt,
                                               .status = static_cast<std::uint32_t>(status),
                                               .answeredBy = NodeId::none});
    showState();
}

Task<std::optional<Message>> LiveClient::exchange(std::size_t person, Trip trip,
                                                  http::Request request) {
    bytes_ += http::wireText(request).size();
    const SimTime startedAt = now();
    Message message;
    message.request = trip.request;
    message.span = trip.span;
    message.payload = std::move(request);
    Port& server = port("server");
    SimTime patience = values().duration("timeout");
    if (patience > SimTime() && transport() == Transport::longPolling) {
        patience = patience + values().duration("wait");
    }
    Task<std::optional<Message>> call =
        server.callWithin(server.firstPeer(), std::move(message), patience);
    std::optional<Message> answer = co_await call;
    const HttpResponseMessage* got = httpAnswer(answer);
    if (statusOf(got) == 0) {
        record(trip.request, trip.span,
               CheckFailed{.check = text("call"),
                           .reason = text(failureOf(got, now() - startedAt)),
                           .status = 0});
        co_return std::nullopt;
    }
    bytes_ += http::wireText(got->response).size();
    if (const auto cookie = got->response.headers.find("Set-Cookie")) {
        cookies_[person] = cookie->substr(0, cookie->find(';'));
    }
    co_return answer;
}

/// Asks for what is new; polling asks again after the interval, long polling at once.
Process LiveClient::ask(std::size_t person) {
    const std::uint32_t since = people_[person].life;
    const bool waits = transport() == Transport::longPolling;
    if (!waits) {
        agenda_.add(now() + values().duration("poll_interval"), person, since, What::ask);
        wake();
        if (people_[person].isAsking) {
            co_return; // the last answer is not here yet
        }
    }
    people_[person].isAsking = true;
    http::Request request = requestFor(person, http::Method::get, "/messages");
    if (waits) {
        const bool isFirst = request.target.find('?') == std::string::npos;
        request.target +=
            fmt::format("{}wait={}", isFirst ? '?' : '&',
                        static_cast<std::int64_t>(values().duration("wait").toSeconds()));
    }
    const Trip trip = begin(request);
    Task<std::optional<Message>> asked = exchange(person, trip, std::move(request));
    const std::optional<Message> answer = co_await asked;
    const HttpResponseMessage* got = httpAnswer(answer);
    const int status = statusOf(got);
    if (since != people_[person].life) {
        finish(trip, status);
        co_return;
    }
    people_[person].isAsking = false;
    if (status == 200) {
        people_[person].failures = 0;
        people_[person].pause = SimTime();
        const Json messages = Json::parse(got->response.body, nullptr, false);
        for (const Json& message : messages) {
            hear({person}, message.dump(), trip.request, trip.span);
        }
    }
    finish(trip, status);
    if (status != 200) {
        comeBackLater(person, status == 0 ? "no-answer" : std::to_string(status));
    } else if (waits) {
        agenda_.add(now(), person, since, What::ask);
        wake();
    }
}

Process LiveClient::post(std::size_t person, std::string body) {
    http::Request request = requestFor(person, http::Method::post, "/messages");
    request.headers.set("Content-Type", "application/json");
    request.headers.set("Content-Length", std::to_string(body.size()));
    request.body = std::move(body);
    const Trip trip = begin(request);
    Task<std::optional<Message>> asked = exchange(person, trip, std::move(request));
    const std::optional<Message> answer = co_await asked;
    finish(trip, statusOf(httpAnswer(answer)));
}

} // namespace roundtrip
