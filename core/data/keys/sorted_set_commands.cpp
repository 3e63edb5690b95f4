#include "core/data/keys/keyspace.h"
#include "core/kernel/text.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace roundtrip::keys {

namespace {

using Members = std::vector<SortedSet::Member>;

struct AddOptions {
    bool onlyNew = false;
    bool onlyOld = false;
    bool onlyGreater = false;
    bool onlyLess = false;
    bool countsChanges = false;
    std::size_t scoresAt = 2; ///< the first word that is no option
};

AddOptions readAddOptions(const Call& call) {
    AddOptions options;
    for (; options.scoresAt < call.words.size(); ++options.scoresAt) {
        const std::string& word = call.words[options.scoresAt];
        if (equalsIgnoringCase(word, "nx")) {
            options.onlyNew = true;
        } else if (equalsIgnoringCase(word, "xx")) {
            options.onlyOld = true;
        } else if (equalsIgnoringCase(word, "gt")) {
            options.onlyGreater = true;
        } else if (equalsIgnoringCase(word, "lt")) {
            options.onlyLess = true;
        } else if (equalsIgnoringCase(word, "ch")) {
            options.countsChanges = true;
        } else {
            break;
        }
    }
    return options;
}

std::optional<KeyValueReply> problemOf(const AddOptions& options, std::size_t words) {
    const std::size_t rest = words - options.scoresAt;
    if (rest == 0 || rest % 2 != 0) {
        return syntaxError();
    }
    if (options.onlyNew && options.onlyOld) {
        return KeyValueReply::error("ERR XX and NX options at the same time are not compatible");
    }
    if (static_cast<int>(options.onlyNew) + static_cast<int>(options.onlyGreater) +
            static_cast<int>(options.onlyLess) >
        1) {
        return KeyValueReply::error(
            "ERR GT, LT, and/or NX options at the same time are not compatible");
    }
    return std::nullopt;
}

tl::expected<Members, KeyValueReply> readMembers(const Call& call, std::size_t from) {
    Members members;
    for (std::size_t i = from; i < call.words.size(); i += 2) {
        const auto score = readScore(call.words[i]);
        if (!score) {
            return tl::unexpected(notAFloat());
        }
        members.emplace_back(*score, call.words[i + 1]);
    }
    return members;
}

bool mayPut(const AddOptions& options, const std::optional<double>& old, double score) {
    if (!old) {
        return !options.onlyOld;
    }
    return !options.onlyNew && (!options.onlyGreater || score > *old) &&
           (!options.onlyLess || score < *old);
}

KeyValueReply zadd(Call& call) {
    const AddOptions options = readAddOptions(call);
    if (const auto problem = problemOf(options, call.words.size())) {
        return *problem;
    }
    const auto members = readMembers(call, options.scoresAt);
    if (!members) {
        return members.error();
    }
    const auto found = call.value<SortedSet>();
    if (!found) {
        return found.error();
    }
    if (*found == nullptr && options.onlyOld) {
        return KeyValueReply::integer(0);
    }
    SortedSet& set = call.valueOrNew(*found);
    std::int64_t added = 0;
    std::int64_t changed = 0;
    for (const auto& [score, member] : *members) {
        const auto old = set.score(member);
        if (mayPut(options, old, score)) {
            added += old ? 0 : 1;
            changed += !old || *old != score ? 1 : 0;
            set.put(member, score);
        }
    }
    return KeyValueReply::integer(options.countsChanges ? changed : added);
}

KeyValueReply zscore(Call& call) {
    const auto set = call.value<SortedSet>();
    if (!set) {
        return set.error();
    }
    const auto score = *set == nullptr ? std::nullopt : (*set)->score(call.words[2]);
    return score ? KeyValueReply::bulk(scoreText(*score)) : KeyValueReply::nil();
}

KeyValueReply rankOf(Call& call, bool fromTheEnd) {
    const auto set = call.value<SortedSet>();
    if (!set) {
        return set.error();
    }
    const auto score = *set == nullptr ? std::nullopt : (*set)->score(call.words[2]);
    if (!score) {
        return KeyValueReply::nil();
    }
    const auto& order = (*set)->inOrder();
    const auto place = order.find({*score, call.words[2]});
    return KeyValueReply::integer(fromTheEnd ? std::distance(place, order.end()) - 1
                                             : std::distance(order.begin(), place));
}

KeyValueReply zrank(Call& call) {
    return rankOf(call, false);
}

KeyValueReply zrevrank(Call& call) {
    return rankOf(call, true);
}

KeyValueReply shown(const Members& members, bool withScores) {
    std::vector<std::string> texts;
    for (const auto& [score, member] : members) {
        texts.push_back(member);
        if (withScores) {
            texts.push_back(scoreText(score));
        }
    }
    return KeyValueReply::bulks(texts);
}

KeyValueReply zrange(Call& call) {
    bool isReverse = false;
    bool withScores = false;
    for (std::size_t i = 4; i < call.words.size(); ++i) {
        if (equalsIgnoringCase(call.words[i], "rev")) {
            isReverse = true;
        } else if (equalsIgnoringCase(call.words[i], "withscores")) {
            withScores = true;
        } else {
            return syntaxError();
        }
    }
    const auto first = readInteger(call.words[2]);
    const auto last = readInteger(call.words[3]);
    if (!first || !last) {
        return notAnInteger();
    }
    const auto set = call.value<SortedSet>();
    if (!set) {
        return set.error();
    }
    const auto range = clampedRange(*first, *last, *set == nullptr ? 0 : (*set)->size());
    if (!range) {
        return shown({}, withScores);
    }
    Members members((*set)->inOrder().begin(), (*set)->inOrder().end());
    if (isReverse) {
        std::ranges::reverse(members);
    }
    return shown({members.begin() + range->first, members.begin() + range->last + 1}, withScores);
}

struct ScoreBound {
    double score = 0;
    bool isExclusive = false;
};

std::optional<ScoreBound> readBound(std::string_view text) {
    const bool isExclusive = text.starts_with('(');
    text.remove_prefix(isExclusive ? 1 : 0);
    const auto score = readScore(text);
    return score ? std::optional(ScoreBound{*score, isExclusive}) : std::nullopt;
}

struct ScoreRange {
    ScoreBound least;
    ScoreBound most;
    bool withScores = false;
    std::int64_t offset = 0;
    std::int64_t limit = -1; ///< below zero: all

