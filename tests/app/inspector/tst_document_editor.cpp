#include "app/inspector/document_dialog.h"
#include "app/inspector/document_editor.h"
#include "core/nodes/node_kind.h"

#include <QPushButton>
#include <QTest>

using namespace roundtrip;

namespace {

using Json = nlohmann::json;

const Json kLayers = Json::parse(R"([{"use": "error_pages"}, {"use": "body_parser"},
                                     {"use": "rate_limit", "window": "1 min", "limit": 6}])");

/// An editor of an app server's layers.
struct Editor {
    Editor() {
        editor.show(kLayers);
        editor.QWidget::show();
    }
    [[nodiscard]] QStringList lines() {
        QStringList all;
        for (int row = 0; row < editor.list().count(); ++row)
            all << editor.list().item(row)->text().section(' ', 0, 0);
        return all;
    }

    Style style;
    std::vector<Json> changes;
    DocumentEditor editor{style, *findKind("app_server")->findParameter("middleware"),
                          [this](Json value) { changes.push_back(std::move(value)); }};
};

} // namespace

class TestDocumentEditor : public QObject {
    Q_OBJECT

  private slots:
    void aListIsShownInItsOrder() {
        Editor shown;
        QCOMPARE(shown.lines(), (QStringList{"error_pages", "body_parser", "rate_limit"}));
        QVERIFY(shown.editor.list().item(2)->text().contains("window 1 min"));
        QVERIFY(shown.changes.empty());
    }

    void altAndAnArrowMoveALine() {
        Editor shown;
        shown.editor.list().setCurrentRow(2);
        QTest::keyClick(&shown.editor.list(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(shown.lines(), (QStringList{"error_pages", "rate_limit", "body_parser"}));
        QCOMPARE(shown.changes.size(), std::size_t{1});
        QVERIFY(shown.changes[0][1] == kLayers[2]);
        QCOMPARE(shown.editor.list().currentRow(), 1);
        shown.editor.moveBy(-5); // out of the list: nothing
        QCOMPARE(shown.changes.size(), std::size_t{1});
    }

    void aDraggedLineIsANewOrder() {
        Editor shown;
        QVERIFY(shown.editor.list().model()->moveRow({}, 0, {}, 3));
        QTRY_COMPARE(shown.changes.size(), std::size_t{1});
        QCOMPARE(shown.lines(), (QStringList{"body_parser", "rate_limit", "error_pages"}));
        QVERIFY(shown.changes[0][2] == kLayers[0]);
    }

    void deleteTakesALineOut() {
        Editor shown;
        shown.editor.list().setCurrentRow(1);
        QTest::keyClick(&shown.editor.list(), Qt::Key_Delete);
        QCOMPARE(shown.lines(), (QStringList{"error_pages", "rate_limit"}));
        QCOMPARE(shown.changes.back().size(), std::size_t{2});
    }

    void theDialogTakesOnlyWhatFits() {
        const Style style;
        DocumentDialog dialog(style, *findKind("app_server")->findParameter("middleware"), kLayers);
        const auto* ok = dialog.buttons().button(QDialogButtonBox::Ok);
        dialog.text().setPlainText("[{\"use\": \"error_pages\"}");
        dialog.check();
        QVERIFY(!ok->isEnabled());
        QVERIFY(dialog.problems().contains("JSON"));
        dialog.text().setPlainText("[{\"use\": \"rate_limt\"}]");
        dialog.check();
        QVERIFY(!ok->isEnabled());
        QVERIFY(dialog.problems().startsWith("/0"));
        dialog.text().setPlainText("[{\"use\": \"body_parser\"}]");
        dialog.check();
        QVERIFY(ok->isEnabled());
        QVERIFY(dialog.problems().isEmpty());
        QVERIFY(dialog.value()[0]["use"] == Json("body_parser"));
    }
};

QTEST_MAIN(TestDocumentEditor)
#include "tst_document_editor.moc"
