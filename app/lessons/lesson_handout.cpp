#include "app/lessons/lesson_handout.h"

#include "app/lessons/lesson_tile.h"
#include "app/style/style.h"

#include <QCoreApplication>
#include <QFile>
#include <QImage>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTextDocumentFragment>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace roundtrip {

namespace {

constexpr double kMargin = 15;       // millimetres, around what is printed
constexpr double kStillHeight = 112; // points
constexpr double kShrink = 0.25;     // of the letters, in points
constexpr int kPointsPerInch = 72;
constexpr int kFineness = 4; // laid out in quarters of a point: sizes of letters are whole numbers
constexpr int kDotsPerInch = 1200;

QString tr(const char* text) {
    return QCoreApplication::translate("roundtrip::LessonHandout", text);
}

/// The sentence alone, without the page around it, in letters of the size that the page says.
QString htmlOf(const QString& markdown) {
    static const QRegularExpression kSize(QStringLiteral("font-size:[^;\"]*;?"));
    const QString page = QTextDocumentFragment::fromMarkdown(markdown).toHtml();
    const QString begin = QStringLiteral("<!--StartFragment-->");
    const qsizetype from = page.indexOf(begin) + begin.size();
    return page.mid(from, page.indexOf(QLatin1String("<!--EndFragment-->")) - from).remove(kSize);
}

QString paragraph(const QString& html, const char* kind = "") {
    return QStringLiteral("<p class=\"%1\">%2</p>").arg(QLatin1String(kind), html);
}

QString stepsOf(const HandoutText& text) {
    QString html;
    for (std::size_t i = 0; i < text.steps.size(); ++i) {
        const HandoutText::Step& step = text.steps[i];
        QString line = QStringLiteral("<b>%1 · %2</b>").arg(i + 1).arg(htmlOf(step.title));
        if (!step.done.isEmpty()) {
            line += QStringLiteral("<br>") + htmlOf(step.done);
        }
        html += paragraph(line);
    }
    return html;
}

QString letterOf(qsizetype option) {
    return QString(QChar(static_cast<char16_t>(u'a' + option)));
}

QString questionsOf(const HandoutText& text) {
    QString html;
    for (std::size_t i = 0; i < text.questions.size(); ++i) {
        const HandoutText::Question& asked = text.questions[i];
        QStringList options;
        for (const QString& option : asked.options) {
            options
                << QStringLiteral("<b>%1)</b> %2").arg(letterOf(options.size()), htmlOf(option));
        }
        html += paragraph(
            QStringLiteral("%1. %2<br>%3")
                .arg(i + 1)
                .arg(htmlOf(asked.question), options.join(QStringLiteral("&nbsp;&nbsp; "))));
    }
    return html;
}

QString answersOf(const HandoutText& text) {
    QStringList answers;
    for (const HandoutText::Question& asked : text.questions) {
        answers << QStringLiteral("%1%2")
                       .arg(answers.size() + 1)
                       .arg(letterOf(asked.options.indexOf(asked.answer)));
    }
    return answers.join(QStringLiteral(", "));
}

QString pageOf(const HandoutText& text) {
    const auto head = [](const char* words) {
        return paragraph(QStringLiteral("<b>%1</b>").arg(tr(words).toHtmlEscaped()), "head");
    };
    QString page =
        paragraph(
            QStringLiteral("<span class=\"title\"><b>%1</b></span>").arg(htmlOf(text.title))) +
        paragraph(htmlOf(text.summary)) +
        QStringLiteral("<p><img src=\"still\" width=\"%1\" height=\"%2\"></p>")
            .arg(LessonHandout::kWidth * kFineness)
            .arg(kStillHeight * kFineness) +
        stepsOf(text);
    if (!text.questions.empty()) {
        page +=
            head(QT_TRANSLATE_NOOP("roundtrip::LessonHandout", "Questions")) + questionsOf(text);
    }
    if (!text.words.isEmpty()) {
        const QString words = tr(QT_TRANSLATE_NOOP("roundtrip::LessonHandout", "Words: %1"));
        page += paragraph(words.arg(text.words.join(QStringLiteral(" · "))).toHtmlEscaped());
    }
    if (!text.questions.empty()) {
        const QString answers = tr(QT_TRANSLATE_NOOP("roundtrip::LessonHandout", "Answers: %1"));
        page += paragraph(answers.arg(answersOf(text)).toHtmlEscaped(), "small");
    }
    return page;
}

QString sheetFor(double letters) {
    return QStringLiteral("p { margin: 0 0 %2px 0; font-size: %1px; }"
                          ".title { font-size: %3px; } p.head { margin-top: %2px; }"
                          "p.small { font-size: %4px; color: #5B6577; }")
        .arg(std::lround(letters * kFineness))
        .arg(std::lround(letters * 0.45 * kFineness))
        .arg(std::lround(letters * 1.9 * kFineness))
        .arg(std::lround(std::max(LessonHandout::kSmallestLetters, letters * 0.7) * kFineness));
}

/// On paper the colours are those of the light theme, whatever the screen's are.
QImage stillOf(const Scene& scene) {
    const Style paper;
    QImage image(QSize(static_cast<int>(LessonHandout::kWidth), static_cast<int>(kStillHeight)) *
                     kFineness,
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kFineness);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(0, 0, LessonHandout::kWidth, kStillHeight);
    paintStill(painter, box, scene, paper);
    return image;
}

} // namespace

