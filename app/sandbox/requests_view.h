#pragma once

#include "app/inspector/arguments_form.h"
#include "app/playback/playback.h"
#include "app/sandbox/sandbox_document.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QWidget>

namespace roundtrip {

/// Sends one request by hand: which client, method, path, header fields, body. Beside it what was
/// sent before in this run, and what is kept with the document; either goes into the fields again.
class RequestsView : public QWidget {
    Q_OBJECT

  public:
    RequestsView(const Style& style, SandboxDocument& document, QWidget* parent = nullptr);

    void setPlayback(Playback* playback);
    /// The request as the fields say.
    [[nodiscard]] SceneRequest request() const;
    void setRequest(const SceneRequest& request);

    [[nodiscard]] QComboBox& clients() { return *clients_; }
    [[nodiscard]] ArgumentsForm& form() { return *form_; }
    [[nodiscard]] QLineEdit& name() { return *name_; }
    [[nodiscard]] QPushButton& sending() { return *send_; }
    [[nodiscard]] QPushButton& keeping() { return *keep_; }
    [[nodiscard]] QPushButton& dropping() { return *drop_; }
    [[nodiscard]] QListWidget& earlier() { return *earlier_; }

  signals:
    void commandWanted(const roundtrip::Command& command);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void refresh();
    void refreshClients();
    void refreshEarlier();
    void showForm(const nlohmann::json& arguments);
    void retranslate();
    [[nodiscard]] QString lineOf(const SceneRequest& request) const;

    SandboxDocument& document_;
    Playback* playback_ = nullptr;
    QComboBox* clients_;
    ArgumentsForm* form_;
    QLineEdit* name_;
    QPushButton* send_;
    QPushButton* keep_;
    QPushButton* drop_;
    QListWidget* earlier_;
    std::vector<SceneRequest> listed_; ///< as in the list; without a name: sent before
};

} // namespace roundtrip
