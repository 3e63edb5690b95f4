#pragma once

#include "app/playback/transport.h"
#include "app/style/style.h"

#include <QAction>
#include <QComboBox>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QWidget>

namespace roundtrip {

/// The actions of the transport; the main window owns them.
struct TransportActions {
    QAction* start = nullptr;
    QAction* stepBack = nullptr;
    QAction* play = nullptr;
    QAction* stepForward = nullptr;
    QAction* end = nullptr;
};

/// Start, step back, play, step, end; how fast, on which clock; and where one stands.
class TransportBar : public QWidget {
    Q_OBJECT

  public:
    TransportBar(const Style& style, const TransportActions& actions, QWidget* parent = nullptr);

    /// Null: nothing to play, as while a comparison is simulated. One that is deleted is let go.
    void setTransport(Transport* transport);
    [[nodiscard]] QString where() const { return where_->text(); }

    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    /// Where one row has no room, three stand below one another.
    void arrange(bool inRows);
    [[nodiscard]] int widthOfOneRow() const;
    void choose(Transport::Clock clock);
    void retranslate();
    void refresh();
    void refreshPace();

    const Style& style_;
    QPointer<Transport> transport_;
    QGridLayout* grid_ = nullptr;
    QFrame* segments_ = nullptr;
    bool isInRows_ = false;
    QComboBox* speed_;
    QPushButton* story_;
    QPushButton* trueScale_;
    QLabel* where_;
};

} // namespace roundtrip
