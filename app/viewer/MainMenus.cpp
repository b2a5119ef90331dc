#include "MainMenus.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

#include "MainWindow.h"
#include "ViewerActions.h"

namespace isostain {

void makeMenus(QMenuBar& bar, const ViewerActions& actions, const PartMenus& parts)
{
    QMenu* file = bar.addMenu(MainWindow::tr("&File"));
    file->addAction(actions.newWindow);
    file->addAction(actions.open);
    file->addMenu(&parts.recent);
    file->addAction(actions.makeDemo);
    file->addSeparator();
    file->addActions({actions.copyView, actions.saveView});
    file->addAction(actions.exportSlide);
    file->addAction(actions.properties);
    file->addSeparator();
    file->addAction(actions.settings);
    file->addAction(actions.closeSlide);
    file->addAction(actions.quit);

    QMenu* view = bar.addMenu(MainWindow::tr("&View"));
    view->addActions({actions.sideBySide, actions.curtain, actions.single});
    view->addSeparator();
    view->addActions({actions.addPane, actions.nextPane, actions.closePane});
    QMenu* arrangement = view->addMenu(MainWindow::tr("A&rrange Panes"));
    for (const auto& each : actions.arrangements)
        arrangement->addAction(each.action);
    view->addSeparator();
    view->addActions({actions.zoomIn, actions.zoomOut, actions.fit, actions.actualPixels});
    QMenu* magnification = view->addMenu(MainWindow::tr("&Magnification"));
    for (const auto& each : actions.magnifications)
        magnification->addAction(each.action);
    QMenu* orientation = view->addMenu(MainWindow::tr("Orien&tation"));
    orientation->addActions({actions.rotateLeft, actions.rotateRight, actions.turnLeft, actions.turnRight});
    orientation->addSeparator();
    orientation->addActions({actions.flipHorizontally, actions.flipVertically});
    orientation->addSeparator();
    orientation->addAction(actions.upright);
    view->addAction(actions.folderList);
    view->addMenu(&parts.bookmarks);
    view->addAction(actions.display);
    view->addSeparator();
    view->addActions({actions.grayProfile, actions.overview, actions.scaleBar});
    view->addActions({actions.fullScreen, actions.presentation});

    QMenu* normalization = bar.addMenu(MainWindow::tr("&Normalization"));
    normalization->addAction(actions.normalize);
    normalization->addMenu(&parts.profiles);
    normalization->addAction(actions.manageProfiles);
    normalization->addMenu(&parts.references);
    normalization->addSeparator();
    normalization->addActions({actions.train, actions.pastTrainings, actions.resumeTraining});

    QMenu* annotate = bar.addMenu(MainWindow::tr("&Annotate"));
    annotate->addActions({actions.undo, actions.redo});
    annotate->addSeparator();
    annotate->addAction(actions.pan);
    for (const auto& each : actions.drawingTools)
        annotate->addAction(each.action);
    annotate->addSeparator();
    annotate->addActions({actions.annotationList, actions.annotationsShown});
    annotate->addSeparator();
    annotate->addActions({actions.loadAnnotations, actions.saveAnnotations});

    QMenu* help = bar.addMenu(MainWindow::tr("&Help"));
    help->addActions({actions.help, actions.shortcuts});
    help->addAction(actions.about);
}

QToolBar* makeToolBar(QMainWindow& window, const ViewerActions& actions, QWidget& profilePicker, QWidget& zoomBox)
{
    QToolBar* bar = window.addToolBar(MainWindow::tr("Tools"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setIconSize(QSize(24, 24));
    bar->toggleViewAction()->setVisible(false);
    // What does not fit at the window's first width is in the menus alone.
    bar->addActions({actions.open, actions.exportSlide});
    bar->addSeparator();
    bar->addWidget(&profilePicker);
    bar->addAction(actions.normalize);
    bar->addSeparator();
    bar->addActions({actions.sideBySide, actions.curtain, actions.single, actions.addPane});
    bar->addSeparator();
    bar->addActions({actions.fit, actions.zoomOut});
    bar->addWidget(&zoomBox);
    bar->addAction(actions.zoomIn);
    bar->addSeparator();
    bar->addAction(actions.pan);
    for (const auto& each : actions.drawingTools)
        bar->addAction(each.action);
    bar->addSeparator();
    bar->addAction(actions.grayProfile);
    for (QAction* action : {actions.open, actions.normalize, actions.exportSlide})
        qobject_cast<QToolButton*>(bar->widgetForAction(action))->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return bar;
}

}
