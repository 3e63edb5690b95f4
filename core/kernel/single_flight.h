#pragma once

#include "core/kernel/mailbox.h"

#include <map>
#include <memory>
#include <string>

namespace roundtrip {

/// Lets many ask for the same thing at a time and only the first one fetch it (after Go's
/// singleflight).
template <class T>
class SingleFlight {
  public:
    /// One fetch under way, which the others wait for with `receive`.
    using Flight = Mailbox<T>;
    struct Seat {
        std::shared_ptr<Flight> flight;
        bool isFirst = false; ///< who has it fetches, and then lands the flight
    };

    explicit SingleFlight(Simulation& simulation) : simulation_(simulation) {}

    [[nodiscard]] Seat join(const std::string& key) {
        const auto [place, isFirst] = flights_.try_emplace(key);
        if (isFirst) {
            place->second = std::make_shared<Flight>(simulation_);
        }
        return {place->second, isFirst};
    }

    /// Gives it to all who wait; who asks after that fetches anew.
    void land(const std::shared_ptr<Flight>& flight, const T& fetched) {
        std::erase_if(flights_, [&](const auto& entry) { return entry.second == flight; });
        while (flight->waitingReceivers() > 0) {
            flight->push(fetched);
        }
    }

    /// Nobody joins what is under way any more, as after a restart; it lands for those who wait.
    void forget() { flights_.clear(); }

  private:
    Simulation& simulation_;
    std::map<std::string, std::shared_ptr<Flight>> flights_;
};

} // namespace roundtrip
