#include "app/lessons/lesson_handout.h"
#include "app/storage/lesson_files.h"
#include "tests/support/lesson_window.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace roundtrip;
using roundtrip::testing::LessonWindow;

namespace {

constexpr double kReadable = 6.5; // points

/// As it is once every step has been done; names of values stand for numbers, which are shorter.
HandoutText finished(const LessonReading& reading, const QString& language) {
    const LessonText& text = textIn(language.toStdString(), reading.texts);
    const auto words = [](const std::string& from) {
        static const QRegularExpression kValue("\\{\\w+\\}");
        return QString::fromStdString(from).replace(kValue, "1,234.5 ms");
    };
    HandoutText handout{words(text.title), words(text.summary), {}, {}, {}};
    for (const LessonStep& step : reading.lesson->steps)
        handout.steps.push_back(
            {words(text.steps.at(step.id).title), words(text.steps.at(step.id).done)});
    for (const LessonQuizItem& item : reading.lesson->quiz) {
        HandoutText::Question question{words(text.quiz.at(item.id).question), {}, {}};
        for (const std::string& option : item.options)
            question.options << words(text.quiz.at(item.id).options.at(option));
        question.answer = words(text.quiz.at(item.id).options.at(item.answer));
        handout.questions.push_back(question);
    }
    for (const std::string& term : reading.lesson->terms)
        handout.words << QString::fromStdString(term);
    return handout;
}

QByteArray pdfOf(LessonHandout& handout) {
    const QTemporaryDir folder;
    const QString name = folder.filePath("handout.pdf");
    QFile file(name);
    return handout.write(name) && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// `/Type /Page` of a single page, not `/Pages`.
qsizetype pagesIn(const QByteArray& pdf) {
    static const QRegularExpression kPage("/Type\\s*/Page\\b(?!s)");
    auto found = kPage.globalMatch(QString::fromLatin1(pdf));
    qsizetype pages = 0;
    for (; found.hasNext(); found.next())
        ++pages;
    return pages;
}

} // namespace

class TestLessonHandout : public QObject {
    Q_OBJECT

  private slots:
    void everyLessonFitsOnOnePage_data() {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<QString>("language");
        for (const QString& lesson : builtInLessons()) {
            for (const char* language : {"en", "es"})
                QTest::addRow("%s %s", qPrintable(lesson), language) << lesson << language;
        }
    }
    void everyLessonFitsOnOnePage() {
        QFETCH(QString, lesson);
        QFETCH(QString, language);
        const LessonReading reading = loadLesson(lesson);
        LessonHandout handout(finished(reading, language), reading.lesson->scene);
        QVERIFY2(handout.height() <= LessonHandout::kHeight,
                 qPrintable(QString::number(handout.height())));
        QVERIFY2(handout.letters() >= kReadable, qPrintable(QString::number(handout.letters())));
        const QByteArray pdf = pdfOf(handout);
        QVERIFY(pdf.startsWith("%PDF-"));
        QCOMPARE(pagesIn(pdf), 1);
        QVERIFY(pdf.contains("/FontFile")); // it looks the same elsewhere
    }

    void evenTooMuchIsOnePage() {
        const LessonReading reading = loadLesson(QStringLiteral("18-caching"));
        HandoutText text = finished(reading, "en");
        const auto steps = text.steps;
        for (int i = 0; i < 20; ++i)
            text.steps.insert(text.steps.end(), steps.begin(), steps.end());
        LessonHandout handout(text, reading.lesson->scene);
        QCOMPARE(handout.letters(), LessonHandout::kSmallestLetters);
        QCOMPARE(pagesIn(pdfOf(handout)), 1);
    }

    void itHasTheLearnersOwnNumbersAndNothingOfWhatIsToCome() {
        LessonWindow window;
        const HandoutText before = handoutText(window->player(), {});
        QVERIFY(before.steps[0].done.isEmpty());
        QCOMPARE(before.steps.size(), window->player().lesson().steps.size());
        window->player().pressButton(0);
        window.settleAndSeeAll();
        const HandoutText after = handoutText(window->player(), {"Cache"});
        QVERIFY(!after.steps[0].done.isEmpty() && !after.steps[0].done.contains('{'));
        QVERIFY(after.steps[1].done.isEmpty());
        QCOMPARE(after.words, QStringList{"Cache"});
        for (const HandoutText::Question& question : after.questions)
            QVERIFY(question.options.contains(question.answer));
    }

    void theWindowSavesItAndSaysSo() {
        const QTemporaryDir folder;
        LessonWindow window;
        window->saveHandout(folder.filePath("mine.pdf"));
        QVERIFY(QFile::exists(folder.filePath("mine.pdf")));
        QVERIFY(window->notice().contains("mine.pdf"));
        window->saveHandout(folder.filePath("nowhere/mine.pdf"));
        QVERIFY(window->notice().contains("could not be written"));
    }
};

QTEST_MAIN(TestLessonHandout)
#include "tst_lesson_handout.moc"
