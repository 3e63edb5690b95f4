#pragma once

#include "app/narration/analogy.h"
#include "app/style/style.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace roundtrip {

/// Which shape, or drawing of an analogy, is which kind of message. Stands in its parent's lower
/// left corner, in as many rows as it takes.
class Legend : public QWidget {
    Q_OBJECT

  public:
    explicit Legend(const Style& style, QWidget* parent = nullptr);

    void setAnalogy(std::optional<Analogy> analogy);
    /// Takes its place; hides where it would cover too much of the parent.
    void place();
    /// What it says, in order.
    [[nodiscard]] QStringList texts() const;

    [[nodiscard]] QSize sizeHint() const override;

  signals:
    /// So much of the parent's lower edge is covered now: 0 when it is hidden.
    void placed(int height);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    struct Entry {
        MessageKind kind = MessageKind::request;
        bool isFailure = false;
        QString text;
        QByteArray drawing;
        QPoint at; ///< upper left corner
    };
    [[nodiscard]] std::vector<Entry> entries() const;
    [[nodiscard]] int widthOf(const QString& text) const;

    const Style& style_;
    std::optional<Analogy> analogy_;
};

} // namespace roundtrip
