#pragma once

#include "core/kernel/random_stream.h"
#include "core/nodes/node.h"
#include "core/nodes/station_statistics.h"
#include "core/nodes/tasks/task_table.h"

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <string_view>

namespace roundtrip {

/// Does the tasks of a queue with a pool of processes, each one task at a time. Its times of wait
/// and response begin when a task was put in line; how many are present counts from delivery on.
class Worker : public Node {
  public:
    Worker(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override;
    void linkLeaves(const Port& port, LinkId link) override;
    void linksChanged() override { connect(); }
    [[nodiscard]] StationStatistics* statistics() override { return &statistics_; }

    /// Dies in the middle of its work and comes back later.

  protected:
    void performOwn(const std::string& action, const ParameterValues& arguments) override;
    void parametersChanged() override;
    void stopped() override;
    void started() override { connect(); }

  private:
    /// One task in the hands of one process.
    struct Run {
        std::uint64_t number = 0;
        Message message;
        SpanId span = SpanId::none;

        [[nodiscard]] const TaskDelivery& delivery() const {
            return std::get<TaskDelivery>(message.payload);
        }
    };

    void disconnected();
    void connect();
    Process connectLater(SimTime delay);
    void receive(Message message);
    void takeNext();
    Process work(std::uint64_t number);
    /// False when the process died meanwhile. The task may be a repeat that has nothing to do.
    Task<bool> isNew(std::uint64_t number);
    Task<> workThrough(std::uint64_t number, const TaskKind& task);
    /// False when one of them failed.
    Task<bool> runEnds(std::uint64_t number, const TaskKind& task);
    Task<bool> runEnd(std::uint64_t number, const TaskEnd& end);
    Task<bool> runSql(std::uint64_t number, const TaskEnd& end, const nlohmann::json& values);
    Task<bool> runCall(std::uint64_t number, const TaskEnd& end, const nlohmann::json& values);
    Task<bool> runPublish(std::uint64_t number, const TaskEnd& end, const nlohmann::json& values);

    [[nodiscard]] bool isAlive(std::uint64_t number) const { return runs_.contains(number); }
    void succeed(std::uint64_t number, int steps);
    void fail(std::uint64_t number, const TaskKind& task);
    void giveUp(std::uint64_t number);
    void finish(std::uint64_t number, TaskCommand command, bool isGood);
    void tellProgress(const Run& run, int done, int of);
    [[nodiscard]] TaskCommand commandFor(const Run& run, TaskCommand::Kind kind) const;
    [[nodiscard]] static Message messageFor(const Run& run, Payload payload);
    Process consume();
    void sendCommand(TaskCommand command);
    [[nodiscard]] TaskCommand dressed(TaskCommand command) const;
    void pass(const Run& run, std::string_view check, std::string_view reason);
    void refuse(const Run& run, std::string_view check, std::string_view reason);
    void showWork();

    TaskTable table_;
    StationStatistics statistics_;
    RandomStream durations_;
    RandomStream failures_;
    RandomStream jitter_;
    std::deque<Message> backlog_; ///< delivered, and not begun
    std::map<std::uint64_t, Run> runs_;
    std::uint64_t lastRun_ = 0;
    std::uint64_t connection_ = 0;
    bool isConnected_ = false;
    bool isPaused_ = false;
    std::int64_t done_ = 0;
    std::int64_t failed_ = 0;
};

[[nodiscard]] NodeKind workerKind();

} // namespace roundtrip
