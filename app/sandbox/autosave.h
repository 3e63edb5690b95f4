#pragma once

#include "app/sandbox/sandbox_document.h"

#include <QLockFile>
#include <QTimer>

#include <memory>

namespace roundtrip {

/// Work that was not saved when a program ended badly.
struct LeftWork {
    QString draft; ///< the file that holds it
    QString file;  ///< the document it belongs to; empty: it never had one
    Scene scene;
};

/// Keeps a document's unsaved changes in a draft, a moment after each, so that a crash loses
/// nothing. The draft goes when the document is saved or closed in good order.
class Autosave : public QObject {
    Q_OBJECT

  public:
    /// `folder` is made when it is missing; empty: nothing is kept.
    Autosave(SandboxDocument& document, QString folder);
    ~Autosave() override;

    /// At once instead of in a moment.
    void keepNow();
    /// The user gives the changes up, or they are saved.
    void drop();

    /// Drafts whose program is no longer there. Those that can't be read stay where they are.
    [[nodiscard]] static std::vector<LeftWork> leftIn(const QString& folder);

    static constexpr int kMilliseconds = 1000;

  private:
    void follow();

    SandboxDocument& document_;
    QString folder_;
    QString draft_;
    std::unique_ptr<QLockFile> lock_;
    QTimer timer_;
};

} // namespace roundtrip
