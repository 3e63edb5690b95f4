#pragma once

#include "app/narration/narrator.h"
#include "app/playback/playback.h"
#include "app/style/style.h"
#include "core/interop/client_code.h"
#include "core/web/router.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QWidget>

#include <optional>

namespace roundtrip {

/// The program behind what is seen: how a page asks (fetch, React, Vue, Angular), and how the app
/// server's handler is written (Django, Flask, Express, Rails). Both of the request at the
/// position.
class CodeView : public QWidget {
    Q_OBJECT

  public:
    CodeView(const Style& style, const Narrator& narrator, QWidget* parent = nullptr);

    void setPlayback(Playback* playback);

    [[nodiscard]] QComboBox& clientStyle() { return *clientStyle_; }
    [[nodiscard]] QComboBox& framework() { return *framework_; }
    [[nodiscard]] QString client() const { return client_->toPlainText(); }
    [[nodiscard]] QString server() const { return server_->toPlainText(); }

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void follow();
    void show();
    void showServer(std::size_t matched);
    void restyle();

    const Style& style_;
    const Narrator& narrator_;
    Playback* playback_ = nullptr;
    QLabel* hint_;
    QLabel* clientTitle_;
    QComboBox* clientStyle_;
    QPlainTextEdit* client_;
    QLabel* serverTitle_;
    QComboBox* framework_;
    QPlainTextEdit* server_;
    bool isChosen_ = false; ///< the learner chose a framework to read; else it is the server's own
};

} // namespace roundtrip
