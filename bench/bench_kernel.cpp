#include "bench/report.h"
#include "core/kernel/event_heap.h"
#include "core/kernel/process.h"
#include "core/kernel/random_stream.h"
#include "core/kernel/resource.h"
#include "core/kernel/ring_buffer.h"
#include "core/trace/recorder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <vector>

using namespace roundtrip;

namespace {

constexpr SimTime meanInterarrival = SimTime::microseconds(1250);
constexpr SimTime meanService = SimTime::microseconds(1000);

/// Counts values in buckets that are at most 1/32 of the value wide, as HdrHistogram does.
class Histogram {
  public:
    void add(SimTime value) { ++counts_[bucketOf(static_cast<std::uint64_t>(value.ns()))]; }

    bool operator==(const Histogram&) const = default;

  private:
    static constexpr unsigned subBits = 5;

    static std::size_t bucketOf(std::uint64_t value) {
        const auto width = static_cast<unsigned>(std::bit_width(value | ((1U << subBits) - 1)));
        const unsigned shift = width - subBits;
        return (std::size_t{shift} << subBits) + (value >> shift);
    }

    std::array<std::uint64_t, (64 - subBits + 2) << subBits> counts_{};
};

/// Integral of a count over time.
class TimeWeighted {
  public:
    void add(SimTime now, int change) {
        area_ += count_ * (now - since_).ns();
        since_ = now;
        count_ += change;
    }

    bool operator==(const TimeWeighted&) const = default;

  private:
    std::int64_t count_ = 0;
    std::int64_t area_ = 0;
    SimTime since_;
};

/// What both programs record of the same M/M/1 queue.
struct Statistics {
    Histogram responses;
    TimeWeighted present;

    void arrived(SimTime now) { present.add(now, 1); }
    void left(SimTime now, SimTime arrival) {
        present.add(now, -1);
        responses.add(now - arrival);
    }

    bool operator==(const Statistics&) const = default;
};

struct Streams {
    RandomStream arrivals{1, "bench", "arrivals"};
    RandomStream services{1, "bench", "services"};

    SimTime interarrival() { return draw(arrivals, meanInterarrival); }
    SimTime service() { return draw(services, meanService); }

  private:
    static SimTime draw(RandomStream& stream, SimTime mean) {
        return SimTime::fromSeconds(stream.exponential(mean.toSeconds()));
    }
};

/// Where a run reports what happens to its jobs; another one can write a trace.
struct NoTracer {
    void arrived(SimTime /*now*/, std::uint64_t /*job*/) {}
    void started(SimTime /*now*/, std::uint64_t /*job*/) {}
    void left(SimTime /*now*/, std::uint64_t /*job*/) {}
};

/// Writes every arrival, start and departure into a trace, as nodes do.
class TraceTracer {
  public:
    void arrived(SimTime now, std::uint64_t job) { record(now, JobArrived{.job = shortened(job)}); }
    void started(SimTime now, std::uint64_t job) { record(now, JobStarted{.job = shortened(job)}); }
    void left(SimTime now, std::uint64_t job) { record(now, JobDeparted{.job = shortened(job)}); }

  private:
    static std::uint32_t shortened(std::uint64_t job) { return static_cast<std::uint32_t>(job); }
    template <class Payload>
    void record(SimTime now, const Payload& payload) {
        recorder_.record(now, NodeId{0}, RequestId::none, SpanId::none, payload);
    }

    Recorder recorder_{std::make_shared<Trace>(), RecordingLevel{}};
};

/// M/M/1 as the project's nodes are written: a coroutine per job and a Resource.
template <class Tracer>
class CoroutineQueue {
  public:
    explicit CoroutineQueue(Tracer tracer = {}) : tracer_(std::move(tracer)) {}

    Statistics run(std::uint64_t jobs) {
        simulation_.spawn(arrive(jobs));
        simulation_.run();
        return statistics_;
    }

    [[nodiscard]] Simulation& simulation() { return simulation_; }

  private:
    Process arrive(std::uint64_t jobs) {
        for (std::uint64_t job = 0; job < jobs; ++job) {
            co_await simulation_.delay(streams_.interarrival());
            simulation_.spawn(serve(job));
        }
    }

