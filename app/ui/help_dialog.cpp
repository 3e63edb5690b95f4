#include "app/ui/help_dialog.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace roundtrip {

QStringList HelpDialog::aboutTheProgram() {
    return {
        tr("Every shape that moves is a message of the simulation. Circles are requests, squares "
           "answers, pills questions to the cache or the database, crosses errors. Click one to "
           "read it."),
        tr("Story time gives every event a moment, however short it was; the real durations stand "
           "beside. True scale lets time pass as it does."),
        tr("Step back whenever you like. If you do something in the past, a new run begins there; "
           "the old one stays in the list of runs."),
        tr("Compare A | B plays two variants side by side: the lesson's, or what you did so far "
           "with one setting changed. The analogy shows the same run as an everyday picture. "
           "Unknown words stand in the glossary."),
        tr("In the sandbox you build a topology of your own: drag parts from the left, join them "
           "at their round handles, press Run. Everything can be undone. The tabs below the stage "
           "tell what is slow and why, and let things happen by themselves; the menu has examples "
           "and challenges."),
        tr("Parts and lines that you add or take away while it runs join or leave the run.")};
}

QStringList HelpDialog::aboutKeys() {
    return {
        tr("On the stage: arrows go from part to part, Return inspects one, L picks the next line "
           "of a part, M the next message, plus and minus zoom, 0 shows everything. In the sandbox "
           "also: J joins the chosen part with another (arrows aim, Return joins), Ctrl with "
           "arrows "
           "moves, Delete removes."),
        tr("On the blocks of a route: arrows go from block to block, Return opens one, Alt with "
           "arrows puts it elsewhere, Ctrl+D copies it, Delete takes it out. In the console "
           "Ctrl+Return asks.")};
}

HelpDialog::HelpDialog(const Actions& actions, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Keys and help"));
    resize(620, 640);
    QString keys;
    for (const QAction* action : actions.all()) {
        const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
        if (!shortcut.isEmpty()) {
            keys += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
                        .arg(shortcut.toHtmlEscaped(), action->text().toHtmlEscaped());
        }
    }
    auto* text = new QTextBrowser(this);
    text->setAccessibleName(windowTitle());
    QString html = QStringLiteral("<h3>%1</h3>").arg(tr("How to read the stage"));
    for (const QString& paragraph : aboutTheProgram()) {
        html += QStringLiteral("<p>%1</p>").arg(paragraph);
    }
    html += QStringLiteral("<h3>%1</h3><table>%2</table>").arg(tr("Keys"), keys);
    for (const QString& paragraph : aboutKeys()) {
        html += QStringLiteral("<p>%1</p>").arg(paragraph);
    }
    text->setHtml(html);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setIcon(QIcon());
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
}

} // namespace roundtrip
