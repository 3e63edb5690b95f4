#pragma once

#include "app/inspector/blocks/handler_edits.h"

#include <nlohmann/json.hpp>

#include <string>

class QWidget;

namespace roundtrip {

/// What the parts of a block editor ask of it. Pointers are those of the blocks and routes, see
/// handler_edits.h.
class BlockHost {
  public:
    virtual ~BlockHost() = default;

    /// Shows the blocks of a route, or hides them.
    virtual void unfold(const std::string& entry) = 0;
    /// Opens the form of a block or a route, or closes it when it is open.
    virtual void open(const std::string& pointer) = 0;
    [[nodiscard]] virtual bool isOpen(const std::string& pointer) const = 0;
    /// A member has a new value; null: it is not given any more.
    virtual void enter(const std::string& pointer, const std::string& member,
                       nlohmann::json value) = 0;
    /// It is being written: checked, but no change yet.
    virtual void type(const std::string& pointer, const std::string& member,
                      nlohmann::json value) = 0;
    virtual void step(const std::string& pointer, BlockStep step) = 0;
    [[nodiscard]] virtual bool canStep(const std::string& pointer, BlockStep step) const = 0;
    virtual void move(const std::string& pointer, const BlockPlace& to) = 0;
    virtual void duplicate(const std::string& pointer) = 0;
    virtual void remove(const std::string& pointer) = 0;
    /// Asks which block is to be added at that place; the question stands at the widget.
    virtual void askForBlock(const BlockPlace& place, QWidget& at) = 0;
    /// Gives the focus to the block, the route or the button that is so many further on.
    virtual void focusNeighbour(QWidget& from, int places) = 0;
};

} // namespace roundtrip
