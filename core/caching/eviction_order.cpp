#include "core/caching/eviction_order.h"

#include <array>
#include <limits>
#include <utility>
#include <vector>

namespace roundtrip {

namespace {

using Slot = EvictionOrder::Slot;

constexpr Slot kNone = std::numeric_limits<Slot>::max();

constexpr std::array<std::pair<std::string_view, EvictionPolicy>, 5> kPolicies{
    {{"lru", EvictionPolicy::lru},
     {"lfu", EvictionPolicy::lfu},
     {"fifo", EvictionPolicy::fifo},
     {"random", EvictionPolicy::random},
     {"sieve", EvictionPolicy::sieve}}};

template <class Element>
Element& at(std::vector<Element>& elements, Slot slot) {
    if (slot >= elements.size()) {
        elements.resize(static_cast<std::size_t>(slot) + 1);
    }
    return elements[slot];
}

struct Neighbours {
    Slot newer = kNone; ///< towards the head
    Slot older = kNone; ///< towards the tail
};

/// Slots in a line, the newest at the head; the neighbours of all slots stand in one vector that
/// several lines can share.
struct SlotLine {
    Slot head = kNone;
    Slot tail = kNone;

    void pushHead(std::vector<Neighbours>& links, Slot slot) {
        at(links, slot) = {kNone, head};
        if (head == kNone) {
            tail = slot;
        } else {
            links[head].newer = slot;
        }
        head = slot;
    }
    void remove(std::vector<Neighbours>& links, Slot slot) {
        const Neighbours around = links[slot];
        (around.newer == kNone ? head : links[around.newer].older) = around.older;
        (around.older == kNone ? tail : links[around.older].newer) = around.newer;
    }
};

class FifoOrder : public EvictionOrder {
  public:
    void add(Slot slot) override { line_.pushHead(links_, slot); }
    void use(Slot /*slot*/) override {}
    void remove(Slot slot) override { line_.remove(links_, slot); }
    Slot victim() override { return line_.tail; }

  protected:
    void moveToHead(Slot slot) {
        if (line_.head != slot) {
            line_.remove(links_, slot);
            line_.pushHead(links_, slot);
        }
    }

  private:
    std::vector<Neighbours> links_;
    SlotLine line_;
};

class LruOrder : public FifoOrder {
  public:
    void use(Slot slot) override { moveToHead(slot); }
};

class SieveOrder : public EvictionOrder {
  public:
    void add(Slot slot) override {
        line_.pushHead(links_, slot);
        at(isVisited_, slot) = 0;
    }
    void use(Slot slot) override { isVisited_[slot] = 1; }
    void remove(Slot slot) override {
        if (hand_ == slot) {
            hand_ = links_[slot].newer;
        }
        line_.remove(links_, slot);
    }
    Slot victim() override {
        if (hand_ == kNone) {
            hand_ = line_.tail;
        }
        while (isVisited_[hand_] != 0) {
            isVisited_[hand_] = 0;
            const Slot next = links_[hand_].newer;
            hand_ = next == kNone ? line_.tail : next;
        }
        return hand_; // removing it moves the hand on
    }

  private:
    std::vector<Neighbours> links_;
    std::vector<std::uint8_t> isVisited_;
    SlotLine line_;
    Slot hand_ = kNone; ///< none: it begins at the tail
};

class RandomOrder : public EvictionOrder {
  public:
    explicit RandomOrder(const RandomStream& random) : random_(random) {}

    void add(Slot slot) override {
        at(places_, slot) = static_cast<Slot>(slots_.size());
        slots_.push_back(slot);
    }
    void use(Slot /*slot*/) override {}
    void remove(Slot slot) override {
        const Slot place = places_[slot];
        slots_[place] = slots_.back();
        places_[slots_[place]] = place;
        slots_.pop_back();
    }
    Slot victim() override { return slots_[random_.below(slots_.size())]; }

  private:
    RandomStream random_;
    std::vector<Slot> slots_;
    std::vector<Slot> places_; ///< where a slot stands in slots_
};

/// A line per frequency, in a line of frequencies: Ketan Shah, Mitra and Matani, 2010.
class LfuOrder : public EvictionOrder {
  public:
    void add(Slot slot) override {
        if (lowest_ == kNone || groups_[lowest_].frequency != 1) {
            lowest_ = insertGroup(1, kNone, lowest_);
        }
        join(slot, lowest_);
    }
    void use(Slot slot) override {
        const Slot group = groupOf_[slot];
        const std::uint64_t frequency = groups_[group].frequency + 1;
        Slot next = groups_[group].higher;
        if (next == kNone || groups_[next].frequency != frequency) {
            next = insertGroup(frequency, group, next);
        }
        remove(slot);
        join(slot, next);
    }
    void remove(Slot slot) override {
        const Slot group = groupOf_[slot];
        groups_[group].line.remove(links_, slot);
        if (groups_[group].line.head == kNone) {
            removeGroup(group);
        }
    }
    Slot victim() override { return groups_[lowest_].line.tail; }

  private:
    struct Group {
        std::uint64_t frequency = 1;
        SlotLine line;
        Slot lower = kNone;
        Slot higher = kNone;
    };

    void join(Slot slot, Slot group) {
        groups_[group].line.pushHead(links_, slot);
        at(groupOf_, slot) = group;
    }
    Slot insertGroup(std::uint64_t frequency, Slot lower, Slot higher) {
        Slot group = static_cast<Slot>(groups_.size());
        if (free_.empty()) {
            groups_.emplace_back();
        } else {
            group = free_.back();
            free_.pop_back();
        }
        groups_[group] = {frequency, {}, lower, higher};
        if (lower != kNone) {
            groups_[lower].higher = group;
        }
        if (higher != kNone) {
            groups_[higher].lower = group;
        }
        return group;
    }
    void removeGroup(Slot group) {
        const Group gone = groups_[group];
        (gone.lower == kNone ? lowest_ : groups_[gone.lower].higher) = gone.higher;
        if (gone.higher != kNone) {
            groups_[gone.higher].lower = gone.lower;
        }
        free_.push_back(group);
    }

    std::vector<Neighbours> links_;
    std::vector<Slot> groupOf_;
    std::vector<Group> groups_;
    std::vector<Slot> free_; ///< groups that can be used again
    Slot lowest_ = kNone;
};

} // namespace

std::optional<EvictionPolicy> parseEvictionPolicy(std::string_view name) {
    for (const auto& [known, policy] : kPolicies) {
        if (known == name) {
            return policy;
        }
    }
    return std::nullopt;
}

std::string_view toString(EvictionPolicy policy) {
    return kPolicies[static_cast<std::size_t>(policy)].first;
}

std::unique_ptr<EvictionOrder> makeEvictionOrder(EvictionPolicy policy,
                                                 const RandomStream& random) {
    switch (policy) {
    case EvictionPolicy::lru:
        return std::make_unique<LruOrder>();
    case EvictionPolicy::lfu:
        return std::make_unique<LfuOrder>();
    case EvictionPolicy::fifo:
        return std::make_unique<FifoOrder>();
    case EvictionPolicy::random:
        return std::make_unique<RandomOrder>(random);
    case EvictionPolicy::sieve:
        return std::make_unique<SieveOrder>();
    }
    return nullptr;
}

} // namespace roundtrip
