#include "core/web/linear_regex.h"

#include "core/kernel/utf8.h"
#include "core/web/regex_syntax.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <ranges>

namespace roundtrip {

namespace {

constexpr std::size_t kLongestProgram =
    20000; // instructions, after counted repeats are written out
constexpr std::size_t kMostVisits = 64U << 20U; // bits
constexpr std::size_t kMostSteps = 4U << 20U;   // only a loop over (?=...) can need so many
constexpr std::size_t kNowhere = SIZE_MAX;

} // namespace

bool LinearRegex::Set::contains(char32_t code, bool ignoreCase) const {
    if (code < 128)
        return ascii.test(code) != negated;
    const auto lists = [this](char32_t character) {
        return std::ranges::any_of(ranges, [character](const auto& range) {
            return character >= range.first && character <= range.second;
        });
    };
    const bool listed =
        lists(code) || (ignoreCase && (lists(lowerCase(code)) || lists(upperCase(code))));
    return listed != negated;
}

/// Writes the program from the end to the start: each part is told where to go on.
class RegexCompiler {
  public:
    explicit RegexCompiler(LinearRegex& regex) : regex_(regex) {}

    bool compile(const RegexNode& root) {
        const std::size_t accept = add({Kind::accept, 0, 0, 0});
        regex_.start_ = write(root, accept);
        bool open = true;
        readPrefix(root, open);
        return !full_;
    }

  private:
    using Instruction = LinearRegex::Instruction;
    using Kind = Instruction::Kind;
    using Node = RegexNode::Kind;

    std::size_t add(Instruction instruction) {
        full_ = full_ || regex_.program_.size() >= kLongestProgram;
        if (full_)
            return 0;
        regex_.program_.push_back(instruction);
        return regex_.program_.size() - 1;
    }

    std::size_t addSplit(std::size_t first, std::size_t second) {
        return add({Kind::split, static_cast<char32_t>(regex_.splits_++), first, second});
    }

    std::size_t write(const RegexNode& node, std::size_t next) {
        switch (node.kind) {
        case Node::empty:
            return next;
        case Node::character:
            return add(
                {Kind::character, regex_.ignoreCase_ ? lowerCase(node.code) : node.code, next, 0});
        case Node::any:
            return add({Kind::any, 0, next, 0});
        case Node::set:
            return add({Kind::set, addSet(node), next, 0});
        case Node::sequence:
            for (const RegexNode& child : std::views::reverse(node.children))
                next = write(child, next);
            return next;
        case Node::alternatives:
            return writeAlternatives(node, next);
        case Node::repeat:
            return writeRepeat(node, next);
        case Node::group: {
            const auto slot = static_cast<char32_t>(2 * node.number);
            const std::size_t close = add({Kind::save, slot + 1, next, 0});
            return add({Kind::save, slot, write(node.children[0], close), 0});
        }
        case Node::begin:
            return add({Kind::begin, 0, next, 0});
        case Node::end:
            return add({Kind::end, 0, next, 0});
        case Node::endOrNewline:
            return add({Kind::endOrNewline, 0, next, 0});
        case Node::ahead:
        case Node::notAhead: {
            const std::size_t body = write(node.children[0], add({Kind::accept, 0, 0, 0}));
            return add({node.kind == Node::ahead ? Kind::ahead : Kind::notAhead, 0, next, body});
        }
        }
        return next;
    }

    std::size_t writeAlternatives(const RegexNode& node, std::size_t next) {
        std::size_t tail = write(node.children.back(), next);
        for (std::size_t i = node.children.size() - 1; i-- > 0;)
            tail = addSplit(write(node.children[i], next), tail);
        return tail;
    }

