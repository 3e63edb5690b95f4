#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

namespace roundtrip {

/// The program's language; may change while it runs. Qt tells every widget (LanguageChange).
class Language : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    /// "en" or "es"; the language of the system when it is one of them, else English.
    [[nodiscard]] static QString preferred();

    [[nodiscard]] const QString& code() const { return code_; }
    /// Installs that language's texts and number formats; unknown codes mean English.
    void set(const QString& code);

  signals:
    void changed(const QString& code);

  private:
    QString code_ = QStringLiteral("en");
    QTranslator program_;
    QTranslator toolkit_;
};

} // namespace roundtrip
