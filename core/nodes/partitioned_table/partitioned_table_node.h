#pragma once

#include "core/data/partitioned_table.h"
#include "core/nodes/node.h"

#include <map>
#include <string>

namespace roundtrip {

/// A service of tables in the manner of DynamoDB. Any number of operations at a time; each takes a
/// base and a share for each item that it examined, and capacity of its partition and table.
///
/// Each operation leaves a check "items". It passed with "write" {partition, units, left}, or
/// "read" or "eventual-read" {partitions, units, left, examined, returned}; partitions count
/// from 1. It failed with "throttled-partition" {partition, units, left}, "throttled-table" {units,
/// left}, "condition" {expression, partition, units, left}, "no-table" {name}, or the name of
/// another exception {the service's words}.
class PartitionedTableNode : public Node {
  public:
    PartitionedTableNode(const NodeKind& kind, RunContext& context, NodeSetup setup);
    void start() override { showItems(); }

  protected:
    /// Capacity, partitions and lag.
    void parametersChanged() override;

  private:
    Process serve(Message message);
    PartitionedTable::Outcome execute(const items::ItemRequest& request);
    Provenance provenanceOf(const items::ItemRequest& request, const items::ItemReply& reply);
    void recordOutcome(const PartitionedTable::Outcome& outcome, const items::ItemRequest& request,
                       const Message& message, SpanId span);
    void showItems() const;

    std::map<std::string, PartitionedTable> tables_;
    std::int64_t throttled_ = 0;
};

[[nodiscard]] NodeKind partitionedTableKind();

} // namespace roundtrip
