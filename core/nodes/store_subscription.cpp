#include "core/nodes/store_subscription.h"

#include <utility>

namespace roundtrip {

Process changeSubscriptions(Simulation& simulation, Port& store,
                            std::vector<std::vector<std::string>> commands,
                            std::function<bool()> isWanted) {
    constexpr SimTime kPause = SimTime::seconds(1);
    for (std::size_t done = 0; done < commands.size() && isWanted();) {
        Message message;
        message.payload = KeyCommand{commands[done], KeyCommand::kSubscribing};
        Task<Message> call = store.call(std::move(message));
        const Message answer = co_await call;
        if (std::get<KeyReply>(answer.payload).isMissing) {
            co_await simulation.delay(kPause);
        } else {
            ++done;
        }
    }
}

} // namespace roundtrip
