#include "core/kernel/text_marker.h"
#include "core/nodes/partitioned_table/partitioned_table_node.h"
#include "core/nodes/partitioned_table/tables.h"

namespace roundtrip {

namespace {

Problems checkTables(const nlohmann::json& value) {
    Problems problems;
    items::readTables(value, "", problems);
    return problems;
}

std::vector<Parameter> capacityParameters() {
    return {
        {.name = "partitions",
         .label = ROUNDTRIP_TEXT("parameters", "Partitions"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "A hash of its partition key decides on which an item lies."),
         .type = ParameterType::integer,
         .fallback = 4,
         .least = 1,
         .most = 1000},
        {.name = "read_capacity",
         .label = ROUNDTRIP_TEXT("parameters", "Read capacity"),
         .help = ROUNDTRIP_TEXT("parameters", "Of each table: so many reads of up to 4 KB a second "
                                              "that see every write, or twice as many that may "
                                              "see an older state."),
         .type = ParameterType::real,
         .fallback = 100,
         .least = 0.1,
         .most = 1e6,
         .unit = "1/s"},
        {.name = "write_capacity",
         .label = ROUNDTRIP_TEXT("parameters", "Write capacity"),
         .help =
             ROUNDTRIP_TEXT("parameters", "Of each table: so many writes of up to 1 KB a second."),
         .type = ParameterType::real,
         .fallback = 100,
         .least = 0.1,
         .most = 1e6,
         .unit = "1/s"},
        {.name = "adaptive_capacity",
         .label = ROUNDTRIP_TEXT("parameters", "A busy partition may use it all"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "Off: each partition has its equal share of the capacity. On: one "
                                "may use what the others leave, up to 3000 reads and 1000 writes."),
         .type = ParameterType::boolean,
         .fallback = false},
        {.name = "burst",
         .label = ROUNDTRIP_TEXT("parameters", "Unused capacity is kept for"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "What was not used for so long can be used at once later."),
         .type = ParameterType::duration,
         .fallback = "300 s",
         .least = 0.0,
         .most = 300.0},
    };
}

std::vector<Parameter> timeParameters() {
    return {
        {.name = "lag",
         .label = ROUNDTRIP_TEXT("parameters", "Lag of the copies"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "So old is what a read sees that need not see every write."),
         .type = ParameterType::duration,
         .fallback = "20 ms",
         .least = 0.0,
         .most = 60.0},
        {.name = "base_time",
         .label = ROUNDTRIP_TEXT("parameters", "Base time"),
         .help =
             ROUNDTRIP_TEXT("parameters", "What each operation takes before it reads anything."),
         .type = ParameterType::duration,
         .fallback = "2 ms",
         .least = 0.0,
         .most = 60.0},
        {.name = "time_per_item",
         .label = ROUNDTRIP_TEXT("parameters", "Time per item"),
         .help = ROUNDTRIP_TEXT("parameters", "What each item takes that has to be looked at."),
         .type = ParameterType::duration,
         .fallback = "0.01 ms",
         .least = 0.0,
         .most = 1.0},
    };
}

} // namespace

NodeKind partitionedTableKind() {
    NodeKind kind;
    kind.id = "partitioned_table";
    kind.name = ROUNDTRIP_TEXT("parts", "Partitioned table");
    kind.help = ROUNDTRIP_TEXT("parts", "Keeps items under a partition key and a sort key, spread "
                                        "over partitions with a capacity each, as DynamoDB does.");
    kind.analogy = ROUNDTRIP_TEXT("parts", "Counters by the first letter of the name");
    kind.category = Category::data;
    kind.ports = {{"clients", PortInfo::Direction::in, "items"}};
    kind.parameters = {
        {.name = "tables",
         .label = ROUNDTRIP_TEXT("parameters", "Tables"),
         .help = ROUNDTRIP_TEXT("parameters",
                                "By their names: partition key, sort key and the items at first."),
         .type = ParameterType::document,
         .fallback = nlohmann::json::object(),
         .check = checkTables},
    };
    for (const std::vector<Parameter>& more : {capacityParameters(), timeParameters()}) {
        kind.parameters.insert(kind.parameters.end(), more.begin(), more.end());
    }
    kind.gauges = {{"items", ROUNDTRIP_TEXT("gauges", "items: {value}")},
                   {"throttled", ROUNDTRIP_TEXT("gauges", "{value} refused for their rate")}};
    kind.price = {0.05, "read_capacity", 0.0007};
    kind.make = [](RunContext& context, NodeSetup setup) {
        return std::make_unique<PartitionedTableNode>(*findKind("partitioned_table"), context,
                                                      std::move(setup));
    };
    return kind;
}

} // namespace roundtrip
