#include "app/ui/notice_bar.h"

#include "app/narration/problem_text.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>

namespace roundtrip {

NoticeBar::NoticeBar(const Style& style, Session& session, QWidget* parent)
    : QFrame(parent), style_(style), session_(session), text_(new QLabel(this)),
      progress_(new QProgressBar(this)), close_(new QToolButton(this)) {
    setObjectName("justNow");
    setProperty("tone", "attention");
    text_->setWordWrap(true);
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->hide();
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(text_, 1);
    layout->addWidget(progress_, 1);
    layout->addWidget(close_);
    connect(close_, &QToolButton::clicked, this, &NoticeBar::close);
    connect(&session_, &Session::failed, this,
            [this](const Error& error) { tell(problemText(error)); });
    connect(&session_, &Session::progressed, this, &NoticeBar::showProgress);
    connect(&session_, &Session::rested, this, [this] {
        if (progress_->isVisible()) {
            progress_->hide();
            hide();
        }
    });
    connect(&style_, &Style::changed, this, &NoticeBar::restyle);
    restyle();
    hide();
}

void NoticeBar::tell(const QString& text) {
    text_->setText(text);
    progress_->hide();
    show();
}

void NoticeBar::tellProgress(const QString& text, double share) {
    text_->setText(text);
    progress_->setValue(static_cast<int>(share * progress_->maximum()));
    progress_->show();
    show();
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
}

void NoticeBar::showProgress(double share) {
    text_->setText(tr("Simulating…"));
    progress_->setValue(static_cast<int>(share * progress_->maximum()));
    progress_->show();
    show();
}

void NoticeBar::close() {
    if (session_.isBusy()) {
        session_.cancel();
    }
    hide();
}

void NoticeBar::restyle() {
    close_->setIcon(style_.icon(QStringLiteral("ui_close")));
    close_->setIconSize(QSize(style_.px(18), style_.px(18)));
    close_->setAccessibleName(tr("Close"));
}

void NoticeBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        restyle();
    }
    QFrame::changeEvent(event);
}

} // namespace roundtrip
