#include "ViewerActions.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QLocale>
#include <QWidget>

#include "panels/ThemedIcon.h"

namespace isostain {

ViewerActions::ViewerActions(QWidget* window) : QObject(window), m_window(window)
{
    open = add(tr("&Open…"), "open", QKeySequence::keyBindings(QKeySequence::Open));
    exportSlide = add(tr("&Export…"), "export", {QKeySequence(tr("Ctrl+E"))});
    properties = add(tr("Slide &Properties…"), "properties", {QKeySequence(tr("Ctrl+I"))});
    closeSlide = add(tr("&Close Slide"), nullptr, QKeySequence::keyBindings(QKeySequence::Close));
    settings = add(tr("Se&ttings…"), "settings", {QKeySequence(tr("Ctrl+,"))});
    settings->setMenuRole(QAction::PreferencesRole);
    quit = add(tr("&Quit"), nullptr, {QKeySequence(tr("Ctrl+Q"))});
    quit->setMenuRole(QAction::QuitRole);

    sideBySide = add(tr("&Side by Side"), "side-by-side", {QKeySequence(Qt::Key_S)});
    curtain = add(tr("&Curtain"), "curtain", {QKeySequence(Qt::Key_C)});
    single = add(tr("Si&ngle View"), "single", {QKeySequence(Qt::Key_V)});
    auto* modes = new QActionGroup(this);
    for (QAction* mode : {sideBySide, curtain, single}) {
        mode->setCheckable(true);
        modes->addAction(mode);
    }
    sideBySide->setChecked(true);

    addPane = add(tr("&Add Pane"), "add-pane", {QKeySequence(tr("Ctrl+T"))});
    addPane->setToolTip(tr("Shows one more stain profile beside the others"));
    nextPane = add(tr("Ne&xt Pane"), nullptr, {QKeySequence(Qt::Key_Period), QKeySequence(tr("Ctrl+Tab"))});
    nextPane->setToolTip(tr("Makes the next pane the main one, which a single view shows"));
    closePane = add(tr("C&lose Pane"), nullptr, {QKeySequence(tr("Ctrl+Shift+W"))});
    auto* arrangementGroup = new QActionGroup(this);
    for (const PaneArrangementEntry& entry : paneArrangements()) {
        QAction* action = add(QCoreApplication::translate("PaneArrangement", entry.title), nullptr, {});
        action->setCheckable(true);
        arrangementGroup->addAction(action);
        arrangements.push_back({entry.arrangement, action});
    }
    grayProfile = add(tr("Gray Value &Profile"), "gray-profile", {QKeySequence(Qt::Key_L)});
    grayProfile->setCheckable(true);
    grayProfile->setToolTip(tr("Plots the gray values along a line that you draw across the tissue"));

    zoomIn =
        add(tr("Zoom &In"), "zoom-in", {QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal), QKeySequence(tr("Ctrl++"))});
    zoomOut = add(tr("Zoom &Out"), "zoom-out", {QKeySequence(Qt::Key_Minus), QKeySequence(tr("Ctrl+-"))});
    fit = add(tr("&Fit Slide to Window"), "fit", {QKeySequence(Qt::Key_0)});
    actualPixels = add(tr("&Actual Pixels (1:1)"), "actual-pixels", {QKeySequence(Qt::Key_1)});
    int key = Qt::Key_2;
    for (const double power : {1.25, 2.5, 5.0, 10.0, 20.0, 40.0})
        magnifications.push_back(
            {power, add(tr("%1×").arg(m_window->locale().toString(power)), nullptr, {QKeySequence(key++)})});

    fullScreen = add(tr("F&ull Screen"), "full-screen", {QKeySequence(Qt::Key_F11)});
    fullScreen->setCheckable(true);
    leaveFullScreen = add(tr("Leave Full Screen"), nullptr, {QKeySequence(Qt::Key_Escape)});
    leaveFullScreen->setEnabled(false);

    normalize = add(tr("&Normalize"), "normalize", {QKeySequence(Qt::Key_N)});
    normalize->setCheckable(true);
    normalize->setToolTip(tr("Turns the normalization on and off"));
    manageProfiles = add(tr("&Manage Profiles…"), nullptr, {QKeySequence(tr("Ctrl+Shift+P"))});
    makeDemo = add(tr("Make a &Demo Slide"), nullptr, {});
    shortcuts = add(tr("&Keyboard and Mouse"), "help", {QKeySequence(Qt::Key_F1)});
    about = add(tr("&About Isostain"), nullptr, {});
    about->setMenuRole(QAction::AboutRole);
}

std::vector<QAction*> ViewerActions::all() const
{
    return m_all;
}

QAction* ViewerActions::add(const QString& text, const char* icon, const QList<QKeySequence>& keys)
{
    auto* action = new QAction(text, this);
    if (icon)
        action->setIcon(themedIcon(QLatin1String(icon)));
    action->setShortcuts(keys);
    // Menus show icons only where they help to find the toolbar's button again, which a slide viewer does not need.
    action->setIconVisibleInMenu(false);
    m_window->addAction(action);
    m_all.push_back(action);
    return action;
}

}
