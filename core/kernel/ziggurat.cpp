#include "core/kernel/ziggurat.h"

#include "core/kernel/portable_math.h"

namespace roundtrip {

namespace {

constexpr double squareRoot(double value) {
    double root = value > 1.0 ? value : 1.0;
    for (int i = 0; i < 60 && value > 0.0; ++i)
        root = (root + value / root) / 2;
    return value > 0.0 ? root : 0.0;
}

struct Exponential {
    static constexpr double density(double x) { return portableExp(-x); }
    static constexpr double inverse(double y) { return -portableLog(y); }
};

struct HalfNormal {
    static constexpr double density(double x) { return portableExp(-x * x / 2); }
    static constexpr double inverse(double y) { return squareRoot(-2 * portableLog(y)); }
};

// `tailStart` and `area` solve the closing condition x[256] = 0 for 256 layers.
template <class Shape>
constexpr Ziggurat build(double tailStart, double area) {
    Ziggurat table{};
    table.x[0] = area / Shape::density(tailStart);
    table.x[1] = tailStart;
    for (std::size_t i = 1; i + 1 < Ziggurat::layers; ++i)
        table.x[i + 1] = Shape::inverse(Shape::density(table.x[i]) + area / table.x[i]);
    table.x[Ziggurat::layers] = 0.0;
    for (std::size_t i = 0; i <= Ziggurat::layers; ++i)
        table.f[i] = Shape::density(table.x[i]);
    table.f[0] = 0.0;
    return table;
}

} // namespace

constinit const Ziggurat exponentialZiggurat =
    build<Exponential>(7.697117470131049714, 0.00394965982258155722);
constinit const Ziggurat normalZiggurat =
    build<HalfNormal>(3.654152885361008772, 0.00492867323397465535);

} // namespace roundtrip
