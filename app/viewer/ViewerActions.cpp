#include "ViewerActions.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QLocale>
#include <QWidget>

#include "panels/Mnemonics.h"
#include "panels/ThemedIcon.h"

namespace isostain {

ViewerActions::ViewerActions(QWidget* window) : QObject(window), m_window(window)
{
    open = add("open", tr("&Open…"), "open", QKeySequence::keyBindings(QKeySequence::Open));
    exportSlide = add("exportSlide", tr("&Export…"), "export", {QKeySequence(tr("Ctrl+E"))});
    properties = add("properties", tr("Slide &Properties…"), "properties", {QKeySequence(tr("Ctrl+I"))});
    newWindow = add("newWindow", tr("&New Window"), nullptr, QKeySequence::keyBindings(QKeySequence::New));
    newWindow->setToolTip(tr("Opens one more window, for another slide"));
    closeSlide = add("closeSlide", tr("&Close Slide"), nullptr, QKeySequence::keyBindings(QKeySequence::Close));
    settings = add("settings", tr("Se&ttings…"), "settings", {QKeySequence(tr("Ctrl+,"))});
    settings->setMenuRole(QAction::PreferencesRole);
    quit = add("quit", tr("&Quit"), nullptr, {QKeySequence(tr("Ctrl+Q"))});
    quit->setMenuRole(QAction::QuitRole);

    copyView = add("copyView", tr("Cop&y View"), nullptr, {QKeySequence(tr("Ctrl+Shift+C"))});
    saveView = add("saveView", tr("&Save View…"), nullptr, {QKeySequence(tr("Ctrl+S"))});

    sideBySide = add("sideBySide", tr("&Side by Side"), "side-by-side", {QKeySequence(Qt::Key_S)});
    curtain = add("curtain", tr("&Curtain"), "curtain", {QKeySequence(Qt::Key_C)});
    single = add("single", tr("Si&ngle View"), "single", {QKeySequence(Qt::Key_V)});
    auto* modes = new QActionGroup(this);
    for (QAction* mode : {sideBySide, curtain, single}) {
        mode->setCheckable(true);
        modes->addAction(mode);
    }
    sideBySide->setChecked(true);

    addPane = add("addPane", tr("&Add Pane"), "add-pane", {QKeySequence(tr("Ctrl+T"))});
    addPane->setToolTip(tr("Shows one more stain profile beside the others"));
    nextPane = add("nextPane", tr("Ne&xt Pane"), nullptr, {QKeySequence(Qt::Key_Period), QKeySequence(tr("Ctrl+Tab"))});
    nextPane->setToolTip(tr("Makes the next pane the main one, which a single view shows"));
    closePane = add("closePane", tr("C&lose Pane"), nullptr, {QKeySequence(tr("Ctrl+Shift+W"))});
    auto* arrangementGroup = new QActionGroup(this);
    for (const PaneArrangementEntry& entry : paneArrangements()) {
        QAction* action = add(QByteArray("arrangement-") + entry.key, QCoreApplication::translate("PaneArrangement", entry.title), nullptr, {});
        action->setCheckable(true);
        arrangementGroup->addAction(action);
        arrangements.push_back({entry.arrangement, action});
    }
    grayProfile = add("grayProfile", tr("Gra&y Value Profile"), "gray-profile", {QKeySequence(Qt::Key_L)});
    grayProfile->setCheckable(true);
    grayProfile->setToolTip(tr("Plots the gray values along a line that you draw across the tissue"));

    overview = add("overview", tr("O&verview"), nullptr, {QKeySequence(Qt::Key_O)});
    overview->setCheckable(true);
    overview->setToolTip(tr("Shows the whole slide in a corner, with the part that is on the screen"));
    scaleBar = add("scaleBar", tr("Scale &Bar"), nullptr, {QKeySequence(Qt::Key_B)});
    scaleBar->setCheckable(true);

    zoomIn =
        add("zoomIn", tr("Zoom &In"), "zoom-in", {QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal), QKeySequence(tr("Ctrl++"))});
    zoomOut = add("zoomOut", tr("Zoom &Out"), "zoom-out", {QKeySequence(Qt::Key_Minus), QKeySequence(tr("Ctrl+-"))});
    fit = add("fit", tr("&Fit Slide to Window"), "fit", {QKeySequence(Qt::Key_0)});
    actualPixels = add("actualPixels", tr("Actual Pixels (&1:1)"), "actual-pixels", {QKeySequence(Qt::Key_1)});
    int key = Qt::Key_2;
    for (const double power : {1.25, 2.5, 5.0, 10.0, 20.0, 40.0})
        magnifications.push_back(
            {power, add("magnification-" + QByteArray::number(power), tr("%1×").arg(m_window->locale().toString(power)), nullptr, {QKeySequence(key++)})});

    rotateLeft = add("rotateLeft", tr("Rotate &Left"), nullptr, {QKeySequence(tr("Ctrl+["))});
    rotateRight = add("rotateRight", tr("Rotate &Right"), nullptr, {QKeySequence(tr("Ctrl+]"))});
    turnLeft = add("turnLeft", tr("&Turn Left by 5°"), nullptr, {QKeySequence(Qt::Key_BracketLeft)});
    turnRight = add("turnRight", tr("T&urn Right by 5°"), nullptr, {QKeySequence(Qt::Key_BracketRight)});
    flipHorizontally = add("flipHorizontally", tr("Mirror &Horizontally"), nullptr, {QKeySequence(tr("Ctrl+Shift+H"))});
    flipVertically = add("flipVertically", tr("Mirror &Vertically"), nullptr, {QKeySequence(tr("Ctrl+Shift+V"))});
    upright = add("upright", tr("U&pright"), nullptr, {QKeySequence(Qt::Key_Backslash)});
    upright->setToolTip(tr("Neither turned nor mirrored"));

