#include "app/sandbox/share_dialog.h"

#include "app/sandbox/qr_code.h"
#include "app/storage/share_line.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace roundtrip {

ShareDialog::ShareDialog(const Style& style, const Scene& scene, QWidget* parent)
    : QDialog(parent), line_(new QPlainTextEdit(shareLine(scene), this)),
      copy_(new QPushButton(tr("Copy the line"), this)), code_(new QLabel(this)) {
    setWindowTitle(tr("Share as a line of text"));
    auto* how = new QLabel(tr("Send this line in a chat or a mail. Who has it chooses \"Paste\" in "
                              "the sandbox, and the document opens there."),
                           this);
    how->setWordWrap(true);
    line_->setReadOnly(true);
    line_->setAccessibleName(tr("The document as a line of text"));
    line_->setFixedHeight(style.px(110));
    line_->setTabChangesFocus(true);
    constexpr int kPixels = 3; // of a module: phones can still read it from a screen
    if (const auto code = qrCode(line_->toPlainText().toLatin1(), kPixels)) {
        code_->setPixmap(QPixmap::fromImage(*code));
        code_->setAccessibleName(tr("The same line as a QR code"));
    } else {
        code_->setText(tr("The document is too large for a QR code."));
    }
    code_->setAlignment(Qt::AlignCenter);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setIcon(QIcon());
    buttons->addButton(copy_, QDialogButtonBox::ActionRole);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(how);
    layout->addWidget(line_);
    layout->addWidget(code_, 1);
    layout->addWidget(buttons);
    setMinimumWidth(style.px(520));
    connect(copy_, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(line_->toPlainText());
        copy_->setText(tr("Copied"));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    copy_->setFocus();
}

} // namespace roundtrip