HandoutText handoutText(const LessonPlayer& player, const QStringList& words) {
    const LessonText& text = player.text();
    HandoutText handout{.title = QString::fromStdString(text.title),
                        .summary = QString::fromStdString(text.summary),
                        .words = words};
    for (std::size_t i = 0; i < player.lesson().steps.size(); ++i) {
        const LessonStepText& step = text.steps.at(player.lesson().steps[i].id);
        handout.steps.push_back(
            {player.filled(step.title), player.isDone(i) ? player.filled(step.done) : QString()});
    }
    for (const LessonQuizItem& item : player.lesson().quiz) {
        const LessonQuizText& asked = text.quiz.at(item.id);
        HandoutText::Question question{.question = player.filled(asked.question)};
        for (const std::string& option : item.options) {
            question.options << player.filled(asked.options.at(option));
            if (option == item.answer) {
                question.answer = question.options.last();
            }
        }
        handout.questions.push_back(std::move(question));
    }
    return handout;
}

LessonHandout::LessonHandout(const HandoutText& text, const Scene& scene) {
    QFont font = Style().font(kLargestLetters);
    font.setHintingPreference(QFont::PreferNoHinting); // it is printed larger than it is laid out
    document_.setDefaultFont(font);
    document_.setUseDesignMetrics(true);
    document_.setDocumentMargin(0);
    const QString page = pageOf(text);
    document_.addResource(QTextDocument::ImageResource, QUrl(QStringLiteral("still")),
                          stillOf(scene));
    for (;; letters_ -= kShrink) {
        document_.setDefaultStyleSheet(sheetFor(letters_));
        document_.setHtml(page);
        document_.setMetaInformation(QTextDocument::DocumentTitle, text.title);
        document_.setTextWidth(kWidth * kFineness);
        if (height() <= kHeight || letters_ <= kSmallestLetters) {
            return;
        }
    }
}

double LessonHandout::height() const {
    return document_.size().height() / kFineness;
}

bool LessonHandout::write(const QString& file) {
    QFile target(file);
    if (!target.open(QIODevice::WriteOnly)) {
        return false;
    }
    QPdfWriter writer(&target);
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(kMargin, kMargin, kMargin, kMargin), QPageLayout::Millimeter);
    writer.setTitle(document_.metaInformation(QTextDocument::DocumentTitle));
    writer.setCreator(QStringLiteral("Roundtrip"));
    QPainter painter;
    if (!painter.begin(&writer)) {
        return false;
    }
    const double tooTall = std::max(1.0, height() / kHeight); // where even small letters do not fit
    const double scale = kDotsPerInch / (kPointsPerInch * kFineness * tooTall);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.scale(scale, scale);
    document_.drawContents(&painter);
    return painter.end() && target.flush() && target.error() == QFileDevice::NoError;
}

} // namespace roundtrip
