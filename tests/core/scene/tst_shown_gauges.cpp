#include "core/nodes/node_kind.h"
#include "core/scene/shown_gauges.h"
#include "tests/support/scene_run.h"
#include "tests/support/std_string.h"

#include <QTest>

#include <algorithm>

using namespace roundtrip;
using namespace roundtrip::test;

namespace {

std::vector<std::string> gaugesOf(const Scene& scene, std::string_view id) {
    const SceneNode& node = *scene.findNode(id);
    std::vector<std::string> names;
    for (const std::size_t index : ShownGauges(scene).of(node))
        names.push_back(findKind(node.kind)->gauges[index].name);
    return names;
}

using Names = std::vector<std::string>;

} // namespace

class TestShownGauges : public QObject {
    Q_OBJECT

  private slots:
    void aCardShowsOnlyGaugesThatMeanSomething() {
        const Scene scene = loadScene("tests/scenes/transactions.roundtrip");
        QCOMPARE(gaugesOf(scene, "app"), (Names{"workers", "queue", "pool"}));
        QCOMPARE(gaugesOf(scene, "database"), (Names{"connections", "rows"}));
        QCOMPARE(gaugesOf(scene, "replica"), (Names{"connections", "rows", "behind"}));
        const Scene shop = loadScene("tests/scenes/shop.roundtrip");
        QCOMPARE(gaugesOf(shop, "app"), (Names{"workers", "queue"}));
    }

    void whatAGaugeNeedsExists() {
        for (const NodeKind& kind : allKinds()) {
            for (const GaugeInfo& gauge : kind.gauges) {
                const bool isPort =
                    std::ranges::find(kind.ports, gauge.needs, &PortInfo::name) != kind.ports.end();
                QVERIFY2(gauge.needs.empty() || isPort || kind.findParameter(gauge.needs),
                         (kind.id + " " + gauge.name).c_str());
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestShownGauges)
#include "tst_shown_gauges.moc"
