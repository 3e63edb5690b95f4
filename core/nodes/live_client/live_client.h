#pragma once

#include "core/kernel/random_stream.h"
#include "core/nodes/live_client/agenda.h"
#include "core/nodes/live_client/connection_table.h"
#include "core/nodes/node.h"
#include "core/realtime/shared_text.h"
#include "core/tasks/retry_policy.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace roundtrip {

/// One person, or a crowd of people who do the same, with an application that shows what is new in
/// a room: by asking again and again, by one question that waits, by an event stream or by a
/// WebSocket. People who only listen cost a few hundred bytes each and no events.
class LiveClient : public Node {
  public:
    LiveClient(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override;
    void linksChanged() override;
    [[nodiscard]] bool neverRests() const override;

  protected:
    void performOwn(const std::string& action, const ParameterValues& arguments) override;
    void parametersChanged() override;
    void retired() override;

  private:
    enum class Transport { polling, longPolling, sse, websocket };
    struct Person {
        MessageId connection = MessageId::none;
        std::uint32_t life = 0; ///< grows when it comes or goes: what was under way is outdated
        bool isHere = false;    ///< wants to be connected
        bool isAsking = false;
        int failures = 0; ///< in a row
        SimTime pause;    ///< before the last attempt to come back
        SimTime cameAt;
        SimTime heardAt;
        std::uint64_t lastId = 0;
    };
    struct Trip {
        RequestId request = RequestId::none;
        SpanId span = SpanId::none;
        SimTime startedAt;
    };

    [[nodiscard]] Transport transport() const { return transport_; }
    void readParameters();
    void changeRoom();
    /// Those who are to be there from the start come, as soon as there is a server.
    void arrive();
    [[nodiscard]] std::string nameOf(std::size_t person) const;
    [[nodiscard]] std::string roomOf(std::size_t person) const;

    // Coming and going: live_client_line.cpp
    void come(std::size_t person);
    void leave(std::size_t person, bool saysSo);
    void act(const Agenda::Entry& entry);
    void wake();
    Process alarm(std::uint64_t number);
    Process openLine(std::size_t person);
    void lineOpened(std::size_t person, MessageId connection);
    void lineLost(std::size_t person, std::uint16_t code, std::string_view why);
    void comeBackLater(std::size_t person, std::string_view why);
    void checkSilence(std::size_t person);
    void planSilenceCheck(std::size_t person);
    void receive(Message message);
    Process receiveLater(Message message);
    /// False when it is for connections that nobody here knows.
    bool takeFrame(const Message& message);
    void takeControl(const Message& message, const std::vector<std::size_t>& people);
    void sendFrame(MessageId connection, RequestId request, SocketFrame frame);

    // Requests: live_client_requests.cpp
    Process ask(std::size_t person);
    Process post(std::size_t person, std::string body);
    [[nodiscard]] http::Request requestFor(std::size_t index, http::Method method,
                                           std::string_view what) const;
    Task<std::optional<Message>> exchange(std::size_t person, Trip trip, http::Request request);
    [[nodiscard]] Trip begin(const http::Request& request);
    void finish(const Trip& trip, int status);

    // Talking and listening: live_client.cpp
    void planToSpeak(std::size_t person);
    void say(std::size_t person, nlohmann::ordered_json what);
    void edit(std::size_t person, const std::string& wanted);
    void hear(const std::vector<std::size_t>& people, std::string_view json, RequestId request,
              SpanId span);
    void recordHeard(const nlohmann::ordered_json& what, bool isNews, std::size_t people,
                     SimTime age, RequestId request, SpanId span);
    void takeEdits(const nlohmann::ordered_json& what, RequestId request, SpanId span);
    void showState();

    std::vector<Person> people_;
    std::vector<std::size_t> listeners_; ///< of the frame that is being read
    ConnectionTable byConnection_;
    std::unordered_map<std::size_t, std::string> cookies_; ///< "balancer=hub1", by person
    Agenda agenda_;
    std::uint64_t alarm_ = 0; ///< the one that counts
    SimTime alarmAt_ = SimTime::max();
    Transport transport_ = Transport::websocket;
    std::string room_;
    std::size_t rooms_ = 1;
    SimTime silence_; ///< after which a line counts as dead; zero: never
    Distribution gaps_;
    tasks::RetryPolicy backoff_;
    RandomStream speech_;
    RandomStream keys_;
    RandomStream jitter_;
    RandomStream arrivals_;
    realtime::SharedText shownText_;
    realtime::LastWriteWins lastWrite_;
    std::uint64_t clock_ = 0;
    std::int64_t open_ = 0;
    std::int64_t heard_ = 0; ///< also what was said before they came
    std::int64_t news_ = 0;  ///< of it, what was said since; only this has an age
    std::int64_t requests_ = 0;
    std::int64_t said_ = 0;
    bool haveArrived_ = false;
    double delaySeconds_ = 0;
    std::size_t bytes_ = 0;
};

[[nodiscard]] NodeKind liveClientKind();

} // namespace roundtrip
