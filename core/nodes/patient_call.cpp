#include "core/nodes/patient_call.h"

#include "core/kernel/mailbox.h"
#include "core/kernel/process.h"

#include <memory>
#include <utility>

namespace roundtrip {

namespace {

/// Outlives the caller, who may have lost patience.
Process waitForAnswer(Simulation& /*for the frame*/, Task<Message> call,
                      std::shared_ptr<Mailbox<Message>> answers) {
    Message answer = co_await call;
    answers->push(std::move(answer));
}

} // namespace

Task<std::optional<Message>> callWithin(Port& port, NodeId to, Message message, SimTime patience) {
    Task<Message> call = port.callTo(to, std::move(message));
    if (patience == SimTime()) {
        Message answer = co_await call;
        co_return std::optional<Message>(std::move(answer));
    }
    Simulation& simulation = port.simulation();
    auto answers = std::make_shared<Mailbox<Message>>(simulation);
    simulation.spawn(waitForAnswer(simulation, std::move(call), answers));
    std::optional<Message> answer = co_await answers->receiveWithin(patience);
    co_return answer;
}

} // namespace roundtrip
