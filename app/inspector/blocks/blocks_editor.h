#pragma once

#include "app/inspector/blocks/block_card.h"
#include "app/inspector/blocks/block_host.h"
#include "app/inspector/blocks/block_picker.h"
#include "app/inspector/blocks/entry_row.h"
#include "app/inspector/document_box.h"
#include "app/style/style.h"
#include "core/kernel/parameter.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <functional>
#include <utility>
#include <vector>

namespace roundtrip {

/// A setting that is a list of things with handlers (an app server's routes, the channels that it
/// listens to): the chosen one's blocks as cards that can be added, put elsewhere, nested and
/// filled in, checked while one writes. What does not fit yet stays here as a draft, and each block
/// says what is wrong with it; every other change is one new value of the whole document.
class BlocksEditor : public DocumentBox, private BlockHost {
    Q_OBJECT

  public:
    /// The parameter has `entries`. `changed` is called with each new value that fits.
    BlocksEditor(const Style& style, Parameter parameter,
                 std::function<void(nlohmann::json)> changed, QWidget* parent = nullptr);

    ~BlocksEditor() override;

    /// What is wrong with a value beside what its parameter says: with other settings together.
    using Check = std::function<Problems(const nlohmann::json& value)>;
    void setFurtherCheck(Check check) { furtherCheck_ = std::move(check); }

    /// What is open, chosen or being written stays so.
    void show(const nlohmann::json& value) override;
    /// What is on the screen, which may not fit yet.
    [[nodiscard]] const nlohmann::json& draft() const { return draft_; }

    /// The card of a block, the row of a route, or of a list with "/-" its button; null when it is
    /// not shown.
    [[nodiscard]] QWidget* stopAt(const std::string& pointer) const;
    /// Of a block, or of a route whose blocks are shown.
    [[nodiscard]] BlockCard* cardAt(const std::string& pointer) const;
    /// Shows the blocks of that route and closes the others.
    void unfold(const std::string& entry) override;
    void open(const std::string& pointer) override;
    void addBlock(const BlockPlace& place, const std::string& kind);
    /// Of the parameter's `entries`, at the end.
    void addEntry(const EntryForm& form);
    void enter(const std::string& pointer, const std::string& member,
               nlohmann::json value) override;
    void step(const std::string& pointer, BlockStep step) override;
    void move(const std::string& pointer, const BlockPlace& to) override;
    void duplicate(const std::string& pointer) override;
    void remove(const std::string& pointer) override;
    /// Back to the last value that fitted.
    void discard();
    /// The question that is open now; null: none.
    [[nodiscard]] BlockPicker* picker() const { return picker_; }

  protected:
    bool event(QEvent* event) override;

  private:
    [[nodiscard]] bool isOpen(const std::string& pointer) const override;
    void type(const std::string& pointer, const std::string& member, nlohmann::json value) override;
    [[nodiscard]] bool canStep(const std::string& pointer, BlockStep step) const override;
    void askForBlock(const BlockPlace& place, QWidget& at) override;
    void focusNeighbour(QWidget& from, int places) override;

    void makeButtons();
    void rebuild();
    void orderTabs();
    void retireFields();
    void addEntryTo(QVBoxLayout& column, std::size_t index);
    void check();
    /// Tells of the draft when it fits, and shows what is wrong with it when it does not.
    void propose();
    void takeStructure(const std::string& focus);
    void keepUnfolded(const BlockPlace& from, const BlockPlace& to);
    /// What is being written in a field counts first.
    void finishWriting();
    [[nodiscard]] QWidget* nearestStop(std::string pointer) const;
    void focusOn(const std::string& place);
    void editAsText();
    [[nodiscard]] std::string entryOf(const std::string& pointer) const;
    [[nodiscard]] std::string focusedPlace() const;

    const Style& style_;
    const Parameter parameter_;
    const std::vector<EntryForm>& forms_;
    std::function<void(nlohmann::json)> changed_;
    Check furtherCheck_;
    nlohmann::json taken_; ///< the last value that fitted, or that was shown
    nlohmann::json draft_;
    nlohmann::json before_;   ///< what was taken before `taken_`, until that one is shown
    bool isOnItsWay_ = false; ///< `taken_` was told, and has not been shown yet
    Problems problems_;
    std::string unfolded_;        ///< pointer of the route whose blocks are shown; empty: none
    std::string open_;            ///< pointer of the block whose form is open; empty: none
    std::vector<QWidget*> stops_; ///< cards, rows and buttons in the order of the screen
    QPointer<BlockPicker> picker_;
    QWidget* content_ = nullptr;
    QVBoxLayout* column_;
    QLabel* draftNote_;
    QPushButton* discard_;
    QToolButton* add_;
    QPushButton* asText_;
};

} // namespace roundtrip
