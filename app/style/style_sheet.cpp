#include "app/style/style.h"

#include <QHash>

namespace roundtrip {

namespace {

// Words in angle brackets are filled in: colours by their name, lengths as <12> at 100 %.
const char* const kSheet = R"(
QWidget { color: <text>; font-size: <14>px; }
QMainWindow, QDialog { background: <window>; }
QToolTip { background: <text>; color: <surface>; border: none; padding: <5>px <8>px; }
QFrame#topBar { background: <surface>; border: none; border-bottom: 1px solid <border>; }
QScrollArea#home, QWidget#homePage { background: <window>; border: none; }
QLabel#homeTitle { font-weight: 700; font-size: <30>px; }
QLabel#homeSubtitle { color: <muted>; font-size: <16>px; }
QLabel#goOnTitle { font-weight: 600; font-size: <18>px; }
QFrame#goOnCard { background: <surface>; border: 1px solid <border>; border-radius: <14>px; }
QWidget#palette, QWidget#palette QTreeWidget { background: <surface>; }
QWidget#palette QTreeWidget::item:selected { background: <accentSoft>; color: <text>; }
QWidget#palette QTreeWidget::item:hover { background: <raised>; }
QListWidget { background: <surface>; border: 1px solid <border>; border-radius: <8>px;
    padding: <3>px; }
QListWidget::item { padding: <4>px <6>px; border-radius: <4>px; color: <text>; }
QListWidget::item:selected { background: <accentSoft>; color: <text>; }
QListWidget:focus { border: 2px solid <accent>; }
QLabel#emptyHint { color: <muted>; font-size: <16>px; }
QFrame#panel { background: <surface>; border: none; }
QFrame#lessonPanel { background: <surface>; border: none; border-right: 1px solid <border>; }
QFrame#inspectorPanel { background: <surface>; border: none; border-left: 1px solid <border>; }
QFrame#timelinePanel { background: <surface>; border: none; border-top: 1px solid <border>; }
QFrame#box { background: <raised>; border: 1px solid <border>; border-radius: <8>px; }
QFrame#justNow { border: none; border-left: <4>px solid <accent>; border-radius: <4>px;
    background: <accentSoft>; }
QFrame#justNow[tone="good"] { border-left-color: <good>; background: <goodSoft>; }
QFrame#justNow[tone="attention"] { border-left-color: <attention>; background: <attentionSoft>; }
QFrame#justNow[tone="bad"] { border-left-color: <bad>; background: <badSoft>; }
QLabel#justNowHead { font-weight: 600; font-size: <13>px; color: <accent>; }
QLabel#justNowHead[tone="good"] { color: <good>; }
QLabel#justNowHead[tone="attention"] { color: <attention>; }
QLabel#justNowHead[tone="bad"] { color: <bad>; }
QLabel#brand { font-weight: 700; font-size: <18>px; }
QLabel#muted { color: <muted>; font-size: <13>px; }
QLabel#stepTitle { font-weight: 700; font-size: <23>px; }
QFrame#comparePane { background: <canvas>; border: 1px solid <border>; border-radius: <12>px; }
QLabel#paneTitle { font-weight: 600; font-size: <17>px; }
QLabel#paneSentence { color: <muted>; }
QLabel#paneNumber { font-weight: 700; font-size: <30>px; }
QLabel#paneNumber[tone="good"] { color: <good>; }
QLabel#paneNumber[tone="bad"] { color: <bad>; }
QFrame#blockCard { background: <raised>; border: 1px solid <border>; border-radius: <6>px;
    border-left: <4>px solid <muted>; }
QFrame#blockCard[category="answer"] { border-left-color: <response>; }
QFrame#blockCard[category="data"] { border-left-color: <query>; }
QFrame#blockCard[category="cache"] { border-left-color: <frame>; }
QFrame#blockCard[category="signIn"] { border-left-color: <request>; }
QFrame#blockCard[category="tasks"] { border-left-color: <job>; }
QFrame#blockCard[category="network"] { border-left-color: <attention>; }
QFrame#blockCard[category="entry"] { border-left: 1px solid <border>; }
QFrame#blockCard:hover { background: <accentSoft>; }
QFrame#blockCard:focus { background: <accentSoft>; border-top: 2px solid <accent>;
    border-right: 2px solid <accent>; border-bottom: 2px solid <accent>; }
QLabel#blockLine { color: <muted>; font-family: "DejaVu Sans Mono", "Noto Sans Mono", monospace;
    font-size: <12>px; }
