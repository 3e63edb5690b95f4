#include "app/canvas/canvas_painter.h"
#include "bench/report.h"

#include <QApplication>
#include <QImage>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <string>
#include <vector>

using namespace roundtrip;

namespace {

constexpr int kFrames = 200;

double cpuMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// A grid of cards, each joined to the next.
CanvasModel gridOf(std::size_t nodes, std::size_t messages) {
    CanvasModel model;
    const auto columns = static_cast<std::size_t>(std::ceil(std::sqrt(nodes * 1.6)));
    for (std::size_t i = 0; i < nodes; ++i) {
        CanvasNode node;
        node.id = NodeId{static_cast<std::uint16_t>(i)};
        node.icon = QStringLiteral("app_server");
        node.name = QStringLiteral("App server %1").arg(i);
        const auto column = static_cast<double>(i % columns);
        const std::size_t row = i / columns;
        node.rect = QRectF(column * 260, static_cast<double>(row) * 190, 176, 140);
        node.gauges = {{QString(), GaugeInfo::Look::boxes, 0, 8},
                       {QString(), GaugeInfo::Look::bar, 0, 100}};
        model.nodes.push_back(std::move(node));
    }
    for (std::size_t i = 0; i + 1 < nodes; ++i) {
        CanvasLink link;
        link.id = LinkId{static_cast<std::uint16_t>(i)};
        link.from = i;
        link.to = i + 1;
        const QPointF a = model.nodes[i].rect.center();
        const QPointF b = model.nodes[i + 1].rect.center();
        link.curve = {a, a + QPointF((b.x() - a.x()) / 2, 0), b - QPointF((b.x() - a.x()) / 2, 0),
                      b};
        link.label = QStringLiteral("1 ms");
        model.links.push_back(std::move(link));
    }
    for (std::size_t i = 0; i < messages; ++i) {
        CanvasMessage message;
        message.id = MessageId{static_cast<std::uint32_t>(i + 1)};
        message.kind = static_cast<MessageKind>(i % 6);
        message.link = i % model.links.size();
        model.messages.push_back(std::move(message));
    }
    return model;
}

/// Every card and every message changes at every frame.
void animate(CanvasModel& model, int frame) {
    for (std::size_t i = 0; i < model.nodes.size(); ++i) {
        CanvasNode& node = model.nodes[i];
        const int value = (frame + static_cast<int>(i)) % 9;
        node.headline = QStringLiteral("%1 requests").arg(frame + static_cast<int>(i));
        node.isActive = value % 2 == 0;
        node.gauges[0].value = value;
        node.gauges[0].text = QStringLiteral("%1 of 8 workers busy").arg(value);
        node.gauges[1].value = value * 10;
        node.gauges[1].text = QStringLiteral("%1 of 100 keys").arg(value * 10);
    }
    for (std::size_t i = 0; i < model.messages.size(); ++i) {
        const double share = std::fmod(static_cast<double>(i) * 0.137 + frame * 0.01, 1.0);
        model.messages[i].at = model.links[model.messages[i].link].pointAt(share);
    }
}

/// Frames with a pause of panning and zooming in the middle; CPU time of each.
std::vector<double> frames(std::size_t nodes, std::size_t messages, QSize size, double ratio) {
    Style style;
    CanvasPainter painter(style);
    CanvasModel model = gridOf(nodes, messages);
    animate(model, 0);
    const QRectF bounds = model.bounds();
    QImage target(size * ratio, QImage::Format_ARGB32_Premultiplied);
    target.setDevicePixelRatio(ratio);
    std::vector<double> times;
    for (int frame = 0; frame < kFrames; ++frame) {
        animate(model, frame);
        constexpr int kMovesFrom = kFrames / 3;
        const bool isMoving = frame >= kMovesFrom && frame < kFrames / 2;
        const double zoom = std::min(size.width() / bounds.width(), 1.0) *
                            (isMoving ? 1 + 0.01 * (frame - kMovesFrom) : 1.0);
        CanvasView view;
        view.size = size;
        view.ratio = ratio;
        view.transform = QTransform::fromScale(zoom, zoom);
        painter.setInteracting(isMoving);
        const double before = cpuMilliseconds();
        QPainter onto(&target);
        painter.paint(onto, model, view);
        onto.end();
        times.push_back(cpuMilliseconds() - before);
    }
    std::ranges::sort(times);
    return times;
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    bench::Report report(argc, argv);
    const QSize fullHd(1920, 1080);
    const auto few = frames(200, 2000, fullHd, 1);
    report.add("canvas.cpu_ms_200_2000", few[few.size() / 2], "ms");
    report.add("canvas.p99_ms_200_2000", few[few.size() * 99 / 100], "ms");
    const auto many = frames(500, 10'000, fullHd, 1);
    report.add("canvas.cpu_ms_500_10000", many[many.size() / 2], "ms");
    const auto large = frames(200, 2000, fullHd, 2);
    report.add("canvas.cpu_ms_4k2x", large[large.size() / 2], "ms");
    return report.finish();
}
