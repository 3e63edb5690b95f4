#include "core/realtime/event_stream.h"

#include "core/kernel/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace roundtrip::realtime {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::optional<SimTime> milliseconds(std::string_view digits) {
    std::int64_t count = 0;
    const bool isNumber = !digits.empty() && std::ranges::all_of(digits, [](char letter) {
        return letter >= '0' && letter <= '9';
    });
    if (!isNumber ||
        std::from_chars(digits.data(), digits.data() + digits.size(), count).ec != std::errc() ||
        count > SimTime::max().ns() / 1'000'000) {
        return std::nullopt;
    }
    return SimTime::milliseconds(count);
}

} // namespace

std::string encode(const StreamEvent& event) {
    std::string text;
    if (event.type != "message") {
        text += fmt::format("event: {}\n", event.type);
    }
    if (!event.id.empty()) {
        text += fmt::format("id: {}\n", event.id);
    }
    std::string_view rest = event.data;
    bool isMore = true;
    while (isMore) {
        const std::size_t end = rest.find_first_of("\r\n");
        isMore = end != std::string_view::npos;
        text += fmt::format("data: {}\n", rest.substr(0, end));
        if (isMore) {
            const bool isPair = rest.substr(end).starts_with("\r\n");
            rest.remove_prefix(end + (isPair ? 2 : 1));
        }
    }
    return text + "\n";
}

std::string encodeComment(std::string_view comment) {
    return fmt::format(": {}\n\n", comment);
}

std::string encodeRetry(SimTime pause) {
    return fmt::format("retry: {}\n\n", pause.ns() / 1'000'000);
}

std::vector<StreamEvent> EventStreamParser::feed(std::string_view piece) {
    std::vector<StreamEvent> events;
    for (const char letter : piece) {
        const bool isSecondOfPair = letter == '\n' && endedInCr_;
        endedInCr_ = letter == '\r';
        if (isSecondOfPair) {
            continue;
        }
        if (letter == '\n' || letter == '\r') {
            takeLine(events);
        } else {
            line_ += letter;
        }
    }
    return events;
}

void EventStreamParser::reconnected() {
    line_.clear();
    type_.clear();
    data_.clear();
    id_ = lastEventId_;
    endedInCr_ = false;
    isFirstLine_ = true;
}

void EventStreamParser::takeLine(std::vector<StreamEvent>& events) {
    std::string_view line = line_;
    if (isFirstLine_ && line.starts_with(kByteOrderMark)) {
        line.remove_prefix(kByteOrderMark.size());
    }
    isFirstLine_ = false;
    if (line.empty()) {
        dispatch(events);
    } else if (line.front() != ':') {
        const std::size_t colon = line.find(':');
        std::string_view value =
            colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
        if (value.starts_with(' ')) {
            value.remove_prefix(1);
        }
        takeField(line.substr(0, colon), value);
    }
    line_.clear();
}

void EventStreamParser::takeField(std::string_view name, std::string_view value) {
    if (name == "event") {
        type_ = value;
    } else if (name == "data") {
        data_ += value;
        data_ += '\n';
    } else if (name == "id") {
        if (value.find('\0') == std::string_view::npos) {
            id_ = value;
        }
    } else if (name == "retry") {
        if (const auto pause = milliseconds(value)) {
            retry_ = pause;
        }
    }
}

void EventStreamParser::dispatch(std::vector<StreamEvent>& events) {
    lastEventId_ = id_;
    if (!data_.empty()) {
        data_.pop_back(); // the last line's end
        events.push_back(
            {.type = type_.empty() ? "message" : type_, .data = data_, .id = lastEventId_});
    }
    type_.clear();
    data_.clear();
}

} // namespace roundtrip::realtime