QLabel#blockProblem { color: <bad>; font-size: <13>px; }
QLabel#branchTitle { color: <muted>; font-size: <13>px; font-weight: 600; }
QToolButton#blockButton { padding: <3>px; min-height: <14>px; }
QPushButton#addBlock { border: 1px dashed <link>; background: transparent; }
QPushButton#addBlock[nested="true"] { padding: <2>px <12>px; font-size: <13>px; }
QPushButton#addBlock:hover { border-color: <muted>; background: <raised>; }
QPushButton#addBlock:focus { border: 2px solid <accent>; }
QPushButton#entryRow { border: none; border-bottom: 1px solid <border>; border-radius: 0;
    background: transparent; text-align: left; font-weight: 600; padding: <6>px <4>px; }
QPushButton#entryRow[tone="bad"] { color: <bad>; }
QPushButton#entryRow:hover { background: <raised>; }
QPushButton#entryRow:focus { border: 2px solid <accent>; border-radius: <6>px; }
QFrame#blockPicker { background: <surface>; border: 1px solid <border>; border-radius: <8>px; }
QFrame#blockPicker QTreeWidget { background: <surface>; }
QFrame#blockPicker QTreeWidget::item:selected { background: <accentSoft>; color: <text>; }
QFrame#blockPicker QTreeWidget::item:hover { background: <raised>; }
QLabel#boxTitle { font-weight: 600; font-size: <13>px; color: <muted>; }
QLabel#sectionTitle { font-weight: 600; font-size: <13>px; }
QLabel#stepText { font-size: <16>px; }
QLabel#projectorSentence { font-weight: 600; font-size: <24>px; }
QLabel#verdict { font-weight: 600; }
QLabel#verdict[tone="good"] { color: <good>; }
QLabel#verdict[tone="attention"] { color: <attention>; }
QLabel#verdict[tone="bad"] { color: <bad>; }
QPushButton, QToolButton, QComboBox { background: <surface>; border: 1px solid <border>;
    border-radius: <7>px; padding: <6>px <12>px; min-height: <20>px; outline: none; }
QToolButton { padding: <6>px <8>px; }
QPushButton:hover, QToolButton:hover, QComboBox:hover { border-color: <muted>;
    background: <raised>; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QSpinBox:focus,
QDoubleSpinBox:focus, QTableView:focus, QPlainTextEdit:focus, QTextBrowser:focus {
    border: 2px solid <accent>; }
QToolButton:checked { background: <accentSoft>; border-color: <accent>; }
QPushButton:disabled, QToolButton:disabled { color: <link>; }
QPushButton[primary="true"], QToolButton[primary="true"] { background: <accent>;
    border: 1px solid <accent>; color: <accentText>; font-weight: 600; }
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover { background: <accentHover>; }
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus {
    border: 2px solid <text>; }
QPushButton[primary="true"]:disabled { background: <border>; border-color: <border>;
    color: <muted>; }
QPushButton[choice="true"] { text-align: left; padding: <7>px <12>px; }
QPushButton[choice="true"]:checked { background: <accentSoft>; border: 2px solid <accent>;
    color: <accent>; font-weight: 600; }
QPushButton[choice="true"]:disabled { color: <text>; }
QPushButton[choice="true"]:checked:disabled { color: <accent>; }
QPushButton[segment="true"] { border: none; background: transparent; padding: <5>px <12>px; }
QPushButton[segment="true"]:checked { background: <surface>; font-weight: 600;
    border: 1px solid <border>; }
QPushButton[segment="true"]:focus { border: 2px solid <accent>; }
QFrame#segments { background: <raised>; border: 1px solid <border>; border-radius: <8>px; }
QToolButton::menu-indicator { image: none; }
QComboBox QAbstractItemView, QMenu { background: <surface>; border: 1px solid <border>;
    selection-background-color: <accentSoft>; selection-color: <text>; }
QMenu::item { padding: <6>px <24>px; }
QMenu::item:selected { background: <accentSoft>; }
QMenu::item:disabled { color: <link>; }
QMenu::separator { height: 1px; background: <border>; margin: <4>px 0; }
QLineEdit, QSpinBox, QDoubleSpinBox, QPlainTextEdit, QTextBrowser { background: <surface>;
    border: 1px solid <border>; border-radius: <6>px; padding: <4>px <8>px;
    selection-background-color: <accent>; selection-color: <accentText>; }
QPlainTextEdit[code="true"] { font-size: <12>px;
    font-family: "DejaVu Sans Mono", "Noto Sans Mono", monospace; }
QPlainTextEdit#code { background: <raised>; font-family: "DejaVu Sans Mono", "Noto Sans Mono", monospace;
    font-size: <12.5>px; }