    std::size_t writeRepeat(const RegexNode& node, std::size_t next) {
        const RegexNode& child = node.children[0];
        std::size_t tail = next;
        if (node.most == RegexNode::kUnbounded) {
            const std::size_t loop = addSplit(kNowhere, kNowhere);
            const std::size_t body = write(child, loop);
            if (full_)
                return 0;
            branch(regex_.program_[loop], body, next, node.lazy);
            tail = loop;
        } else {
            for (int i = node.least; i < node.most && !full_; ++i) {
                const std::size_t body = write(child, tail);
                const std::size_t split = addSplit(kNowhere, kNowhere);
                if (full_)
                    return 0;
                branch(regex_.program_[split], body, next, node.lazy);
                tail = split;
            }
        }
        for (int i = 0; i < node.least && !full_; ++i)
            tail = write(child, tail);
        return tail;
    }

    static void branch(Instruction& split, std::size_t body, std::size_t next, bool lazy) {
        split.next = lazy ? next : body;
        split.other = lazy ? body : next;
    }

    char32_t addSet(const RegexNode& node) {
        LinearRegex::Set set;
        set.negated = node.negated;
        set.ranges = node.ranges;
        const auto lists = [&node](char32_t code) {
            return std::ranges::any_of(node.ranges, [code](const auto& range) {
                return code >= range.first && code <= range.second;
            });
        };
        for (char32_t code = 0; code < 128; ++code) {
            const bool folded =
                regex_.ignoreCase_ && (lists(lowerCase(code)) || lists(upperCase(code)));
            set.ascii.set(code, folded || lists(code));
        }
        regex_.sets_.push_back(std::move(set));
        return static_cast<char32_t>(regex_.sets_.size() - 1);
    }

    /// Collects the literal start; `open` turns false at the first part that is no ASCII literal.
    void readPrefix(const RegexNode& node, bool& open) {
        if (!open || node.kind == Node::begin || node.kind == Node::empty)
            return;
        if (node.kind == Node::character && node.code < 128) {
            const char32_t code = regex_.ignoreCase_ ? lowerCase(node.code) : node.code;
            regex_.prefix_ += static_cast<char>(code);
        } else if (node.kind == Node::sequence || node.kind == Node::group) {
            for (const RegexNode& child : node.children)
                readPrefix(child, open);
        } else {
            open = false;
        }
    }

    LinearRegex& regex_;
    bool full_ = false;
};

/// One match: a stack of what is still to be tried, and a bit for each (split, place) tried.
class RegexRun {
  public:
    RegexRun(const LinearRegex& regex, std::string_view text, std::size_t& stepsLeft)
        : regex_(regex), text_(text), stepsLeft_(stepsLeft),
          slots_(2 * regex.groupNames_.size(), kNowhere) {
        constexpr std::size_t kUsual = 16;
        jobs_.reserve(kUsual);
        const std::size_t bits = regex.splits_ * (text.size() + 1);
        const std::size_t words = (bits + 63) / 64;
        if (words > small_.size())
            large_.resize(words);
    }

    std::optional<std::size_t> run(std::size_t start, std::size_t at) {
        jobs_.push_back({start, at, kNowhere});
        while (!jobs_.empty()) {
            const Job job = jobs_.back();
            jobs_.pop_back();
            if (job.slot != kNowhere)
                slots_[job.slot] = job.at;
            else if (const auto end = follow(job.instruction, job.at))
                return end;
        }
        return std::nullopt;
    }

    [[nodiscard]] LinearRegex::Match result(std::size_t end) const {
        LinearRegex::Match match{end, {}};
        match.groups.resize(slots_.size() / 2);
        for (std::size_t i = 0; i < match.groups.size(); ++i) {
            if (slots_[2 * i + 1] != kNowhere)
                match.groups[i] = std::pair{slots_[2 * i], slots_[2 * i + 1]};
        }
        return match;
    }

  private:
    using Kind = LinearRegex::Instruction::Kind;

    struct Job {
        std::size_t instruction;
        std::size_t at;
        std::size_t slot; ///< set: gives this slot its former value `at` back
    };

