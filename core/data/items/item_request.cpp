#include "core/data/items/item_request.h"

#include <fmt/format.h>

namespace roundtrip::items {

namespace {

using Json = nlohmann::ordered_json;

std::string shown(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

void addText(Json& body, const char* name, const std::string& text) {
    if (!text.empty()) {
        body[name] = text;
    }
}

Json bodyOf(const ItemRequest& request) {
    Json body{{"TableName", request.table}};
    const std::string& operation = request.operation;
    if (operation == "PutItem") {
        body["Item"] = typedItem(request.item);
    } else if (operation != "Query" && operation != "Scan") {
        body["Key"] = typedItem(request.key);
    }
    addText(body, "KeyConditionExpression", request.keyCondition);
    addText(body, "UpdateExpression", request.update);
    addText(body, "ConditionExpression", request.condition);
    addText(body, "FilterExpression", request.filter);
    if (!request.names.empty()) {
        body["ExpressionAttributeNames"] = Json(request.names);
    }
    if (!request.values.empty()) {
        body["ExpressionAttributeValues"] = typedItem(request.values);
    }
    if (request.isConsistent) {
        body["ConsistentRead"] = true;
    }
    if (request.limit > 0) {
        body["Limit"] = request.limit;
    }
    if (request.isBackward) {
        body["ScanIndexForward"] = false;
    }
    if (!request.startKey.is_null()) {
        body["ExclusiveStartKey"] = typedItem(request.startKey);
    }
    if (operation == "UpdateItem" || operation == "DeleteItem") {
        body["ReturnValues"] = operation == "UpdateItem" ? "ALL_NEW" : "ALL_OLD";
    }
    return body;
}

void addFound(Json& body, const ItemReply& reply) {
    if (reply.operation != "Query" && reply.operation != "Scan") {
        if (!reply.items.empty()) {
            body[reply.operation == "GetItem" ? "Item" : "Attributes"] =
                typedItem(reply.items.front());
        }
        return;
    }
    body["Items"] = Json::array();
    for (const Item& item : reply.items) {
        body["Items"].push_back(typedItem(item));
    }
    body["Count"] = reply.items.size();
    body["ScannedCount"] = reply.examined;
    if (!reply.lastEvaluatedKey.is_null()) {
        body["LastEvaluatedKey"] = typedItem(reply.lastEvaluatedKey);
    }
}

} // namespace

bool isWrite(const ItemRequest& request) {
    return request.operation == "PutItem" || request.operation == "UpdateItem" ||
           request.operation == "DeleteItem";
}

std::string titleOf(const ItemRequest& request) {
    return fmt::format("{} {}", request.operation, request.table);
}

std::string titleOf(const ItemReply& reply) {
    return reply.isError() ? reply.exception
                           : fmt::format("{} {}", reply.items.size(),
                                         reply.items.size() == 1 ? "item" : "items");
}

std::string wireText(const ItemRequest& request) {
    const std::string body = shown(bodyOf(request));
    return fmt::format("POST / HTTP/1.1\r\nContent-Type: application/x-amz-json-1.0\r\n"
                       "X-Amz-Target: DynamoDB_20120810.{}\r\nContent-Length: {}\r\n\r\n{}",
                       request.operation, body.size(), body);
}

std::string wireText(const ItemReply& reply) {
    Json body = Json::object();
    if (reply.isError()) {
        const bool isGeneral = reply.exception == "ValidationException";
        body["__type"] = fmt::format(
            "{}#{}", isGeneral ? "com.amazon.coral.validate" : "com.amazonaws.dynamodb.v20120810",
            reply.exception);
        body["message"] = reply.message;
    } else {
        addFound(body, reply);
    }
    const std::string text = shown(body);
    return fmt::format("HTTP/1.1 {}\r\nContent-Type: application/x-amz-json-1.0\r\n"
                       "Content-Length: {}\r\n\r\n{}",
                       reply.isError() ? "400 Bad Request" : "200 OK", text.size(), text);
}

} // namespace roundtrip::items
