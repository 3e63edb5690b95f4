#pragma once

#include "app/narration/narrator.h"
#include "app/playback/playback.h"
#include "app/style/style.h"

#include <QLabel>
#include <QSlider>
#include <QVBoxLayout>
#include <QWidget>

namespace roundtrip {

/// One line between two parts: how far it is, as a slider from the same room to another continent,
/// and its settings as a form. Changing one is a command.
class LinkView : public QWidget {
    Q_OBJECT

  public:
    LinkView(const Style& style, const Narrator& narrator, QWidget* parent = nullptr);

    void setPlayback(Playback* playback);
    void showLink(LinkId link);
    /// The keyboard goes on from there to the slider, and to the form.
    void setBefore(QWidget* before) { before_ = before; }
    [[nodiscard]] LinkId link() const { return link_; }
    [[nodiscard]] QSlider& distance() { return *distance_; }
    /// What the slider says in words.
    [[nodiscard]] QString place() const { return place_->text(); }
    /// The editor of a setting, by its name in files; null when there is none.
    [[nodiscard]] QWidget* editorOf(const QString& parameter) const;

  signals:
    void commandWanted(const roundtrip::Command& command);

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void rebuild();
    void buildDistance();
    void buildForm();
    void orderFocus();
    void refresh();
    void tellPlace(int place);
    void showPlace(const nlohmann::json& latency);
    void want(const std::string& parameter, nlohmann::json value);
    [[nodiscard]] nlohmann::json valueNow(const Parameter& parameter) const;

    const Style& style_;
    const Narrator& narrator_;
    Playback* playback_ = nullptr;
    LinkId link_ = LinkId::none;
    QVBoxLayout* layout_;
    QWidget* content_ = nullptr;
    QSlider* distance_ = nullptr;
    QLabel* place_ = nullptr;
    QWidget* before_ = nullptr;
};

} // namespace roundtrip