    folderList = add("folderList", tr("Slid&es in the Folder"), nullptr, {QKeySequence(tr("Ctrl+L"))});
    folderList->setToolTip(tr("Lists the slides beside this one, with how each is stained"));
    folderList->setCheckable(true);
    addBookmark = add("addBookmark", tr("&Add Bookmark"), nullptr, {QKeySequence(tr("Ctrl+D"))});
    bookmarkList = add("bookmarkList", tr("&List of Bookmarks"), nullptr, {QKeySequence(tr("Ctrl+Shift+D"))});
    bookmarkList->setCheckable(true);
    display = add("display", tr("Bri&ghtness and Color…"), nullptr, {QKeySequence(tr("Ctrl+B"))});

    undo = add("undo", tr("&Undo"), nullptr, {QKeySequence::Undo});
    redo = add("redo", tr("Re&do"), nullptr, {QKeySequence::Redo});
    pan = add("pan", tr("&Move the Slide"), "hand", {QKeySequence(Qt::Key_H)});
    auto* tools = new QActionGroup(this);
    tools->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    tools->addAction(pan);
    pan->setCheckable(true);
    const auto addTool = [&](DrawingTool tool, const QString& text, const char* icon, Qt::Key shortcut) {
        QAction* action = add(QByteArray("draw-") + icon, text, icon, {QKeySequence(shortcut)});
        action->setCheckable(true);
        action->setEnabled(false);
        tools->addAction(action);
        drawingTools.push_back({tool, action});
    };
    addTool(DrawingTool::Select, tr("&Select Annotations"), "select", Qt::Key_E);
    addTool(DrawingTool::Point, tr("Draw &Points"), "point", Qt::Key_T);
    addTool(DrawingTool::Line, tr("Draw and M&easure Lines"), "ruler", Qt::Key_M);
    addTool(DrawingTool::Rectangle, tr("Draw &Rectangles"), "rectangle", Qt::Key_R);
    addTool(DrawingTool::Polygon, tr("Draw Pol&ygons"), "polygon", Qt::Key_P);
    addTool(DrawingTool::Freehand, tr("Draw &Freehand"), "freehand", Qt::Key_F);
    annotationList = add("annotationList", tr("&List of Annotations"), "annotations", {QKeySequence(Qt::Key_A)});
    annotationList->setCheckable(true);
    annotationsShown = add("annotationsShown", tr("Sho&w Annotations"), nullptr, {QKeySequence(tr("Shift+A"))});
    annotationsShown->setCheckable(true);
    annotationsShown->setChecked(true);
    loadAnnotations = add("loadAnnotations", tr("L&oad Annotations…"), nullptr, {});
    loadAnnotations->setEnabled(false);
    saveAnnotations = add("saveAnnotations", tr("Sa&ve Annotations…"), nullptr, {QKeySequence(tr("Ctrl+Shift+S"))});

    fullScreen = add("fullScreen", tr("F&ull Screen"), "full-screen", {QKeySequence(Qt::Key_F11)});
    fullScreen->setCheckable(true);
    presentation = add("presentation", tr("&Presentation"), nullptr, {QKeySequence(Qt::Key_F5)});
    presentation->setCheckable(true);
    presentation->setToolTip(tr("Full screen with the slide alone, without file names, labels and tools"));
    leaveFullScreen = add("leaveFullScreen", tr("Leave Full Screen"), nullptr, {QKeySequence(Qt::Key_Escape)});
    leaveFullScreen->setEnabled(false);

    normalize = add("normalize", tr("&Normalize"), "normalize", {QKeySequence(Qt::Key_N)});
    normalize->setCheckable(true);
    normalize->setToolTip(tr("Turns the normalization on and off"));
    manageProfiles = add("manageProfiles", tr("&Manage Profiles…"), nullptr, {QKeySequence(tr("Ctrl+Shift+P"))});
    train = add("train", tr("&Train Normalizer…"), nullptr, {QKeySequence(tr("Ctrl+Shift+T"))});
    pastTrainings = add("pastTrainings", tr("P&ast Trainings…"), nullptr, {});
    resumeTraining = add("resumeTraining", tr("&Resume Training…"), nullptr, {});
    makeDemo = add("makeDemo", tr("Make a &Demo Slide"), nullptr, {});
    help = add("help", tr("Isostain &Help"), nullptr, {QKeySequence(tr("Ctrl+?"))});
    shortcuts = add("shortcuts", tr("&Keyboard and Mouse…"), "help", {QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)});
    about = add("about", tr("&About Isostain"), nullptr, {});
    about->setMenuRole(QAction::AboutRole);
}

std::vector<QAction*> ViewerActions::all() const
{
    return m_all;
}

QAction* ViewerActions::add(const QByteArray& name, const QString& text, const char* icon, const QList<QKeySequence>& keys)
{
    auto* action = new QAction(text, this);
    action->setIconText(withoutMnemonic(text));
    action->setToolTip(action->iconText());
    action->setObjectName(QString::fromLatin1(name));
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