    [[nodiscard]] bool holds(double score) const {
        return (least.isExclusive ? score > least.score : score >= least.score) &&
               (most.isExclusive ? score < most.score : score <= most.score);
    }
};

tl::expected<ScoreRange, KeyValueReply> readScoreRange(const Call& call) {
    ScoreRange range;
    const auto least = readBound(call.words[2]);
    const auto most = readBound(call.words[3]);
    if (!least || !most) {
        return tl::unexpected(KeyValueReply::error("ERR min or max is not a float"));
    }
    range.least = *least;
    range.most = *most;
    for (std::size_t i = 4; i < call.words.size(); ++i) {
        if (equalsIgnoringCase(call.words[i], "withscores")) {
            range.withScores = true;
        } else if (equalsIgnoringCase(call.words[i], "limit") && i + 2 < call.words.size()) {
            const auto offset = readInteger(call.words[i + 1]);
            const auto limit = readInteger(call.words[i + 2]);
            if (!offset || !limit) {
                return tl::unexpected(notAnInteger());
            }
            range.offset = *offset;
            range.limit = *limit;
            i += 2;
        } else {
            return tl::unexpected(syntaxError());
        }
    }
    return range;
}

KeyValueReply zrangebyscore(Call& call) {
    const auto range = readScoreRange(call);
    if (!range) {
        return range.error();
    }
    const auto set = call.value<SortedSet>();
    if (!set) {
        return set.error();
    }
    Members members;
    std::int64_t skipped = 0;
    if (*set != nullptr && range->offset >= 0) {
        for (const SortedSet::Member& member : (*set)->inOrder()) {
            const bool isWanted =
                range->holds(member.first) &&
                (range->limit < 0 || static_cast<std::int64_t>(members.size()) < range->limit);
            if (isWanted && skipped++ >= range->offset) {
                members.push_back(member);
            }
        }
    }
    return shown(members, range->withScores);
}

KeyValueReply zrem(Call& call) {
    const auto set = call.value<SortedSet>();
    if (!set) {
        return set.error();
    }
    std::int64_t removed = 0;
    for (std::size_t i = 2; *set != nullptr && i < call.words.size(); ++i) {
        removed += (*set)->remove(call.words[i]) ? 1 : 0;
    }
    if (*set != nullptr) {
        call.removeIfEmpty(**set);
    }
    return KeyValueReply::integer(removed);
}

KeyValueReply zcard(Call& call) {
    const auto set = call.value<SortedSet>();
    if (!set) {
        return set.error();
    }
    return KeyValueReply::integer(*set == nullptr ? 0 : static_cast<std::int64_t>((*set)->size()));
}

KeyValueReply zincrby(Call& call) {
    const auto change = readScore(call.words[2]);
    if (!change) {
        return notAFloat();
    }
    const auto set = call.value<SortedSet>();
    if (!set) {
        return set.error();
    }
    const double old = *set == nullptr ? 0 : (*set)->score(call.words[3]).value_or(0);
    if (std::isnan(old + *change)) {
        return KeyValueReply::error("ERR resulting score is not a number (NaN)");
    }
    call.valueOrNew(*set).put(call.words[3], old + *change);
    return KeyValueReply::bulk(scoreText(old + *change));
}

} // namespace

const std::vector<Command>& sortedSetCommands() {
    static const std::vector<Command> kCommands{
        {"zadd", -4, zadd},        {"zscore", 3, zscore},  {"zrank", 3, zrank},
        {"zrevrank", 3, zrevrank}, {"zrange", -4, zrange}, {"zrangebyscore", -4, zrangebyscore},
        {"zrem", -3, zrem},        {"zcard", 2, zcard},    {"zincrby", 4, zincrby},
    };
    return kCommands;
}

} // namespace roundtrip::keys
