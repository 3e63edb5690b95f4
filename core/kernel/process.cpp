#include "core/kernel/process.h"

#include <exception>

namespace roundtrip {

void Process::promise_type::unhandled_exception() noexcept {
    try {
        throw;
    } catch (const std::exception& error) {
        simulation_->fail(error.what());
    } catch (...) {
        simulation_->fail("an exception of an unknown type");
    }
}

} // namespace roundtrip
