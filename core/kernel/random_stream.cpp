#include "core/kernel/random_stream.h"

#include "core/kernel/portable_math.h"

namespace roundtrip {

namespace {

/// FNV-1a, 64 bits.
class Hash {
  public:
    void add(std::string_view text) {
        for (const char c : text)
            add(static_cast<unsigned char>(c));
    }
    void add(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001b3U; }
    [[nodiscard]] std::uint64_t value() const { return value_; }

  private:
    std::uint64_t value_ = 0xcbf29ce484222325U;
};

/// SplitMix64 (Steele, Lea and Flood 2014), which xoshiro's authors recommend for seeding.
std::uint64_t splitMix(std::uint64_t& state) {
    state += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
}

} // namespace

RandomStream::RandomStream(std::uint64_t seed, std::string_view owner, std::string_view purpose) {
    Hash hash;
    hash.add(owner);
    hash.add(static_cast<unsigned char>(0xff)); // never in UTF-8, so ("ab", "c") is not ("a", "bc")
    hash.add(purpose);
    std::uint64_t state = splitMix(seed) ^ hash.value();
    for (std::uint64_t& word : state_)
        word = splitMix(state);
}

double RandomStream::exponentialOutside(std::size_t layer, double x) {
    const Ziggurat& table = exponentialZiggurat;
    while (layer != 0) {
        const double y = table.f[layer] + uniform() * (table.f[layer + 1] - table.f[layer]);
        if (y < portableExp(-x))
            return x;
        const std::uint64_t draw = bits();
        layer = draw % Ziggurat::layers;
        x = fractionOf(draw) * table.x[layer];
        if (x < table.x[layer + 1])
            return x;
    }
    return table.x[1] + standardExponential(); // the tail looks like the whole
}

double RandomStream::normal() {
    const Ziggurat& table = normalZiggurat;
    for (;;) {
        const std::uint64_t draw = bits();
        const std::size_t layer = draw % Ziggurat::layers;
        const double sign = (draw & Ziggurat::layers) != 0 ? -1.0 : 1.0;
        const double x = fractionOf(draw) * table.x[layer];
        if (x < table.x[layer + 1])
            return sign * x;
        if (layer == 0)
            return sign * normalTail();
        const double y = table.f[layer] + uniform() * (table.f[layer + 1] - table.f[layer]);
        if (y < portableExp(-x * x / 2))
            return sign * x;
    }
}

// Marsaglia 1964.
double RandomStream::normalTail() {
    const double start = normalZiggurat.x[1];
    for (;;) {
        const double x = standardExponential() / start;
        if (2 * standardExponential() > x * x)
            return start + x;
    }
}

double RandomStream::erlang(int stages, double mean) {
    assert(stages >= 1);
    double sum = 0.0;
    for (int i = 0; i < stages; ++i)
        sum += standardExponential();
    return sum * mean / stages;
}

double RandomStream::lognormal(double mean, double sigma) {
    return mean * portableExp(sigma * normal() - sigma * sigma / 2);
}

double RandomStream::pareto(double shape, double scale) {
    return scale * portableExp(standardExponential() / shape);
}

ZipfDistribution::ZipfDistribution(std::size_t count, double exponent)
    : exponent_(exponent), cells_(count) {
    assert(count >= 1);
    for (std::size_t rank = count; rank >= 1; --rank) // the small ones first, for precision
        totalWeight_ += weight(rank);
    fillCells();
}

// Cells of equal size; each rank that has too little for its own is filled up by one with too much.
void ZipfDistribution::fillCells() {
    std::vector<std::size_t> poor;
    std::vector<std::size_t> rich;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        cells_[i] = {probability(i + 1) * static_cast<double>(cells_.size()), i};
        (cells_[i].share < 1.0 ? poor : rich).push_back(i);
    }
    while (!poor.empty() && !rich.empty()) {
        const std::size_t receiver = poor.back();
        const std::size_t donor = rich.back();
        poor.pop_back();
        cells_[receiver].alias = donor;
        cells_[donor].share -= 1.0 - cells_[receiver].share;
        if (cells_[donor].share < 1.0) {
            rich.pop_back();
            poor.push_back(donor);
        }
    }
}

std::size_t ZipfDistribution::operator()(RandomStream& random) const {
    const std::size_t index = random.below(cells_.size());
    const Cell& cell = cells_[index];
    return 1 + (random.uniform() < cell.share ? index : cell.alias);
}

double ZipfDistribution::probability(std::size_t rank) const {
    return rank >= 1 && rank <= cells_.size() ? weight(rank) / totalWeight_ : 0.0;
}

double ZipfDistribution::weight(std::size_t rank) const {
    return portablePower(static_cast<double>(rank), -exponent_);
}

} // namespace roundtrip
