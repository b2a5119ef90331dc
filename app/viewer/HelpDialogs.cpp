#include "HelpDialogs.h"

#include <utility>

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QIcon>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ViewerActions.h"
#include "base/Version.h"

namespace isostain {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(HelpDialogs)
};

QString withoutMnemonic(QString text)
{
    text.remove(QLatin1Char('&'));
    if (text.endsWith(QChar(0x2026)))
        text.chop(1);
    return text;
}

QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& sequence : action.shortcuts())
        keys << sequence.toString(QKeySequence::NativeText);
    return keys.join(Texts::tr(", ", "between shortcuts"));
}

/// Gestures that belong to the view and have no action.
std::vector<std::pair<QString, QString>> gestures()
{
    return {
        {Texts::tr("Show the source while held"), Texts::tr("Space")},
        {Texts::tr("Move the slide"), Texts::tr("Drag, arrow keys")},
        {Texts::tr("Zoom at the cursor"), Texts::tr("Mouse wheel, pinch, double click")},
        {Texts::tr("Make a pane the main one"), Texts::tr("Click")},
        {Texts::tr("Choose what a pane shows"), Texts::tr("Click its name")},
        {Texts::tr("Move the curtain"), Texts::tr("Drag its line, Shift+Left, Shift+Right")},
    };
}

QDialog* makeDialog(const QString& title, QWidget* content, QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(content, 1);
    column->addWidget(buttons);
    return dialog;
}

}

QDialog* makeShortcutsDialog(const ViewerActions& actions, QWidget* parent)
{
    auto* table = new QWidget;
    auto* grid = new QGridLayout(table);
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const auto addRow = [grid](const QString& what, const QString& keys) {
        const int row = grid->rowCount();
        grid->addWidget(new QLabel(what), row, 0);
        auto* label = new QLabel(keys);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(label, row, 1);
    };
    for (const auto& [what, how] : gestures())
        addRow(what, how);
    for (const QAction* action : actions.all())
        if (!action->shortcut().isEmpty())
            addRow(withoutMnemonic(action->text()), keysOf(*action));

    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(table);
    QDialog* dialog = makeDialog(Texts::tr("Keyboard and Mouse"), area, parent);
    dialog->resize(520, 620);
    return dialog;
}

QDialog* makeAboutDialog(QWidget* parent)
{
    auto* content = new QWidget;
    auto* grid = new QGridLayout(content);
    grid->setHorizontalSpacing(20);
    grid->setColumnStretch(1, 1);
    auto* icon = new QLabel;
    icon->setPixmap(parent->windowIcon().pixmap(QSize(80, 80), parent->devicePixelRatioF()));
    grid->addWidget(icon, 0, 0, Qt::AlignTop);

    auto* text = new QLabel(
        QStringLiteral("<h2>Isostain %1</h2><p>%2</p><p><b>%3</b></p><p>%4</p><p>%5</p>")
            .arg(QLatin1String(kVersion),
                 Texts::tr("One stain for every slide: shows whole-slide images beside their stain-normalized view."),
                 Texts::tr("For research use only. Not for use in diagnostic procedures."),
                 Texts::tr("Free software under the GNU General Public License, version 3 or later, without any warranty."),
                 Texts::tr("Qt %1, built with %2").arg(QLatin1String(qVersion()), QLatin1String(QT_VERSION_STR))));
    text->setWordWrap(true);
    text->setMinimumWidth(380);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(text, 0, 1);
    return makeDialog(Texts::tr("About Isostain"), content, parent);
}

}
