#pragma once

#include "core/data/items/item.h"

#include <cstdint>
#include <string>
#include <vector>

namespace roundtrip::items {

/// One operation on a table, with the members of DynamoDB's API under the same names in our way of
/// writing (Amazon DynamoDB API Reference, "Actions").
struct ItemRequest {
    /// PutItem, GetItem, UpdateItem, DeleteItem, Query or Scan
    std::string operation;
    std::string table;
    Item item = Item::object();                       ///< PutItem
    Item key = Item::object();                        ///< GetItem, UpdateItem, DeleteItem
    std::string condition;                            ///< ConditionExpression; empty: none
    std::string update;                               ///< UpdateExpression
    std::string keyCondition;                         ///< KeyConditionExpression of a Query
    std::string filter;                               ///< FilterExpression of a Query or Scan
    nlohmann::json names = nlohmann::json::object();  ///< {"#n": "name"}
    nlohmann::json values = nlohmann::json::object(); ///< {":n": "Ada"}
    Item startKey;                                    ///< ExclusiveStartKey; null: from the first
    std::int64_t limit = 0;                           ///< items to examine; 0: no limit
    bool isBackward = false;                          ///< ScanIndexForward is false
    bool isConsistent = false;                        ///< ConsistentRead
};

struct ItemReply {
    std::string operation; ///< that this answers
    /// "ValidationException", "ConditionalCheckFailedException", "ResourceNotFoundException" or
    /// "ProvisionedThroughputExceededException"; "NoConnection" when it was not reached; empty:
    /// it worked
    std::string exception;
    std::string message; ///< the service's words
    /// Found; of UpdateItem the item as it is now, of DeleteItem the one that was deleted.
    std::vector<Item> items;
    Item lastEvaluatedKey; ///< null: there is no more
    std::int64_t examined = 0;

    [[nodiscard]] bool isError() const { return !exception.empty(); }
    [[nodiscard]] bool isThrottled() const {
        return exception == "ProvisionedThroughputExceededException";
    }
};

/// Whether it changes items.
[[nodiscard]] bool isWrite(const ItemRequest& request);
/// "Query orders"
[[nodiscard]] std::string titleOf(const ItemRequest& request);
/// "3 items", or the exception.
[[nodiscard]] std::string titleOf(const ItemReply& reply);
/// The HTTP request with its JSON body (DynamoDB_20120810).
[[nodiscard]] std::string wireText(const ItemRequest& request);
/// The JSON body of the answer to an operation; an exception is one with status 400.
[[nodiscard]] std::string wireText(const ItemReply& reply);

} // namespace roundtrip::items
