#include "app/narration/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace roundtrip {

QString Language::preferred() {
    return QLocale::system().language() == QLocale::Spanish ? QStringLiteral("es")
                                                            : QStringLiteral("en");
}

void Language::set(const QString& code) {
    code_ = code == QLatin1String("es") ? code : QStringLiteral("en");
    QLocale::setDefault(code_ == QLatin1String("es") ? QLocale(QLocale::Spanish)
                                                     : QLocale(QLocale::English));
    QCoreApplication::removeTranslator(&program_);
    QCoreApplication::removeTranslator(&toolkit_);
    // English has a file too: its plural forms.
    if (program_.load(QStringLiteral(":/translations/roundtrip_%1.qm").arg(code_))) {
        QCoreApplication::installTranslator(&program_);
    }
    if (toolkit_.load(QStringLiteral("qtbase_%1").arg(code_),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&toolkit_);
    }
    emit changed(code_);
}

} // namespace roundtrip