    Process serve(std::uint64_t job) {
        const SimTime arrival = simulation_.now();
        statistics_.arrived(arrival);
        tracer_.arrived(arrival, job);
        auto permit = co_await server_.acquire();
        tracer_.started(simulation_.now(), job);
        co_await simulation_.delay(streams_.service());
        statistics_.left(simulation_.now(), arrival);
        tracer_.left(simulation_.now(), job);
    }

    Tracer tracer_;
    Simulation simulation_;
    Resource server_{simulation_, 1};
    Streams streams_;
    Statistics statistics_;
};

/// The same by hand: a loop with a switch on the kind of event. Nothing can be much faster.
class HandWrittenQueue {
  public:
    Statistics run(std::uint64_t jobs) {
        jobsToCome_ = jobs;
        schedule(streams_.interarrival(), Event::arrival);
        while (!events_.empty())
            handleNext();
        return statistics_;
    }

  private:
    enum class Event : std::uint8_t { arrival, departure };

    void schedule(SimTime delay, Event event) { events_.push(now_ + delay, event); }

    void handleNext() {
        now_ = events_.topTime();
        switch (events_.pop()) {
        case Event::arrival:
            statistics_.arrived(now_);
            arrivals_.push(now_);
            if (arrivals_.size() == 1)
                schedule(streams_.service(), Event::departure);
            if (--jobsToCome_ > 0)
                schedule(streams_.interarrival(), Event::arrival);
            break;
        case Event::departure:
            statistics_.left(now_, arrivals_.pop());
            if (!arrivals_.empty())
                schedule(streams_.service(), Event::departure);
            break;
        }
    }

    EventHeap<Event> events_;
    RingBuffer<SimTime> arrivals_;
    SimTime now_;
    std::uint64_t jobsToCome_ = 0;
    Streams streams_;
    Statistics statistics_;
};

template <class Work>
double secondsOf(Work work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Runs the two by turns, so that a busy machine slows down both.
void compareQueues(bench::Report& report) {
    constexpr std::uint64_t jobs = 2'000'000;
    constexpr int rounds = 9;
    std::vector<double> coroutineSeconds;
    std::vector<double> ratios;
    for (int i = 0; i < rounds; ++i) {
        Statistics coroutine;
        Statistics byHand;
        coroutineSeconds.push_back(
            secondsOf([&] { coroutine = CoroutineQueue<NoTracer>().run(jobs); }));
        const double handSeconds = secondsOf([&] { byHand = HandWrittenQueue().run(jobs); });
        ratios.push_back(handSeconds / coroutineSeconds.back());
        if (coroutine != byHand) {
            std::fputs("the two programs did not simulate the same queue\n", stderr);
            std::exit(1);
        }
    }
    report.add("kernel.mm1_jobs_per_s", jobs / median(coroutineSeconds), "1/s");
    report.add("kernel.mm1_ratio", median(ratios), "");
}

/// The same with the full trace on, against the loop by hand without one.
void measureTraced(bench::Report& report) {
    constexpr std::uint64_t jobs = 1'000'000;
    std::vector<double> ratios(5);
    std::ranges::generate(ratios, [] {
        const double handSeconds = secondsOf([] { HandWrittenQueue().run(jobs); });
        return handSeconds / secondsOf([] { CoroutineQueue<TraceTracer>().run(jobs); });
    });
    report.add("kernel.mm1_traced_ratio", median(ratios), "");
}

/// The hold model: take the earliest of many pending events and schedule it anew.
double holdNanoseconds(std::size_t pending) {
    constexpr int holds = 2'000'000;
    RandomStream random(1, "bench", "hold");
    EventQueue queue;
    const auto hold = [&](std::coroutine_handle<> handle) {
        queue.push(SimTime::fromSeconds(random.exponential(1.0)), handle);
    };
    for (std::size_t i = 0; i < pending; ++i)
        hold(std::noop_coroutine());
    const auto holdMany = [&] {
        for (int i = 0; i < holds; ++i)
            hold(queue.pop());
    };
    holdMany();
    return secondsOf(holdMany) / holds * 1e9;
}

void measureHold(bench::Report& report) {
    std::vector<double> rounds(5);
    std::ranges::generate(rounds, [] { return holdNanoseconds(10'000); });
    report.add("kernel.hold_1e4_ns", median(rounds), "ns");
}

} // namespace

int main(int argc, char** argv) {
    bench::Report report(argc, argv);
    compareQueues(report);
    measureTraced(report);
    measureHold(report);
    return report.finish();
}
