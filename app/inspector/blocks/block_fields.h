#pragma once

#include "app/inspector/blocks/block_host.h"
#include "app/inspector/blocks/text_field.h"
#include "app/inspector/setting_rows.h"
#include "app/style/style.h"
#include "core/kernel/parameter.h"

#include <QLabel>
#include <QWidget>

#include <vector>

namespace roundtrip {

/// The members of one block or route as a form, made from their descriptors. A member that has its
/// usual value and may be left out is left out.
class BlockFields : public QWidget {
    Q_OBJECT

  public:
    BlockFields(const Style& style, const std::vector<Parameter>& members, std::string pointer,
                BlockHost& host, QWidget* parent = nullptr);

    /// What is being written stays.
    void show(const nlohmann::json& block);
    /// By its name in files; null when there is none.
    [[nodiscard]] QWidget* fieldOf(const std::string& member) const;

    void focusFirst();
    /// The block may be another one by now: what is entered from here on does not count.
    void retire() { isRetired_ = true; }

  private:
    QWidget* makeField(const Parameter& member);
    QWidget* makeTextLine(const Parameter& member);
    QWidget* makeTextField(const Parameter& member);
    void takeText(const Parameter& member, const QString& text, bool isEntered);
    void enter(const Parameter& member, nlohmann::json value);
    [[nodiscard]] nlohmann::json valueOf(const Parameter& member) const;

    const Style& style_;
    const std::vector<Parameter>& members_;
    const std::string pointer_;
    BlockHost& host_;
    nlohmann::json block_;
    std::string unreadable_; ///< the member whose text is no JSON; empty: none
    bool isRetired_ = false;
    QLabel* badJson_;
};

} // namespace roundtrip
