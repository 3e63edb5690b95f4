#pragma once

#include "tests/support/text_file.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace roundtrip::test {

/// One row of a table in tests/data: what the formulas say about a model.
class ClosedForm {
  public:
    /// `table` is the file's name, `id` the row's first field. Ends the test when there is none.
    ClosedForm(const QString& table, const QString& id) {
        const auto lines =
            QString::fromStdString(readText("tests/data/" + table)).split('\n', Qt::SkipEmptyParts);
        const QStringList names = fieldsOf(lines.front().trimmed());
        for (const QString& line : lines) {
            const QStringList fields = fieldsOf(line.trimmed());
            for (qsizetype i = 0; fields.front() == id && i < fields.size(); ++i)
                fields_[names.at(i)] = fields[i];
        }
        if (fields_.isEmpty())
            qFatal("no row %s", qPrintable(id));
    }

    /// False when the row says nothing about it.
    [[nodiscard]] bool has(const QString& name) const { return !fields_.value(name).isEmpty(); }
    [[nodiscard]] double number(const QString& name) const {
        bool isNumber = false;
        const double value = fields_.value(name).toDouble(&isNumber);
        if (!isNumber)
            qFatal("%s is no number", qPrintable(name));
        return value;
    }
    /// A member of the JSON in a field: a number as text, or a list of them.
    [[nodiscard]] double number(const QString& field, const char* member) const {
        return valueOf(json(field).at(member));
    }
    [[nodiscard]] std::vector<double> list(const QString& field, const char* member) const {
        std::vector<double> values;
        for (const nlohmann::json& value : json(field).at(member))
            values.push_back(valueOf(value));
        return values;
    }

  private:
    [[nodiscard]] nlohmann::json json(const QString& field) const {
        return nlohmann::json::parse(fields_.value(field).toStdString());
    }
    static double valueOf(const nlohmann::json& value) {
        return value.is_string() ? std::stod(value.get<std::string>()) : value.get<double>();
    }

    /// Splits a line at commas outside quotes; a doubled quote inside quotes stands for one.
    static QStringList fieldsOf(const QString& line) {
        QStringList fields{QString()};
        bool isQuoted = false;
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (line[i] == '"' && isQuoted && i + 1 < line.size() && line[i + 1] == '"')
                fields.back() += line[++i];
            else if (line[i] == '"')
                isQuoted = !isQuoted;
            else if (line[i] == ',' && !isQuoted)
                fields.append(QString());
            else
                fields.back() += line[i];
        }
        return fields;
    }

    QHash<QString, QString> fields_;
};

} // namespace roundtrip::test
