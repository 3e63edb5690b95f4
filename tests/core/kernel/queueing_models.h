#pragma once

#include "core/kernel/process.h"
#include "core/kernel/random_stream.h"
#include "core/kernel/resource.h"

#include <cmath>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace roundtrip::test {

/// Mean and standard error of correlated observations by batch means. The first batch is dropped as
/// the warm-up.
class Estimator {
  public:
    explicit Estimator(std::uint64_t batchSize) : batchSize_(batchSize) {}

    void add(double value) {
        sum_ += value;
        if (++count_ == batchSize_) {
            batches_.push_back(sum_ / static_cast<double>(batchSize_));
            sum_ = 0.0;
            count_ = 0;
        }
    }

    [[nodiscard]] double mean() const {
        double sum = 0.0;
        for (std::size_t i = 1; i < batches_.size(); ++i)
            sum += batches_[i];
        return sum / used();
    }
    [[nodiscard]] double standardError() const {
        const double center = mean();
        double squares = 0.0;
        for (std::size_t i = 1; i < batches_.size(); ++i)
            squares += (batches_[i] - center) * (batches_[i] - center);
        return std::sqrt(squares / (used() - 1) / used());
    }

  private:
    [[nodiscard]] double used() const { return static_cast<double>(batches_.size() - 1); }

    std::uint64_t batchSize_;
    std::uint64_t count_ = 0;
    double sum_ = 0.0;
    std::vector<double> batches_;
};

/// Average of a count over time.
class TimeAverage {
  public:
    void change(SimTime now, int by) {
        area_ += count_ * (now - since_).toSeconds();
        since_ = now;
        count_ += by;
    }
    [[nodiscard]] double mean() const { return area_ / since_.toSeconds(); }

  private:
    int count_ = 0;
    double area_ = 0.0;
    SimTime since_;
};

using Service = std::function<double(RandomStream&)>;

/// Jobs that come as a Poisson process and go through some queues. A subclass says which; the unit
/// is the second.
class OpenQueue {
  public:
    static constexpr std::uint64_t batches = 41;

    OpenQueue(double arrivalRate, std::uint64_t jobs)
        : response(jobs / batches), wait(jobs / batches), arrivalRate_(arrivalRate), jobs_(jobs) {}
    virtual ~OpenQueue() = default;

    [[nodiscard]] Simulation& simulation() { return simulation_; }

    void run() {
        simulation_.spawn(arrive());
        simulation_.run();
    }

    Estimator response;
    Estimator wait;
    TimeAverage present;

  protected:
    virtual Process serve() = 0;

    [[nodiscard]] SimTime now() const { return simulation_.now(); }
    [[nodiscard]] double secondsSince(SimTime start) const { return (now() - start).toSeconds(); }
    [[nodiscard]] Delay work(double seconds) {
        return simulation_.delay(SimTime::fromSeconds(seconds));
    }

    RandomStream services_{11, "queue", "services"};

  private:
    Process arrive() {
        for (std::uint64_t job = 0; job < jobs_; ++job) {
            co_await work(arrivals_.exponential(1 / arrivalRate_));
            simulation_.spawn(serve());
        }
    }

    double arrivalRate_;
    std::uint64_t jobs_;
    Simulation simulation_;
    RandomStream arrivals_{11, "queue", "arrivals"};
};

/// G servers before one line; a job that finds `capacity` others is turned away.
class MultiServer : public OpenQueue {
  public:
    MultiServer(double arrivalRate, std::uint64_t jobs, int servers, Service service,
                std::size_t capacity = SIZE_MAX)
        : OpenQueue(arrivalRate, jobs), blocked(jobs / batches), busy(),
          service_(std::move(service)), capacity_(capacity), servers_(simulation(), servers) {}

    Estimator blocked;
    TimeAverage busy;

  private:
    Process serve() override {
        const bool isFull = servers_.queueLength() + busyServers() >= capacity_;
        blocked.add(isFull ? 1.0 : 0.0);
        if (isFull)
            co_return;
        const SimTime arrival = now();
        present.change(arrival, 1);
        const Permit permit = co_await servers_.acquire();
        wait.add(secondsSince(arrival));
        busy.change(now(), 1);
        co_await work(service_(services_));
        busy.change(now(), -1);
        present.change(now(), -1);
        response.add(secondsSince(arrival));
    }

    [[nodiscard]] std::size_t busyServers() const {
        return static_cast<std::size_t>(servers_.busy());
    }

    Service service_;
    std::size_t capacity_;
    Resource servers_;
};

/// One server, two classes; the first is served first but does not interrupt.
class PriorityQueue : public OpenQueue {
  public:
    PriorityQueue(double firstRate, double secondRate, std::uint64_t jobs)
        : OpenQueue(firstRate + secondRate, jobs),
          shareOfFirst_(firstRate / (firstRate + secondRate)),
          server_(simulation(), 1, QueueDiscipline::priority) {
        // Somewhat fewer than arrive, so that the last batch is surely filled.
        byClass.emplace_back(static_cast<std::uint64_t>(0.99 * shareOfFirst_ * jobs / batches));
        byClass.emplace_back(
            static_cast<std::uint64_t>(0.99 * (1 - shareOfFirst_) * jobs / batches));
    }

    std::vector<Estimator> byClass; ///< waiting times

  private:
    Process serve() override {
        const SimTime arrival = now();
        const int level = services_.uniform() < shareOfFirst_ ? 0 : 1;
        const Permit permit = co_await server_.acquire(level);
        byClass[static_cast<std::size_t>(level)].add(secondsSince(arrival));
        co_await work(services_.exponential(1.0));
        response.add(secondsSince(arrival));
    }

    double shareOfFirst_;
    Resource server_;
};

/// Processor sharing.
class SharedQueue : public OpenQueue {
  public:
    SharedQueue(double arrivalRate, std::uint64_t jobs)
        : OpenQueue(arrivalRate, jobs), slowdown(jobs / batches), cpu_(simulation()) {}

    Estimator slowdown; ///< response over demand

  private:
    Process serve() override {
        const SimTime arrival = now();
        const SimTime demand = SimTime::fromSeconds(services_.exponential(1.0));
        present.change(arrival, 1);
        co_await cpu_.serve(demand);
        present.change(now(), -1);
        response.add(secondsSince(arrival));
        if (demand > SimTime::milliseconds(100))
            slowdown.add(secondsSince(arrival) / demand.toSeconds());
    }

    SharedProcessor cpu_;
};

/// Queues with one server each, one after the other.
class Tandem : public OpenQueue {
  public:
    Tandem(double arrivalRate, std::uint64_t jobs, const std::vector<double>& rates)
        : OpenQueue(arrivalRate, jobs) {
        for (const double rate : rates) {
            stations_.push_back({std::make_unique<Resource>(simulation(), 1), rate});
            byStation.emplace_back(jobs / batches);
        }
    }

    std::vector<Estimator> byStation; ///< response times

  private:
    struct Station {
        std::unique_ptr<Resource> server;
        double rate;
    };

    Process serve() override {
        const SimTime arrival = now();
        present.change(arrival, 1);
        for (std::size_t i = 0; i < stations_.size(); ++i)
            co_await pass(i);
        present.change(now(), -1);
        response.add(secondsSince(arrival));
    }

    Task<> pass(std::size_t index) {
        const SimTime arrival = now();
        const Permit permit = co_await stations_[index].server->acquire();
        co_await work(services_.exponential(1 / stations_[index].rate));
        byStation[index].add(secondsSince(arrival));
    }

    std::vector<Station> stations_;
};

} // namespace roundtrip::test
