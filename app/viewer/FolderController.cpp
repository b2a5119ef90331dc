#include "FolderController.h"

#include <QAction>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>

#include "FileDialogs.h"
#include "SlideSession.h"
#include "ViewerActions.h"
#include "folder/FolderPanel.h"
#include "panels/PathText.h"

namespace isostain {

namespace {

const QString kFolderKey = QStringLiteral("window/slideFolder");

}

FolderController::FolderController(ViewerActions& actions, SlideSession& slides, Background& background, QSettings& settings,
                                   QMainWindow& window)
    : QObject(&window),
      m_slides(slides),
      m_settings(settings),
      m_window(window),
      m_panel(new FolderPanel(background, openSlide)),
      m_dock(new QDockWidget(tr("Slides in the Folder"), &window))
{
    m_dock->setObjectName(QStringLiteral("folderDock"));
    m_dock->setWidget(m_panel);
    window.addDockWidget(Qt::LeftDockWidgetArea, m_dock);
    m_dock->hide();
    connect(actions.folderList, &QAction::toggled, m_dock, &QWidget::setVisible);
    connect(m_dock, &QDockWidget::visibilityChanged, this,
            [this, &actions] { actions.folderList->setChecked(!m_dock->isHidden()); });
    connect(&slides, &SlideSession::slideChanged, this, &FolderController::followSlide);
    connect(m_panel, &FolderPanel::openRequested, &slides, &SlideSession::open);
    connect(m_panel, &FolderPanel::folderRequested, this, &FolderController::chooseFolder);
}

void FolderController::followSlide()
{
    const SlidePtr& slide = m_slides.slide();
    if (!slide)
        return m_panel->setCurrent({});
    const QString path = toFileName(slide->info().path);
    m_panel->setFolder(QFileInfo(path).absolutePath());
    m_panel->setCurrent(path);
}

void FolderController::chooseFolder()
{
    QFileDialog* dialog = makeOpenDialog(tr("Choose a Folder of Slides"), m_settings, kFolderKey, &m_window);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_panel, &FolderPanel::setFolder);
    dialog->open();
}

}
