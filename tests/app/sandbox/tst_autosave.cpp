#include "app/sandbox/autosave.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace roundtrip;

namespace {

void addBrowser(SandboxDocument& document) {
    document.addPart(*findKind("browser"), {});
}

QStringList draftsIn(const QString& folder) {
    return QDir(folder).entryList({QStringLiteral("*.draft")});
}

/// A draft as it stays behind when a program is killed: without its lock.
QString leaveBehind(const QTemporaryDir& folder, const QString& name) {
    const QTemporaryDir elsewhere;
    SandboxDocument document;
    addBrowser(document);
    Autosave autosave(document, elsewhere.path());
    autosave.keepNow();
    const QString draft = folder.filePath(name + ".draft");
    QFile::copy(elsewhere.filePath(draftsIn(elsewhere.path()).front()), draft);
    return draft;
}

} // namespace

class TestAutosave : public QObject {
    Q_OBJECT

  private slots:
    void aChangeIsKeptAMomentLater() {
        const QTemporaryDir folder;
        SandboxDocument document;
        const Autosave autosave(document, folder.path());
        QVERIFY(draftsIn(folder.path()).isEmpty());
        addBrowser(document);
        QTRY_COMPARE(draftsIn(folder.path()).size(), 1);
    }

    void aSavedDocumentNeedsNoDraft() {
        const QTemporaryDir folder;
        SandboxDocument document;
        Autosave autosave(document, folder.path());
        addBrowser(document);
        autosave.keepNow();
        QCOMPARE(draftsIn(folder.path()).size(), 1);
        QVERIFY(document.saveAs(folder.filePath("mine.roundtrip")).has_value());
        QVERIFY(draftsIn(folder.path()).isEmpty());
    }

    void goodOrderLeavesNothing() {
        const QTemporaryDir folder;
        {
            SandboxDocument document;
            Autosave autosave(document, folder.path());
            addBrowser(document);
            autosave.keepNow();
        }
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void workOfAProgramThatIsGoneIsFound() {
        const QTemporaryDir folder;
        const QString draft = leaveBehind(folder, "left");
        const auto left = Autosave::leftIn(folder.path());
        QCOMPARE(left.size(), std::size_t{1});
        QCOMPARE(left[0].draft, draft);
        QCOMPARE(left[0].scene.nodes.size(), std::size_t{1});
        QVERIFY(left[0].file.isEmpty());
    }

    void workOfAProgramThatRunsIsItsOwn() {
        const QTemporaryDir folder;
        SandboxDocument document;
        Autosave autosave(document, folder.path());
        addBrowser(document);
        autosave.keepNow();
        QVERIFY(Autosave::leftIn(folder.path()).empty());
    }

    void aDamagedDraftIsNoCrash() {
        const QTemporaryDir folder;
        QFile damaged(folder.filePath("damaged.draft"));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("{\"scene\": \"{\\\"format\\\": 1, \\\"nodes\\\": [{\\\"id\\\"");
        damaged.close();
        leaveBehind(folder, "sound");
        QCOMPARE(Autosave::leftIn(folder.path()).size(), std::size_t{1});
        QVERIFY(QFile::exists(folder.filePath("damaged.draft")));
    }
};

QTEST_MAIN(TestAutosave)
#include "tst_autosave.moc"