    /// Goes on until the way ends: at its goal, or nowhere.
    std::optional<std::size_t> follow(std::size_t instruction, std::size_t at) {
        while (stepsLeft_ > 0) {
            --stepsLeft_;
            const LinearRegex::Instruction& current = regex_.program_[instruction];
            switch (current.kind) {
            case Kind::accept:
                return at;
            case Kind::split:
                if (visited(current.value, at))
                    return std::nullopt;
                jobs_.push_back({current.other, at, kNowhere});
                break;
            case Kind::save:
                jobs_.push_back({0, slots_[current.value], current.value});
                slots_[current.value] = at;
                break;
            case Kind::character:
            case Kind::set:
            case Kind::any:
                if (!step(current, at))
                    return std::nullopt;
                break;
            default:
                if (!holds(current, at))
                    return std::nullopt;
            }
            instruction = current.next;
        }
        return std::nullopt;
    }

    bool step(const LinearRegex::Instruction& current, std::size_t& at) const {
        if (at >= text_.size())
            return false;
        const Utf8Character character = characterAt(text_, at);
        at += character.size;
        char32_t code = character.code;
        if (current.kind == Kind::any)
            return code != '\n';
        if (current.kind == Kind::character) {
            code = regex_.ignoreCase_ ? lowerCase(code) : code;
            return code == current.value;
        }
        return regex_.sets_[current.value].contains(code, regex_.ignoreCase_);
    }

    bool holds(const LinearRegex::Instruction& current, std::size_t at) {
        switch (current.kind) {
        case Kind::begin:
            return at == 0;
        case Kind::end:
            return at == text_.size();
        case Kind::endOrNewline:
            return at == text_.size() || (at + 1 == text_.size() && text_[at] == '\n');
        default:
            break;
        }
        const bool found = RegexRun(regex_, text_, stepsLeft_).run(current.other, at).has_value();
        return found == (current.kind == Kind::ahead);
    }

    bool visited(std::size_t split, std::size_t at) {
        const std::size_t bit = split * (text_.size() + 1) + at;
        std::uint64_t& word = large_.empty() ? small_[bit / 64] : large_[bit / 64];
        const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
        const bool before = (word & mask) != 0;
        word |= mask;
        return before;
    }

    const LinearRegex& regex_;
    std::string_view text_;
    std::size_t& stepsLeft_;
    std::vector<std::size_t> slots_;
    std::vector<Job> jobs_;
    std::array<std::uint64_t, 32> small_{};
    std::vector<std::uint64_t> large_;
};

tl::expected<LinearRegex, Error> LinearRegex::parse(std::string_view pattern, Options options) {
    auto tree = parseRegex(pattern, options.flavour);
    if (!tree)
        return tl::unexpected(tree.error());
    LinearRegex regex;
    regex.ignoreCase_ = options.ignoreCase;
    regex.groupNames_ = std::move(tree->groupNames);
    if (!RegexCompiler(regex).compile(tree->root))
        return tl::unexpected(Error{"regex-too-large", {}, std::string(pattern)});
    return regex;
}

bool LinearRegex::prefixFits(std::string_view text) const {
    if (!ignoreCase_)
        return text.starts_with(prefix_);
    const auto same = [](char mine, char theirs) {
        return mine == (theirs >= 'A' && theirs <= 'Z' ? static_cast<char>(theirs + 32) : theirs);
    };
    return text.size() >= prefix_.size() &&
           std::ranges::equal(prefix_, text.substr(0, prefix_.size()), same);
}

std::optional<LinearRegex::Match> LinearRegex::match(std::string_view text) const {
    if (!prefixFits(text) || text.size() > kLongestText ||
        splits_ * (text.size() + 1) > kMostVisits)
        return std::nullopt;
    std::size_t stepsLeft = kMostSteps;
    RegexRun run(*this, text, stepsLeft);
    const auto end = run.run(start_, 0);
    return end ? std::optional(run.result(*end)) : std::nullopt;
}

std::string escapedForRegex(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (std::string_view(R"(.+*?^${}()[]|/\)").find(c) != std::string_view::npos)
            result += '\\';
        result += c;
    }
    return result;
}

} // namespace roundtrip
