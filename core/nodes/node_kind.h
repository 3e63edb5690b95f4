#pragma once

#include "core/kernel/parameter.h"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace roundtrip {

class Node;
struct NodeKind;
struct NodeSetup;
struct RunContext;

enum class Category { clients, edge, compute, background, data, security, theory };

/// Ports join when one is `out`, the other `in`, and both speak the same protocol.
struct PortInfo {
    std::string name;
    enum class Direction { in, out } direction = Direction::out;
    std::string protocol; ///< "http", "cache", "sql", "job"
};

/// A number that a node's card shows and that charts can follow.
struct GaugeInfo {
    std::string name;
    const char* label = ""; ///< with {value} and {capacity}; translated under "gauges"
    enum class Look { text, boxes, bar } look = Look::text;
    /// A parameter that must be more than 0, or a port that must be linked, for the gauge to mean
    /// anything; empty: it always does.
    std::string needs;
    /// What charts of all parts make of it.
    enum class Measures {
        nothing,
        utilisation, ///< how many of its capacity are at work
        queue,       ///< how many wait
        connections  ///< lines that are open, or taken from a pool
    } measures = Measures::nothing;
};

/// What a learner or a lesson can make a node do, with its arguments.
struct ActionInfo {
    std::string name;
    const char* label = "";
    std::vector<Parameter> arguments;
};

/// The rows of a table as they are before a run changes them, for an inspector.
class TableSource {
  public:
    virtual ~TableSource() = default;
    [[nodiscard]] virtual const std::vector<std::string>& columns() const = 0;
    [[nodiscard]] virtual std::int64_t rowCount() const = 0;
    /// Values in column order; the first is the row's integer key. `index` is below rowCount().
    [[nodiscard]] virtual std::vector<std::string> row(std::int64_t index) const = 0;
};

/// What it costs to have such a part for an hour, in units of no particular money.
struct Price {
    double base = 0;
    std::string unit;   ///< a parameter that is a number; empty: the base is all
    double perUnit = 0; ///< for each one of it

    /// By what is written in a file; parameters that are not have their fallback.
    [[nodiscard]] double of(const NodeKind& kind, const nlohmann::json& parameters) const;
};

/// All that the program knows of one kind of node. Palette, forms, cards, files, command line help
/// and reference pages derive from it. Texts are English, translated under "parts".
struct NodeKind {
    std::string id; ///< permanent, as in files
    const char* name = "";
    const char* help = "";
    const char* analogy = ""; ///< what it is in everyday life
    Category category = Category::compute;
    std::vector<PortInfo> ports;
    std::vector<Parameter> parameters;
    std::vector<GaugeInfo> gauges;
    std::vector<ActionInfo> actions;
    std::function<std::unique_ptr<Node>(RunContext&, NodeSetup)> make;
    /// What is wrong with parameters together that are each right by themselves; `where` is a
    /// pointer below the parameters. Empty for most kinds.
    std::function<Problems(const nlohmann::json& parameters)> check;
    /// Empty for kinds without tables.
    std::function<std::unique_ptr<TableSource>(const ParameterValues&, std::uint64_t seed)>
        openTable;
    Price price; ///< nothing for people and for what others run

    [[nodiscard]] const Parameter* findParameter(std::string_view wanted) const;
    /// One of its own, or a fault.
    [[nodiscard]] const ActionInfo* findAction(std::string_view wanted) const;
};

/// What can go wrong with any node that runs a program: "stop", "start", "restart" {after}, "slow"
/// {factor}. People and the parts of queueing theory have no such faults.
[[nodiscard]] const std::vector<ActionInfo>& faultActions();
[[nodiscard]] bool hasFaults(const NodeKind& kind);

/// Whether a node of that kind would do the action: one of its kind's, a fault, or "set"
/// {parameter, value}.
/// Errors: "unknown-action" {action, nearest}, "unknown-parameter" {name, nearest}, and those of
/// checkValue.
tl::expected<void, Error> checkAction(const NodeKind& kind, const std::string& action,
                                      const nlohmann::json& arguments);

/// Every kind, in the order of the palette.
[[nodiscard]] std::span<const NodeKind> allKinds();
/// Null when there is none of that id.
[[nodiscard]] const NodeKind* findKind(std::string_view id);

} // namespace roundtrip
