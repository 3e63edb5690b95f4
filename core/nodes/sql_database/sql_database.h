#pragma once

#include "core/data/sqlite_database.h"
#include "core/kernel/resource.h"
#include "core/nodes/node.h"
#include "core/nodes/station_statistics.h"

namespace roundtrip {

/// A relational database: every statement really runs on an SQLite in memory, and its simulated
/// time follows from the virtual machine steps that it took there. Its flavour says how many may
/// write at a time and what happens to one connection too many.
class SqlDatabase : public Node {
  public:
    SqlDatabase(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override;
    [[nodiscard]] StationStatistics* statistics() override { return &statistics_; }

  protected:
    void parametersChanged() override;

  private:
    Process serve(Message message);
    struct Execution {
        SqlReply reply;
        SimTime took;
        std::uint32_t vmSteps = 0;
    };
    Execution execute(const SqlCommand& command, RequestId request, SpanId span);
    Execution executePasted(const SqlCommand& command, RequestId request, SpanId span);
    void prepareTables();
    [[nodiscard]] bool needsWriter(const SqlCommand& command);
    [[nodiscard]] bool isFull() const;
    void refuse(const Message& message);
    void recordExecuted(const Execution& done, const std::string& sql, RequestId request,
                        SpanId span);
    void recordChanges(const QueryResult& result, RequestId request, SpanId span);
    void showConnections() const;

    SqliteDatabase database_;
    Resource connections_;
    Resource writer_; ///< SQLite's one writer at a time
    StationStatistics statistics_;
};

[[nodiscard]] NodeKind sqlDatabaseKind();

} // namespace roundtrip
