#pragma once

class QContextMenuEvent;
class QDropEvent;
class QKeyEvent;
class QMouseEvent;
class QPainter;

namespace roundtrip {

/// What the mouse and the keyboard do on a stage beside looking at it. Each function returns true
/// when it took the event; else the stage does what it always does.
class CanvasTool {
  public:
    CanvasTool() = default;
    CanvasTool(const CanvasTool&) = delete;
    CanvasTool& operator=(const CanvasTool&) = delete;
    virtual ~CanvasTool() = default;

    virtual bool mousePressed(QMouseEvent& event) = 0;
    /// Also without a button, when the pointer only passes over.
    virtual bool mouseMoved(QMouseEvent& event) = 0;
    virtual bool mouseReleased(QMouseEvent& event) = 0;
    virtual bool mouseDoubleClicked(QMouseEvent& event) = 0;
    virtual bool keyPressed(QKeyEvent& event) = 0;
    virtual bool menuWanted(QContextMenuEvent& event) = 0;
    /// Whether what is dragged over the stage may be dropped; when it is, dropped().
    virtual bool mayDrop(const QDropEvent& event) = 0;
    virtual void dropped(QDropEvent& event) = 0;
    /// Over the finished picture, in the widget's coordinates.
    virtual void paint(QPainter& painter) = 0;
};

} // namespace roundtrip