QComboBox { padding-right: <4>px; }
QComboBox::drop-down { border: none; width: <24>px; }
QComboBox::down-arrow { image: url(:/icons/ui_chevron_down.svg); width: <12>px; height: <12>px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button,
QDoubleSpinBox::down-button { width: <18>px; border: none; background: transparent; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(:/icons/ui_chevron_up.svg);
    width: <10>px; height: <10>px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(:/icons/ui_chevron_down.svg);
    width: <10>px; height: <10>px; }
QCheckBox::indicator { width: <16>px; height: <16>px; border: 1px solid <muted>;
    border-radius: <4>px; background: <surface>; }
QCheckBox::indicator:checked { background: <accent>; border-color: <accent>;
    image: url(:/icons/ui_checked.svg); }
QCheckBox { spacing: <8>px; padding: <3>px; }
QCheckBox:focus { border: 2px solid <accent>; border-radius: <4>px; }
QTabWidget::pane { border: none; border-top: 1px solid <border>; }
QTabBar { background: <surface>; }
QTabBar::tab { background: <surface>; color: <muted>; padding: <10>px <12>px; border: none;
    border-bottom: <2>px solid transparent; font-size: <14>px; }
QTabBar::tab:selected { color: <accent>; border-bottom: <2>px solid <accent>; }
QTabBar::tab:focus { background: <accentSoft>; }
QTableView { background: <surface>; alternate-background-color: <raised>; border: none;
    gridline-color: <border>; selection-background-color: <accentSoft>;
    selection-color: <text>; }
QHeaderView::section { background: <surface>; color: <muted>; border: none; text-align: left;
    border-bottom: 1px solid <border>; padding: <4>px <6>px; font-weight: 600; }
QScrollArea, QScrollArea > QWidget > QWidget { background: <surface>; border: none; }
QScrollBar:vertical { width: <10>px; background: transparent; margin: 0; }
QScrollBar::handle:vertical { background: <link>; border-radius: <4>px; min-height: <30>px; }
QScrollBar:horizontal { height: <10>px; background: transparent; margin: 0; }
QScrollBar::handle:horizontal { background: <link>; border-radius: <4>px; min-width: <30>px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QSplitter::handle { background: <border>; }
QProgressBar { border: none; background: <raised>; height: <4>px; }
QProgressBar::chunk { background: <accent>; }
)";

QHash<QString, QString> coloursOf(const Theme& theme) {
    return {{"window", theme.window.name()},
            {"surface", theme.surface.name()},
            {"canvas", theme.canvas.name()},
            {"raised", theme.raised.name()},
            {"border", theme.border.name()},
            {"text", theme.text.name()},
            {"muted", theme.muted.name()},
            {"accent", theme.accent.name()},
            {"accentHover", theme.accent.darker(112).name()},
            {"accentText", theme.accentText.name()},
            {"accentSoft", theme.accentSoft.name()},
            {"link", theme.link.name()},
            {"good", theme.good.name()},
            {"goodSoft", theme.goodSoft.name()},
            {"attention", theme.attention.name()},
            {"attentionSoft", theme.attentionSoft.name()},
            {"bad", theme.bad.name()},
            {"badSoft", theme.badSoft.name()},
            {"request", theme.request.name()},
            {"response", theme.response.name()},
            {"job", theme.job.name()},
            {"query", theme.query.name()},
            {"frame", theme.frame.name()}};
}

} // namespace

QString Style::sheet() const {
    const QHash<QString, QString> colours = coloursOf(theme_);
    const QString pattern = QString::fromLatin1(kSheet);
    QString result = QStringLiteral("QWidget { font-family: \"%1\"; }").arg(font(14).family());
    qsizetype from = 0;
    for (qsizetype open = pattern.indexOf('<'); open >= 0; open = pattern.indexOf('<', from)) {
        const qsizetype close = pattern.indexOf('>', open);
        const QString word = pattern.mid(open + 1, close - open - 1);
        bool isNumber = false;
        const double length = word.toDouble(&isNumber);
        result += pattern.mid(from, open - from);
        result += isNumber ? QString::number(px(length)) : colours.value(word);
        from = close + 1;
    }
    return result + pattern.mid(from);
}

} // namespace roundtrip
