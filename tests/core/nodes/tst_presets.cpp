#include "core/nodes/presets.h"

#include <QTest>

#include <set>

using namespace roundtrip;

class TestPresets : public QObject {
    Q_OBJECT

  private slots:
    void everyPresetFits() {
        std::size_t count = 0;
        for (const NodeKind& kind : allKinds()) {
            std::set<std::string> titles;
            for (const Preset& preset : presetsOf(kind)) {
                ++count;
                QVERIFY2(titles.insert(preset.title).second, preset.title);
                QVERIFY(preset.values.is_object() && !preset.values.empty());
                for (const auto& [name, value] : preset.values.items()) {
                    const Parameter* parameter = kind.findParameter(name);
                    QVERIFY2(parameter != nullptr, (kind.id + " " + name).c_str());
                    QVERIFY2(checkValue(*parameter, value).empty(), (kind.id + " " + name).c_str());
                }
                if (kind.check)
                    QVERIFY2(kind.check(preset.values).empty(), preset.title);
            }
        }
        QVERIFY(count >= 20);
    }

    /// Whichever is taken after another leaves nothing of the other behind, where they speak of the
    /// same thing: a database's flavours, a queue's.
    void flavoursSetTheSameThings() {
        for (const char* id : {"sql_database", "task_queue"}) {
            std::set<std::set<std::string>> members;
            for (const Preset& preset : presetsOf(*findKind(id))) {
                std::set<std::string> names;
                for (const auto& [name, value] : preset.values.items())
                    names.insert(name);
                members.insert(names);
            }
            QCOMPARE(members.size(), std::size_t{1});
        }
    }
};

QTEST_APPLESS_MAIN(TestPresets)
#include "tst_presets.moc"
